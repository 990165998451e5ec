/// A language in which the library explains what it did and found.
public enum LinkageLanguage: String, CaseIterable, Codable, Sendable {
    /// English.
    case english = "en"
    /// Spanish.
    case spanish = "es"

    func pick(_ english: String, _ spanish: String) -> String {
        switch self {
        case .english: english
        case .spanish: spanish
        }
    }
}
