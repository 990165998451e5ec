/// A row that was kept out, and why.
public struct BadRow: Hashable, Sendable {
    /// The place of its source among the sources, from 0.
    public var source: Int
    /// The line where it begins, from 1; the header is on the first.
    public var line: Int
    /// Why it was kept out.
    public var reason: Reason

    /// Why a row can be kept out.
    public enum Reason: Hashable, Sendable {
        /// It has another number of columns than the header.
        case columns(found: Int, expected: Int)
        case noIdentifier
        /// A row before it in the same source has the same identifier.
        case repeatedIdentifier
        /// It is not text in the file's encoding.
        case badText
        /// It has more bytes than a row may have.
        case tooLong
        /// A quote is opened in it and never closed.
        case unclosedQuote
        /// Something stands between a closing quote and the next separator.
        case strayQuote

        /// The reason and what to do, in words.
        ///
        /// - Parameter language: The reader's.
        /// - Returns: A phrase without the name of the file or the line.
        public func text(in language: LinkageLanguage) -> String {
            switch self {
            case .columns(let found, let expected):
                language.pick(
                    "has \(found) columns where the header has \(expected)",
                    "tiene \(found) columnas y el encabezado \(expected)"
                )
            case .noIdentifier: language.pick("has no identifier", "no tiene identificador")
            case .repeatedIdentifier:
                language.pick(
                    "has an identifier that a row before it has",
                    "tiene un identificador que ya tiene otra fila"
                )
            case .badText:
                language.pick(
                    "has bytes that are not UTF-8; save the file as UTF-8",
                    "tiene bytes que no son UTF-8; guarde el archivo en UTF-8"
                )
            case .tooLong:
                language.pick(
                    "is longer than \(RowStream.longestRow / 1024) KiB",
                    "mide más de \(RowStream.longestRow / 1024) KiB"
                )
            case .unclosedQuote:
                language.pick("opens a quote and never closes it", "abre comillas y no las cierra")
            case .strayQuote:
                language.pick(
                    "has text after a closing quote; write a quote inside quotes twice",
                    "tiene texto tras cerrar comillas; dentro de comillas, escríbalas dobles"
                )
            }
        }
    }
}
