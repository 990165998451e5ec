/// Makes a table of records, one record at a time.
///
/// Each value is prepared as its field's kind asks (`Preparation`), and each distinct one only once.
public struct TableBuilder: Sendable {
    /// What the values of a record are, in order.
    public let fields: [Field]
    private var identifiers = TextColumn()
    private var sourceStarts: [Int] = []
    private var names = NameBuilder()
    private var columns: [ColumnBuilder]
    private var scratch: [UInt8] = []
    private var ranges: [Range<Int>] = []
    private var prepared: [UInt8] = []

    /// Makes a table without records.
    ///
    /// - Parameter fields: What the values of each record will be, in order.
    public init(fields: [Field]) {
        self.fields = fields
        columns = fields.map { ColumnBuilder(kind: $0.kind) }
    }

    /// Begins a source: a file, or the records of one agency.
    ///
    /// The first need not be begun.
    public mutating func beginSource() {
        sourceStarts.append(identifiers.count)
    }

    /// Adds a record.
    ///
    /// - Parameters:
    ///   - identifier: As it is to be shown again.
    ///   - values: One for each field, as written. A value that is absent counts as missing, and what
    ///     is more than the fields is left out.
    public mutating func append(
        identifier: some StringProtocol,
        values: [some StringProtocol]
    ) {
        var bytes = scratch
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: identifier.utf8)
        var ends = ranges
        ends.removeAll(keepingCapacity: true)
        for value in values {
            let start = bytes.count
            bytes.append(contentsOf: value.utf8)
            ends.append(start..<bytes.count)
        }
        append(bytes: bytes.span, identifier: 0..<identifier.utf8.count, values: ends)
        scratch = bytes
        ranges = ends
    }

    /// Adds a record that lies in a row of bytes.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - identifier: Where in `bytes` the identifier is.
    ///   - values: Where in `bytes` the value of each field is.
    public mutating func append(
        bytes: Span<UInt8>,
        identifier: Range<Int>,
        values: [Range<Int>]
    ) {
        if sourceStarts.isEmpty { beginSource() }
        identifiers.append(bytes.extracting(identifier))
        names.beginRecord()
        for place in columns.indices {
            let value = bytes.extracting(place < values.count ? values[place] : 0..<0)
            if fields[place].kind.isName {
                names.append(value, kind: fields[place].kind)
            } else {
                columns[place].append(value, scratch: &prepared)
            }
        }
        names.endRecord()
    }

    /// The table of all records added.
    public consuming func finish() -> RecordTable {
        let ends = sourceStarts.dropFirst() + [identifiers.count]
        var table = RecordTable(
            fields: fields,
            sources: zip(sourceStarts, ends).map { $0..<$1 },
            identifiers: identifiers,
            names: names.finish(),
            columns: []
        )
        for place in fields.indices where !fields[place].kind.isName {
            table.columns.append(.init(field: fields[place], values: columns[place].finish()))
        }
        return table
    }
}

extension RecordTable {
    /// Makes a small table from records in memory.
    ///
    /// - Parameters:
    ///   - fields: What the values of each record are, in order.
    ///   - sources: Of each source the records: an identifier, and one value for each field.
    public init(fields: [Field], sources: [[(String, [String])]]) {
        var builder = TableBuilder(fields: fields)
        for source in sources {
            builder.beginSource()
            for (identifier, values) in source {
                builder.append(identifier: identifier, values: values)
            }
        }
        self = builder.finish()
    }
}
