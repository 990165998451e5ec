/// The answer to a file that cannot be read as a telegram.
public struct NotATelegram: Error, Hashable, Sendable {
    /// Why reading stopped.
    public enum Reason: String, Codable, Sendable {
        /// The file is empty or blank.
        case empty
        /// The file is longer than ``TelegramReader/byteLimit``.
        case tooLong
        /// Neither the head of a telegram nor the text of one was found.
        case unrecognised
    }

    /// Why reading stopped.
    public let reason: Reason
    /// The line where reading stopped, counted from 1.
    public let line: Int

    /// Explains in one language where reading stopped and what was expected there.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: Two sentences at most.
    public func text(in language: TelegramLanguage) -> String {
        switch reason {
        case .empty:
            language.pick(
                "The file has no text. A telegram was expected.",
                "El archivo no tiene texto. Se esperaba un telegrama."
            )
        case .tooLong:
            language.pick(
                "The file is longer than 4 MiB, the most that is read.",
                "El archivo pasa de 4 MiB, lo máximo que se lee."
            )
        case .unrecognised:
            language.pick(
                "Reading stopped at line \(line): this is not a telegram. Expected there at least two"
                    + " lines of a head (such as FM, TO, a date-time group, a classification, TAGS or"
                    + " SUBJECT), or a text in capitals that ends in a signature.",
                "La lectura se detuvo en la línea \(line): esto no es un telegrama. Se esperaban allí"
                    + " al menos dos líneas de encabezado (como FM, TO, un grupo fecha-hora, una"
                    + " clasificación, TAGS o SUBJECT), o un texto en mayúsculas que termine en firma."
            )
        }
    }
}

extension NotATelegram: CustomStringConvertible {
    /// The explanation in English.
    public var description: String { text(in: .english) }
}
