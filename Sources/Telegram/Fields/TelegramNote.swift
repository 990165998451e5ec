/// Something the reader repaired, doubted, or could not place, with the line where it stands.
public struct TelegramNote: Codable, Hashable, Sendable {
    /// What sort of remark a note is.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// The text had a fault that the reader put right.
        case repaired
        /// The text was read as it stands, but something in it does not agree.
        case doubted
        /// The text fits no field; it is kept here.
        case leftOver
    }

    /// The sort of remark.
    public let kind: Kind
    /// The line of the file, counted from 1.
    public let line: Int
    /// A name for the remark that does not change between versions, such as `page-line`.
    public let code: String
    /// The text concerned, as printed.
    public let found: String
    /// The remark in English.
    public let message: String
    /// The remark in Spanish.
    public let messageES: String

    /// Gives the remark in one language.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: One sentence or more.
    public func text(in language: TelegramLanguage) -> String {
        language.pick(message, messageES)
    }
}
