/// Reads the rows of one source into a table.
struct SourceReading {
    private let place: Int
    private let header: SourceHeader
    private let plan: ColumnPlan
    /// The columns of the fields, when each is simply a column.
    private let columns: [Int]?
    private var seen = ByteIndex()
    private var row: [UInt8] = []
    private var values: [Range<Int>] = []

    private init(place: Int, header: SourceHeader, plan: ColumnPlan) {
        self.place = place
        self.header = header
        self.plan = plan
        let columns = plan.origins.compactMap { origin -> Int? in
            if case .column(let column) = origin { column } else { nil }
        }
        self.columns = columns.count == plan.origins.count ? columns : nil
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
        var reading = SourceReading(place: report.sources.count, header: header, plan: plan)
        var source = ReadingReport.Source(
            name: name,
            encoding: rows.encoding,
            separator: Character(Unicode.Scalar(rows.separator)),
            guesses: plan.guesses
        )
        builder.beginSource()
        while true {
            var problem: BadRow.Reason?
            switch try rows.read() {
            case .end:
                source.encoding = rows.encoding
                report.sources.append(source)
                return
            case .bad(let reason): problem = reason
            case .row: problem = reading.add(rows, to: &builder)
            }
            if let problem {
                source.badRows += 1
                report.badRowCount += 1
                if report.badRows.count < ReadingReport.badRowsNamed {
                    report.badRows.append(
                        BadRow(source: reading.place, line: rows.line, reason: problem)
                    )
                }
            } else {
                source.rows += 1
                // Between two looks rows bring at most a gigabyte, for which there is still room.
                if source.rows & 0xfff == 0, !builder.hasRoom { throw .tooLarge }
            }
            if (source.rows + source.badRows) & 0x3fff == 0 {
                progress(
                    ReadingProgress(bytes: rows.bytesRead, size: rows.size, rows: builder.count)
                )
            }
        }
    }

    /// Adds a row to the table, unless something is wrong with it.
    private mutating func add(
        _ rows: borrowing RowStream,
        to builder: inout TableBuilder
    ) -> BadRow.Reason? {
        let fields = rows.fields
        guard fields.count == header.columns.count else {
            return .columns(found: fields.count, expected: header.columns.count)
        }
        let bytes = rows.bytes.span
        let identifier = bytes.trimming(fields[header.identifier])
        if identifier.isEmpty { return .noIdentifier }
        let known = seen.count
        if seen.number(of: bytes.extracting(identifier)) < known { return .repeatedIdentifier }
        if let columns {
            values.removeAll(keepingCapacity: true)
            for column in columns { values.append(fields[column]) }
            builder.append(bytes: bytes, identifier: identifier, values: values)
        } else {
            compose(bytes, fields: fields, identifier: identifier)
            builder.append(bytes: row.span, identifier: 0..<identifier.count, values: values)
        }
        return nil
    }

    /// Writes the identifier and the values of the fields into `row` and `values`, where a field is not
    /// one column.
    private mutating func compose(
        _ bytes: Span<UInt8>,
        fields: [Range<Int>],
        identifier: Range<Int>
    ) {
        row.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        copy(bytes.extracting(identifier))
        for origin in plan.origins {
            let start = row.count
            switch origin {
            case .absent: break
            case .column(let column): copy(bytes.extracting(fields[column]))
            case .date(let year, let month, let day):
                let year = bytes.trimming(fields[year])
                if year.count < 4 { break }
                copy(bytes.extracting(year))
                for part in [month, day] {
                    guard let part else { break }
                    row.append(UInt8(ascii: "-"))
                    let value = bytes.trimming(fields[part])
                    if value.isEmpty || !(0x30...0x39).contains(bytes[value.lowerBound]) {
                        row.append(UInt8(ascii: "0"))
                    } else {
                        copy(bytes.extracting(value))
                    }
                }
            }
            values.append(start..<row.count)
        }
    }

    private mutating func copy(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe row.append(contentsOf: $0) }
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
