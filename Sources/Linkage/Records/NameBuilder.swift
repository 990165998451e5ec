/// Gathers the names of records into a column.
struct NameBuilder: Sendable {
    private var offsets: [UInt32] = [0]
    private var tokens: [NameToken] = []
    private var vocabulary = ByteIndex()
    private var counts: [UInt32] = []
    private var raw: [FieldKind: RawNames] = [:]
    private var record: [NameToken] = []
    private var folded: [UInt8] = []

    /// The distinct values of one kind, and the tokens each was split into.
    private struct RawNames {
        var index = ByteIndex()
        var offsets: [UInt32] = [0]
        var tokens: [NameToken] = []
    }

    mutating func beginRecord() {
        record.removeAll(keepingCapacity: true)
    }

    mutating func append(_ value: Span<UInt8>, kind: FieldKind) {
        var values = raw[kind, default: RawNames()]
        raw[kind] = nil
        let known = values.index.count
        let number = Int(values.index.number(of: value))
        if number == known {
            let role: NameRole =
                kind == .givenNames ? .given : kind == .surnames ? .surname : .either
            _ = Letters.fold(value, into: &folded)
            for part in NameParts.split(folded) {
                let id = vocabulary.number(of: part.span)
                if id == counts.count { counts.append(0) }
                values.tokens.append(NameToken(id: id, role: role))
            }
            values.offsets.append(UInt32(values.tokens.count))
        }
        let place = Int(values.offsets[number])..<Int(values.offsets[number + 1])
        record.append(contentsOf: values.tokens[place])
        raw[kind] = values
    }

    mutating func endRecord() {
        for role in [NameRole.given, .surname, .either] {
            for token in record where token.role == role { tokens.append(token) }
        }
        for place in record.indices
        where !record[..<place].contains(where: { $0.id == record[place].id }) {
            counts[record[place].id] += 1
        }
        offsets.append(UInt32(tokens.count))
    }

    consuming func finish() -> NameColumn {
        var column = NameColumn()
        column.offsets = offsets
        column.tokens = tokens
        column.vocabulary = Vocabulary()
        column.vocabulary.bytes = vocabulary.bytes
        column.vocabulary.offsets = vocabulary.offsets
        column.vocabulary.counts = counts
        column.vocabulary.skeletons = (0..<UInt32(counts.count)).map { $0 }
        column.vocabulary.nicknames = [UInt32](repeating: 0, count: counts.count)
        return column
    }
}
