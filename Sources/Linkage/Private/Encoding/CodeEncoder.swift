/// Sets the bits of a column whose values are codes: as wholes, and by their pairs of letters.
struct CodeEncoder {
    private let dictionary: ValueDictionary
    private let whole: TokenHasher
    private var bigrams: BigramHasher
    private var masks: MaskCache
    /// What is hashed before each whole value, so that columns of kind *other* keep apart.
    private let prefix: [UInt8]
    private let isRepeated: Bool

    /// Takes a column of so many rows; of one with almost as many values, nothing is kept for the next row.
    init(_ column: CodeColumn, field: Field, rows: Int, _ hashers: HasherSet) {
        dictionary = column.dictionary
        let families = Self.families(of: field.kind)
        whole = hashers[families.whole]
        bigrams = BigramHasher(hashers[families.bigram])
        prefix = field.kind == .other ? Array(field.name.utf8) + [0] : []
        isRepeated = dictionary.count <= max(1_024, rows / 2)
        masks = MaskCache(width: hashers.width, small: isRepeated ? dictionary.count : 0)
    }

    mutating func set(_ value: UInt32, in filter: inout [UInt64]) {
        guard value != 0 else { return }
        if isRepeated {
            let key = UInt64(value)
            let place = masks.place(of: key) ?? masks.keep(positions(of: value), for: key)
            masks.set(place, in: &filter)
        } else {
            for position in positions(of: value) {
                filter[Int(position >> 6)] |= 1 << UInt64(position & 63)
            }
        }
    }

    private mutating func positions(of value: UInt32) -> [UInt16] {
        let letters = dictionary[Int(value)]
        var positions: [UInt16] = []
        whole.append(prefix + letters, to: &positions)
        bigrams.append(letters, to: &positions)
        return positions
    }

    private static func families(
        of kind: FieldKind
    ) -> (whole: TokenFamily, bigram: TokenFamily) {
        switch kind {
        case .sex: (.sex, .sex)
        case .place: (.place, .placeBigram)
        case .phone: (.phone, .phoneBigram)
        case .document: (.document, .documentBigram)
        default: (.other, .otherBigram)
        }
    }
}
