/// What a column of a file was taken to hold, and why.
public struct ColumnGuess: Hashable, Sendable {
    /// The column's name in the file.
    public var column: String
    /// What it is used as.
    public var use: Use
    /// Why.
    public var reason: Reason

    /// What a column can be used as.
    public enum Use: Hashable, Sendable {
        /// The record's identifier.
        case identifier
        /// Values that are compared.
        case field(FieldKind)
        /// One part of a date of birth that other columns complete.
        case partOfBirthDate
        /// Nothing.
        case leftOut
    }

    /// Why a column was taken to be what it is.
    public enum Reason: Hashable, Sendable {
        /// Someone said so.
        case given
        /// It is the first.
        case first
        /// The column's name says so.
        case name
        /// So many hundredths of the values looked at are of this kind.
        case values(percent: Int)
        /// Neither name nor values are known; compared as wholes.
        case unknown
        /// It numbers records or says who the person is, which is the question.
        case answer
        /// It is of the record, not of the person.
        case aside
        /// Its values are all alike, or texts too long to compare.
        case useless
        /// No other file has such a column, or the first has none.
        case alone

        /// The reason, in words.
        ///
        /// - Parameter language: The reader's.
        /// - Returns: A phrase.
        public func text(in language: LinkageLanguage) -> String {
            switch self {
            case .given: language.pick("as you said", "como usted indicó")
            case .first: language.pick("it is the first column", "es la primera columna")
            case .name: language.pick("by the column's name", "por el nombre de la columna")
            case .values(let percent):
                language.pick("by \(percent)% of its values", "por el \(percent)% de sus valores")
            case .unknown:
                language.pick(
                    "not recognised; compared as it is",
                    "no se reconoce; se compara tal cual"
                )
            case .answer:
                language.pick("numbers persons or records", "numera personas o registros")
            case .aside:
                language.pick("says nothing of who the person is", "no dice quién es la persona")
            case .useless:
                language.pick(
                    "all values alike, or long texts",
                    "valores todos iguales, o textos largos"
                )
            case .alone:
                language.pick("the first file has no such column", "el primer archivo no la tiene")
            }
        }
    }
}
