import Casework
package import Hummingbird

/// The languages that every screen speaks.
package enum Language: String, CaseIterable, Encodable, Sendable {
    case spanish = "es"
    case english = "en"

    /// What the language calls itself.
    package var ownName: String {
        switch self {
        case .spanish: "Español"
        case .english: "English"
        }
    }

    /// The name of the cookie that keeps a reader's choice.
    package static let cookie = "lang"

    /// The language for a request: the reader's choice, else the browser's wish, else Spanish.
    package static func preferred(by request: Request) -> Language {
        if let chosen = request.cookies[cookie].flatMap({ Language(rawValue: $0.value) }) {
            return chosen
        }
        return preferred(byHeader: request.headers[.acceptLanguage] ?? "")
    }

    /// The language that an `Accept-Language` value likes best (RFC 9110, section 12.5.4).
    ///
    /// Regional variants count for their language. Among equals the first named wins; `*`, an
    /// empty value and one without either language give Spanish.
    package static func preferred(byHeader header: String) -> Language {
        var best: (language: Language, quality: Double)?
        for part in header.split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.trimmed.lowercased() }
            guard let range = pieces.first,
                let language = Language(rawValue: String(range.prefix { $0 != "-" }))
            else { continue }
            let quality =
                pieces.dropFirst().first { $0.hasPrefix("q=") }
                .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if quality > 0, quality > best?.quality ?? 0 {
                best = (language, quality)
            }
        }
        return best?.language ?? .spanish
    }
}
