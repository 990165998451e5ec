/// Reads the rows of one source into a table.
///
/// Rows are gathered and then added together: to find whether identifiers come again is a wait for memory,
/// which is shorter for many at a time.
struct SourceReading {
    private let place: Int
    private let header: SourceHeader
    private let plan: ColumnPlan
    /// The columns of the fields, when each is simply a column.
    private let columns: [Int]?
    private var seen = ByteIndex()
    private var rows = RowBatch()
    private var source: ReadingReport.Source
    private var badRows: [BadRow] = []

    private init(
        _ rows: RowStream,
        place: Int,
        header: SourceHeader,
        plan: ColumnPlan,
        name: String
    ) {
        self.place = place
        self.header = header
        self.plan = plan
        let columns = plan.origins.compactMap { origin -> Int? in
            if case .column(let column) = origin { column } else { nil }
        }
        self.columns = columns.count == plan.origins.count ? columns : nil
        source = ReadingReport.Source(
            name: name,
            encoding: rows.encoding,
            separator: Character(Unicode.Scalar(rows.separator)),
            guesses: plan.guesses
        )
    }

    /// Reads what is left of a source.
    ///
    /// - Parameters:
    ///   - rows: The source, after its header.
    ///   - header: Its header.
    ///   - plan: Where the fields are.
    ///   - name: What messages call it.
    ///   - builder: The table.
    ///   - report: Where the source and its bad rows are added.
    ///   - progress: Told every so many rows how far it is.
    /// - Throws: When the system gives no more of the source.
    static func read(
        _ rows: RowStream,
        header: SourceHeader,
        plan: ColumnPlan,
        name: String,
        into builder: inout TableBuilder,
        report: inout ReadingReport,
        progress: (ReadingProgress) -> Void
    ) throws(ReadingFailure) {
        var rows = rows
        var reading = SourceReading(
            rows,
            place: report.sources.count,
            header: header,
            plan: plan,
            name: name
        )
        builder.beginSource()
        var count = 0
        reading: while true {
            switch try rows.read() {
            case .end: break reading
            case .bad(let reason): reading.keepOut(reason, line: rows.line)
            case .row: reading.take(rows)
            }
            count += 1
            if reading.rows.isFull { reading.addRows(to: &builder) }
            // Between two looks rows bring at most a gigabyte, for which there is still room.
            if count & 0xfff == 0, !builder.hasRoom { throw .tooLarge }
            if count & 0x3fff == 0 {
                progress(
                    ReadingProgress(bytes: rows.bytesRead, size: rows.size, rows: builder.count)
                )
            }
        }
        reading.addRows(to: &builder)
        reading.source.encoding = rows.encoding
        report.sources.append(reading.source)
        report.badRowCount += reading.source.badRows
        let room = ReadingReport.badRowsNamed - report.badRows.count
        report.badRows += reading.badRows.sorted { $0.line < $1.line }.prefix(room)
    }

    private mutating func keepOut(_ reason: BadRow.Reason, line: Int) {
        source.badRows += 1
        if badRows.count < ReadingReport.badRowsNamed {
            badRows.append(BadRow(source: place, line: line, reason: reason))
        }
    }

    /// Gathers a row, unless something is wrong with it.
    private mutating func take(_ stream: borrowing RowStream) {
        let fields = stream.fields
        guard fields.count == header.columns.count else {
            keepOut(
                .columns(found: fields.count, expected: header.columns.count),
                line: stream.line
            )
            return
        }
        let bytes = stream.bytes.span
        let identifier = bytes.trimming(fields[header.identifier])
        if identifier.isEmpty {
            keepOut(.noIdentifier, line: stream.line)
        } else if let columns {
            rows.append(
                bytes,
                fields: fields,
                columns: columns,
                identifier: identifier,
                line: stream.line
            )
        } else {
            rows.append(
                bytes,
                fields: fields,
                origins: plan.origins,
                identifier: identifier,
                line: stream.line
            )
        }
    }

    /// Adds the rows gathered to the table, but for those whose identifier came before.
    private mutating func addRows(to builder: inout TableBuilder) {
        let isNew = rows.newIdentifiers(in: &seen)
        for row in isNew.indices {
            if isNew[row] {
                source.rows += 1
                rows.add(row, fields: plan.origins.count, to: &builder)
            } else {
                keepOut(.repeatedIdentifier, line: rows.lines[row])
            }
        }
        rows.removeAll()
    }
}

extension Span<UInt8> {
    /// A range without the spaces at its ends.
    func trimming(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start] <= 0x20 { start += 1 }
        while end > start, self[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}
