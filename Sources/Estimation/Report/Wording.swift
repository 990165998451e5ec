/// A text in every language.
public struct Wording: Hashable, Sendable, Codable {
    /// The text in Spanish.
    public let es: String
    /// The text in English.
    public let en: String

    /// Creates a text.
    ///
    /// - Parameters:
    ///   - spanish: The text in Spanish.
    ///   - english: The same in English.
    public init(_ spanish: String, _ english: String) {
        es = spanish
        en = english
    }

    /// The text in one language.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: The text.
    public func text(in language: EstimationLanguage) -> String {
        switch language {
        case .spanish: es
        case .english: en
        }
    }
}
