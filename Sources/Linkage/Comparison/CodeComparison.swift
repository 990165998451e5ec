/// Compares values of the columns that are no names, and remembers what it found.
struct CodeComparison: Sendable {
    private let columns: [Column]
    private var masks = MatchMasks()

    private struct Column {
        var kind: FieldKind
        var dictionary: ValueDictionary?
        var information: [UInt8]
    }

    init(_ table: RecordTable) {
        columns = table.columns.map { column in
            switch column.values {
            case .dates: Column(kind: .dateOfBirth, dictionary: nil, information: [])
            case .codes(let codes):
                Column(
                    kind: column.field.kind,
                    dictionary: codes.dictionary,
                    information: Self.information(codes.dictionary.counts.dropFirst())
                )
            }
        }
    }

    private static func information(_ counts: ArraySlice<UInt32>) -> [UInt8] {
        let total = counts.reduce(0) { $0 + Int($1) }
        return [0] + counts.map { Information.quarterBits(count: $0, total: total) }
    }

    /// The verdict on two words of a row.
    mutating func compare(_ left: UInt32, _ right: UInt32, _ column: Int) -> Verdict {
        if left == 0 || right == 0 { return .missing }
        guard let dictionary = columns[column].dictionary else {
            return Verdict(
                DateComparison.compare(PartialDate(packed: left), PartialDate(packed: right))
            )
        }
        let left = Int(left)
        let right = Int(right)
        let information = columns[column].information
        if left == right { return Verdict(.same, quarterBits: Int(information[left])) }
        let leftBytes = dictionary[left]
        let rightBytes = dictionary[right]
        let finding = CodeLikeness.compare(
            leftBytes.span,
            rightBytes.span,
            as: columns[column].kind,
            &masks
        )
        return Verdict(
            finding,
            quarterBits: Int(min(information[left], information[right]))
        )
    }
}
