/// The numbers of each record that comparisons look at, side by side.
///
/// A record's data stand together, so that a pair of records costs two or three lines of the cache
/// and not two for each column: how many given names and surnames, their tokens, then the words
/// of each column.
struct RowLayout: Sendable {
    /// How many tokens of a name are looked at.
    static let mostTokens = 8
    /// All records' words, one record after another.
    let words: [UInt32]
    /// How many words a record has.
    let width: Int
    /// How many records there are.
    let count: Int
    /// Where the words of each column begin within a record.
    let places: [Int]

    /// Gathers the data of a table.
    init(_ table: RecordTable) {
        var slots = 0
        for row in 0..<table.count where slots < Self.mostTokens {
            slots = max(slots, min(Self.mostTokens, table.names[row].count))
        }
        var places: [Int] = []
        var width = slots + 1
        for column in table.columns {
            places.append(width)
            width += column.field.kind.hasSignature ? 2 : 1
        }
        self.places = places
        self.width = width
        count = table.count
        var words = [UInt32](repeating: 0, count: width * table.count)
        for row in 0..<table.count {
            Self.fillName(table.names[row], slots, &words, at: row * width)
        }
        for (place, column) in zip(places, table.columns) {
            Self.fill(column, table.count, &words, at: place, width)
        }
        self.words = words
    }

    private static func fill(
        _ column: RecordTable.Column,
        _ count: Int,
        _ words: inout [UInt32],
        at place: Int,
        _ width: Int
    ) {
        switch column.values {
        case .dates(let dates):
            for (row, date) in dates.prefix(count).enumerated() {
                words[row * width + place] = date.packed
            }
        case .codes(let codes):
            let signatures = column.field.kind.signatures(of: codes.dictionary)
            for (row, value) in codes.values.prefix(count).enumerated() {
                words[row * width + place] = value
                if !signatures.isEmpty { words[row * width + place + 1] = signatures[Int(value)] }
            }
        }
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
        if tokens.contains(where: { $0.role == .either }) {
            fillName(Self.withRoles(tokens)[...], slots, &words, at: start)
            return
        }
        let given = tokens.count { $0.role == .given }
        let surnames = tokens.count - given
        let givenKept = min(given, max(slots - surnames, (slots + 1) / 2))
        let surnamesKept = min(surnames, slots - givenKept)
        words[start] = UInt32(givenKept | surnamesKept << 4)
        var place = (given: start + 1, surname: start + 1 + givenKept)
        for token in tokens {
            if token.role == .given, place.given <= start + givenKept {
                words[place.given] = UInt32(token.id)
                place.given += 1
            } else if token.role == .surname, place.surname <= start + givenKept + surnamesKept {
                words[place.surname] = UInt32(token.id)
                place.surname += 1
            }
        }
    }

    private static func withRoles(_ tokens: ArraySlice<NameToken>) -> [NameToken] {
        let known = tokens.filter { $0.role != .either }
        let whole = tokens.filter { token in
            token.role == .either && !known.contains { $0.id == token.id }
        }
        return known
            + whole.enumerated().map { place, token in
                NameToken(id: UInt32(token.id), role: place < whole.count / 2 ? .given : .surname)
            }
    }
}

extension FieldKind {
    /// Whether most records have a value of their own, which a summary beside it tells apart.
    var hasSignature: Bool { self == .phone || self == .document }

    /// The summaries of all values of a column of this kind; none when it has no summaries.
    fileprivate func signatures(of dictionary: ValueDictionary) -> [UInt32] {
        guard hasSignature else { return [] }
        return (0..<dictionary.count).map { value in
            self == .phone
                ? Signature.phone(dictionary[value]) : Signature.counts(dictionary[value])
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
