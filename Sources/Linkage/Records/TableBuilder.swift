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
    /// The places of the fields: names first, of these given names first and full names last.
    private let order: [Int]
    private var scratch: [UInt8] = []
    private var ranges: [Range<Int>] = []
    private var prepared: [UInt8] = []

    /// Makes a table without records.
    ///
    /// - Parameter fields: What the values of each record will be, in order.
    public init(fields: [Field]) {
        self.fields = fields
        columns = fields.map { ColumnBuilder(kind: $0.kind) }
        let kinds: [FieldKind] = [.givenNames, .surnames, .fullName]
        order =
            kinds.flatMap { kind in fields.indices.filter { fields[$0].kind == kind } }
            + fields.indices.filter { !fields[$0].kind.isName }
    }

    /// How many records were added.
    public var count: Int { identifiers.count }

    /// Whether another record fits: places in the table are numbers of 32 bits.
    var hasRoom: Bool {
        count < 1 << 31 && names.hasRoom && columns.allSatisfy(\.hasRoom)
    }

    /// Begins a source: a file, or the records of one agency.
    ///
    /// The first need not be begun.
    public mutating func beginSource() {
        if !sourceStarts.isEmpty { endSource() }
        sourceStarts.append(identifiers.count)
    }

    private mutating func endSource() {
        for place in columns.indices where !fields[place].kind.isName {
            columns[place].endSource()
        }
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
        append(bytes: bytes, identifier: identifier, values: values.span)
    }

    mutating func append(bytes: Span<UInt8>, identifier: Range<Int>, values: Span<Range<Int>>) {
        if sourceStarts.isEmpty { beginSource() }
        identifiers.append(bytes.extracting(identifier))
        for place in order {
            let range = place < values.count ? values[place] : 0..<0
            let value = bytes.extracting(bytes.trimming(range))
            if fields[place].kind.isName {
                names.append(value, kind: fields[place].kind)
            } else {
                columns[place].append(value, scratch: &prepared)
            }
        }
        names.endRecord()
    }

    /// The table of all records added.
    ///
    /// - Returns: The table, and what was found in each field, in the order of `fields`; of fields that
    ///   are parts of a name nothing is reported.
    public consuming func finishWithReports() -> (table: RecordTable, reports: [ColumnReport]) {
        if !sourceStarts.isEmpty { endSource() }
        let reports = columns.map(\.report)
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
        return (table, reports)
    }

    /// The table of all records added.
    public consuming func finish() -> RecordTable {
        finishWithReports().table
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
