import Linkage

/// What was read: how many records of each file, what each column was taken for, and which rows were
/// kept out.
struct ReadingSummary: Encodable {
    struct Source: Encodable {
        let name: String
        let records: Int
        let rowsKeptOut: Int
        let columns: [Column]
    }

    struct Column: Encodable {
        let name: String
        let kind: String
        let why: String
    }

    struct KeptOut: Encodable {
        let source: String
        let line: Int
        let why: String
    }

    let sources: [Source]
    let rowsKeptOut: [KeptOut]
    let notes: [String]

    /// How many rows are named on a terminal.
    private static let named = 20

    init(_ reading: ReadingReport) {
        let language = Terminal.linkageLanguage
        sources = reading.sources.map { source in
            Source(
                name: source.name,
                records: source.rows,
                rowsKeptOut: source.badRows,
                columns: source.guesses.map {
                    Column(
                        name: $0.column,
                        kind: $0.use.words(in: language),
                        why: $0.reason.text(in: language)
                    )
                }
            )
        }
        rowsKeptOut = reading.badRows.map {
            KeptOut(
                source: reading.sources[$0.source].name,
                line: $0.line,
                why: $0.reason.text(in: language)
            )
        }
        notes = reading.columns.flatMap(\.dateOrders).compactMap { $0?.text(in: language) }
    }

    /// The summary for people, in the language of the terminal.
    var text: String {
        let lines = sources.flatMap(lines(of:)) + keptOut + notes
        return lines.joined(separator: "\n")
    }

    private func lines(of source: Source) -> [String] {
        let width = source.columns.map(\.name.count).max() ?? 0
        let columns = source.columns.map { column in
            let pad = String(repeating: " ", count: width - column.name.count)
            return "  \(column.name)\(pad)  \(column.kind) (\(column.why))"
        }
        let head = Terminal.say(
            "\(source.name): \(source.records) records, \(source.rowsKeptOut) rows kept out",
            "\(source.name): \(source.records) registros, \(source.rowsKeptOut) filas apartadas"
        )
        return [head] + columns
    }

    private var keptOut: [String] {
        var lines = rowsKeptOut.prefix(Self.named).map { row in
            Terminal.say(
                "  kept out: \(row.source), line \(row.line): \(row.why)",
                "  apartada: \(row.source), línea \(row.line): \(row.why)"
            )
        }
        let all = sources.reduce(0) { $0 + $1.rowsKeptOut }
        if all > lines.count {
            lines.append(
                Terminal.say(
                    "  and \(all - lines.count) more (--json names up to \(ReadingReport.badRowsNamed))",
                    "  y \(all - lines.count) más (--json nombra hasta \(ReadingReport.badRowsNamed))"
                )
            )
        }
        return lines
    }
}

extension ColumnGuess.Use {
    /// What a column is used as, in words.
    func words(in language: LinkageLanguage) -> String {
        switch (self, language) {
        case (.identifier, .english): "tells records apart"
        case (.identifier, .spanish): "distingue los registros"
        case (.field(let kind), .english): kind.words
        case (.field(let kind), .spanish): kind.spanishWords
        case (.partOfBirthDate, .english): "part of the date of birth"
        case (.partOfBirthDate, .spanish): "parte de la fecha de nacimiento"
        case (.leftOut, .english): "left out"
        case (.leftOut, .spanish): "no se usa"
        }
    }
}

extension FieldKind {
    fileprivate var spanishWords: String {
        switch self {
        case .givenNames: "nombres"
        case .surnames: "apellidos"
        case .fullName: "nombre completo"
        case .dateOfBirth: "fecha de nacimiento"
        case .sex: "sexo"
        case .place: "lugar"
        case .phone: "teléfono"
        case .document: "documento"
        case .other: "otro"
        }
    }
}
