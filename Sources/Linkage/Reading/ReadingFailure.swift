/// Why records could not be read at all.
public enum ReadingFailure: Error, Hashable, Sendable {
    /// The system does not give the source.
    case unreadable(source: String, reason: String)
    /// There is no header.
    case empty(source: String)
    /// Two columns have one name.
    case repeatedColumn(source: String, column: String)
    /// The header's row cannot be read, or a column has no name.
    case badHeader(source: String)
    /// A column that was asked for is absent.
    case noColumn(source: String, column: String, present: [String])
    /// The first column is a part of a person's data, and no other seems to be an identifier.
    case noIdentifierColumn(source: String, first: String)
    /// No column is one that persons can be compared by.
    case nothingToCompare(source: String)
    /// More than four thousand million records or bytes of one field.
    case tooLarge

    /// The failure and what to do, in words.
    ///
    /// - Parameter language: The reader's.
    /// - Returns: One or two sentences that name the source.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .unreadable(let source, let reason):
            language.pick(
                "\(source) cannot be read: \(reason).",
                "No se puede leer \(source): \(reason)."
            )
        case .empty(let source):
            language.pick(
                "\(source) is empty. The first line must name the columns.",
                "\(source) está vacío. La primera línea debe nombrar las columnas."
            )
        case .repeatedColumn(let source, let column):
            language.pick(
                "\(source) has two columns named “\(column)”. Give each its own name.",
                "\(source) tiene dos columnas llamadas «\(column)». Dé a cada una su nombre."
            )
        case .badHeader(let source):
            language.pick(
                "The first line of \(source) must name every column.",
                "La primera línea de \(source) debe nombrar todas las columnas."
            )
        case .noColumn(let source, let column, let present):
            language.pick(
                "\(source) has no column “\(column)”. It has: \(present.joined(separator: ", ")).",
                "\(source) no tiene la columna «\(column)». Tiene: \(present.joined(separator: ", "))."
            )
        case .noIdentifierColumn(let source, let first):
            language.pick(
                "The first column of \(source), “\(first)”, identifies no record. Name the column that does.",
                "La primera columna de \(source), «\(first)», no identifica registros. Indique cuál lo hace."
            )
        case .nothingToCompare(let source):
            language.pick(
                "\(source) has no column that persons can be compared by. Say what the columns hold.",
                "\(source) no tiene columnas con que comparar personas. Indique qué contienen."
            )
        case .tooLarge:
            language.pick(
                "There are more records than one table can hold. Divide the file.",
                "Hay más registros de los que caben en una tabla. Divida el archivo."
            )
        }
    }
}
