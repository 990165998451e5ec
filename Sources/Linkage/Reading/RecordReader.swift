/// Reads tables of text with a header (CSV and its kin) into one table of records.
///
/// Sources of any size are read piece by piece; what stays in memory is the table: each distinct value
/// once, and small numbers for each record. Rows that cannot be read are kept out, counted and named by
/// line.
public struct RecordReader: Sendable {
    /// What the columns hold, or nil when that is to be guessed.
    public var fields: [Field]?
    /// The column that identifies records, or nil for the first.
    public var identifier: String?

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - fields: The columns to compare and their kinds. Without them, kinds are guessed from names and
    ///     values; the guess and its reason are in the report. A field that the second or a later source
    ///     does not have by name is taken from a column of the same kind.
    ///   - identifier: The column that identifies records. Without it, the first; when the first is a
    ///     part of a person's data, one that is named like an identifier.
    public init(fields: [Field]? = nil, identifier: String? = nil) {
        self.fields = fields
        self.identifier = identifier
    }

    /// Reads sources into one table.
    ///
    /// - Parameters:
    ///   - sources: In the order that their records are to have.
    ///   - progress: Told now and then how far it is.
    /// - Returns: The table, and what was read and kept out.
    /// - Throws: When a source cannot be opened, its header is no good, or nothing can be compared.
    public func read(
        _ sources: [RecordSource],
        progress: (ReadingProgress) -> Void = { _ in }
    ) throws(ReadingFailure) -> (table: RecordTable, report: ReadingReport) {
        var streams: [RowStream] = []
        var headers: [SourceHeader] = []
        for source in sources {
            var stream = try RowStream(source)
            headers.append(
                try SourceHeader(&stream, name: source.name, identifier: identifier)
            )
            streams.append(stream)
        }
        if let fields, let header = headers.first {
            for field in fields where header.place(of: field.name) == nil {
                throw .noColumn(
                    source: sources[0].name,
                    column: field.name,
                    present: header.columns
                )
            }
        }
        let fields = fields.map(Self.joinedDates) ?? ColumnPlan.fields(of: headers)
        guard !fields.isEmpty else {
            throw .nothingToCompare(source: sources.first?.name ?? "")
        }
        var builder = TableBuilder(fields: fields)
        var report = ReadingReport()
        for place in sources.indices {
            let plan = ColumnPlan(
                fields: fields,
                header: headers[place],
                mayGuess: self.fields == nil
            )
            try SourceReading.read(
                streams[place],
                header: headers[place],
                plan: plan,
                name: sources[place].name,
                into: &builder,
                report: &report,
                progress: progress
            )
        }
        let (table, columns) = builder.finishWithReports()
        report.columns = columns
        return (table, report)
    }

    /// Fields in which the columns of year, month and day are one.
    private static func joinedDates(_ fields: [Field]) -> [Field] {
        let parts = fields.filter { field in
            guard field.kind == .dateOfBirth else { return false }
            return [.birthYear, .birthMonth, .birthDay].contains(
                HeaderWords.meaning(of: field.name)
            )
        }
        guard parts.contains(where: { HeaderWords.meaning(of: $0.name) == .birthYear }) else {
            return fields
        }
        let joined = Field(
            name: parts.map(\.name).joined(separator: "+"),
            kind: .dateOfBirth
        )
        return fields.compactMap { $0 == parts[0] ? joined : parts.contains($0) ? nil : $0 }
    }
}
