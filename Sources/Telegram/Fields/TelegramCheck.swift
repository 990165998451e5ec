/// A fact that stands in more than one place of a telegram, and whether the places agree.
public struct TelegramCheck: Codable, Hashable, Sendable {
    /// A name for the check that does not change between versions, such as `number`.
    public let code: String
    /// Whether the places agree.
    public let holds: Bool
    /// The lines compared, counted from 1.
    public let lines: [Int]
    /// What was compared, in English.
    public let message: String
    /// What was compared, in Spanish.
    public let messageES: String

    /// Gives the comparison in one language.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: One sentence.
    public func text(in language: TelegramLanguage) -> String {
        language.pick(message, messageES)
    }
}
