/// The numbers of each record that comparisons look at, side by side.
///
/// A record's data stand together, so that a pair of records costs two lines of the cache and not
/// two for each column: how many given names and surnames, their tokens, then one word a column.
struct RowLayout: Sendable {
    /// How many tokens of a name are looked at.
    static let mostTokens = 8
    /// All records' words, one record after another.
    let words: [UInt32]
    /// How many words a record has.
    let width: Int
    /// Where the words of the columns begin within a record.
    let firstColumn: Int

    /// Gathers the data of a table.
    init(_ table: RecordTable) {
        var slots = 0
        for row in 0..<table.count where slots < Self.mostTokens {
            slots = max(slots, min(Self.mostTokens, table.names[row].count))
        }
        firstColumn = slots + 1
        width = firstColumn + table.columns.count
        var words = [UInt32](repeating: 0, count: width * table.count)
        for row in 0..<table.count {
            Self.fillName(table.names[row], slots, &words, at: row * width)
        }
        for (index, column) in table.columns.enumerated() {
            var place = firstColumn + index
            switch column.values {
            case .dates(let dates):
                for date in dates.prefix(table.count) {
                    words[place] = date.packed
                    place += width
                }
            case .codes(let codes):
                for value in codes.values.prefix(table.count) {
                    words[place] = value
                    place += width
                }
            }
        }
        self.words = words
    }

    /// Writes how many given names and surnames there are, and the tokens, given names first.
    ///
    /// Of a whole name the first half are taken as given names and the rest as surnames, and a token
    /// that stands in another field of the name too is taken once.
    private static func fillName(
        _ tokens: ArraySlice<NameToken>,
        _ slots: Int,
        _ words: inout [UInt32],
        at start: Int
    ) {
        var given = tokens.lazy.filter { $0.role == .given }.map(\.id) + []
        var surnames = tokens.lazy.filter { $0.role == .surname }.map(\.id) + []
        let known = given + surnames
        let whole = tokens.lazy.filter { $0.role == .either }.map(\.id).filter {
            !known.contains($0)
        }
        let ofUnknownRole = Array(whole)
        given += ofUnknownRole.prefix(ofUnknownRole.count / 2)
        surnames += ofUnknownRole.dropFirst(ofUnknownRole.count / 2)
        let givenKept = min(given.count, max(slots - surnames.count, (slots + 1) / 2))
        let surnamesKept = min(surnames.count, slots - givenKept)
        words[start] = UInt32(givenKept | surnamesKept << 4)
        for (place, id) in (given.prefix(givenKept) + surnames.prefix(surnamesKept)).enumerated() {
            words[start + 1 + place] = UInt32(id)
        }
    }
}

extension PartialDate {
    /// Year, month and day in one word.
    var packed: UInt32 { UInt32(year) << 16 | UInt32(month) << 8 | UInt32(day) }

    init(packed: UInt32) {
        self.init(
            year: UInt16(packed >> 16),
            month: UInt8(packed >> 8 & 0xff),
            day: UInt8(packed & 0xff)
        )
    }
}
