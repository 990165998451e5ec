/// For each record the sum of what it has for the parts of a key, tokens left aside.
///
/// A part has one value for each record, except that of one part a record may have several: two years,
/// or some words.
struct PartSums {
    /// The sum of the parts with one value; 0 for a record that lacks a part which the pass cannot do
    /// without.
    private(set) var base: [UInt32]
    /// The part with several values.
    private(set) var several: SeveralValues?

    /// Sums the parts of a key.
    ///
    /// - Parameters:
    ///   - parts: The parts, in order.
    ///   - table: The records.
    ///   - required: How many of the parts, from the first, a record cannot lack.
    init(_ parts: [BlockingKey.Part], of table: RecordTable, required: Int) {
        base = [UInt32](repeating: 1, count: table.count)
        for (place, part) in parts.enumerated() {
            let weight = Self.weight(place)
            if part.hasSeveralValues, several == nil {
                several = SeveralValues(
                    part,
                    of: table,
                    isRequired: place < required,
                    weight: weight
                )
                continue
            }
            let values = PartValues.one(part, of: table)
            for row in base.indices where base[row] != 0 {
                if values[row] == 0, place < required {
                    base[row] = 0
                } else {
                    base[row] = max(1, base[row] &+ values[row] &* weight)
                }
            }
        }
    }

    /// What sets the values of a key's part apart from those of its others: an odd number.
    static func weight(_ place: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: 0x9E37_79B1 + 0x3C6E_F372 * place)
    }
}

/// Several values of one part for each record.
struct SeveralValues {
    /// For each record the place of its first value in `values`, and after the last record the end.
    let offsets: [UInt32]
    /// The values of all records in turn.
    let values: [UInt32]

    /// No values, for no records.
    static let none = SeveralValues()

    private init() {
        offsets = []
        values = []
    }

    /// A record without a value has none when one is required, and else the one value 0.
    init(_ part: BlockingKey.Part, of table: RecordTable, isRequired: Bool, weight: UInt32) {
        var offsets: [UInt32] = [0]
        var values: [UInt32] = []
        offsets.reserveCapacity(table.count + 1)
        PartValues.forEachRow(part, of: table) { own in
            if own.isEmpty {
                if !isRequired { values.append(0) }
            } else {
                for value in own { values.append(value &* weight) }
            }
            offsets.append(UInt32(values.count))
        }
        self.offsets = offsets
        self.values = values
    }
}
