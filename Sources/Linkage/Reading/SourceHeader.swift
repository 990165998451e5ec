/// The columns of one source: their names, what they hold, and which identifies records.
struct SourceHeader {
    /// As written, in order.
    let columns: [String]
    /// The place of the identifier's column.
    let identifier: Int
    /// What each column is used as.
    let guesses: [ColumnGuess]

    /// How many rows are looked at for a guess.
    private static let sampled = 1000

    /// Reads the header of a source and looks at its first rows, which are read again later.
    ///
    /// - Parameters:
    ///   - rows: A source of which nothing was read.
    ///   - name: What messages call it.
    ///   - identifier: The column of identifiers; without it the first, or one named so when the first is
    ///     a part of a person's data.
    /// - Throws: When there is no header, or it is no good.
    init(
        _ rows: inout RowStream,
        name: String,
        identifier: String?
    ) throws(ReadingFailure) {
        switch try rows.read() {
        case .end: throw .empty(source: name)
        case .bad: throw .badHeader(source: name)
        case .row: break
        }
        let columns = rows.fields.indices.map { rows.text($0) }
        guard !columns.contains("") else { throw .badHeader(source: name) }
        var seen: Set<String> = []
        for column in columns where !seen.insert(Self.key(column)).inserted {
            throw .repeatedColumn(source: name, column: column)
        }
        self.columns = columns
        self.identifier = try Self.place(of: identifier, in: columns, source: name)
        guesses = KindGuess.guesses(
            headers: columns,
            identifier: self.identifier,
            sample: Self.sample(rows, columns: columns.count)
        )
    }

    /// Where a column is by its name, whatever its case and the spaces around it.
    func place(of column: String) -> Int? {
        columns.firstIndex { Self.key($0) == Self.key(column) }
    }

    private static func key(_ column: String) -> String {
        column.lowercased().filter { !$0.isWhitespace }
    }

    private static func place(
        of identifier: String?,
        in columns: [String],
        source: String
    ) throws(ReadingFailure) -> Int {
        if let identifier {
            guard let place = columns.firstIndex(where: { key($0) == key(identifier) }) else {
                throw .noColumn(source: source, column: identifier, present: columns)
            }
            return place
        }
        let meanings = columns.map(HeaderWords.meaning(of:))
        switch meanings.first ?? nil {
        case .kind(.document), .identifier, .truth, .aside, nil: return 0
        default:
            guard let place = meanings.firstIndex(of: .identifier) else {
                throw .noIdentifierColumn(source: source, first: columns[0])
            }
            return place
        }
    }

    private static func sample(_ rows: RowStream, columns: Int) -> [[String]] {
        var rows = rows
        var sample = [[String]](repeating: [], count: columns)
        for _ in 0..<sampled {
            guard rows.peek() else { break }
            guard rows.fields.count == columns else { continue }
            for column in 0..<columns { sample[column].append(rows.text(column)) }
        }
        return sample
    }
}
