/// Gathers the values of one field that is no part of a name.
struct ColumnBuilder: Sendable {
    private let kind: FieldKind
    private var dates: [PartialDate] = []
    private var codes: [UInt32] = []
    private var index = ByteIndex()
    private var counts: [UInt32] = []

    init(kind: FieldKind) {
        self.kind = kind
        let nothing: [UInt8] = []
        _ = index.number(of: nothing.span)
        counts.append(0)
    }

    mutating func append(_ value: Span<UInt8>, scratch prepared: inout [UInt8]) {
        if kind == .dateOfBirth {
            dates.append(DateReading.date(of: value))
            return
        }
        _ = Letters.fold(value, into: &prepared)
        let number = index.number(of: prepared.span)
        if number == counts.count { counts.append(0) }
        counts[Int(number)] += 1
        codes.append(number)
    }

    consuming func finish() -> RecordTable.Values {
        if kind == .dateOfBirth { return .dates(dates) }
        var column = CodeColumn()
        column.values = codes
        column.dictionary.bytes = index.bytes
        column.dictionary.offsets = index.offsets
        column.dictionary.counts = counts
        return .codes(column)
    }
}
