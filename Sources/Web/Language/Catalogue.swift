import Foundation
import Synchronization

/// The texts of the screens, by language and key.
///
/// Each area of the system has two files in `Resources`, `es.<area>.json` and `en.<area>.json`:
/// flat objects from key to text. They are embedded in the program and merged when first used.
package enum Catalogue {
    /// The embedded files of one language, by area.
    ///
    /// To add an area, add its two files to `Resources` and a line to each list here.
    package static func files(_ language: Language) -> [String: [UInt8]] {
        switch language {
        case .spanish:
            [
                "base": PackageResources.es_base_json,
                "words": PackageResources.es_words_json,
                "intake": PackageResources.es_intake_json,
                "care": PackageResources.es_care_json,
                "public": PackageResources.es_public_json,
                "record": PackageResources.es_record_json,
                "keys": PackageResources.es_keys_json,
                "receipt": PackageResources.es_receipt_json,
                "openings": PackageResources.es_openings_json,
                "estimates": PackageResources.es_estimates_json,
                "linkage": PackageResources.es_linkage_json,
            ]
        case .english:
            [
                "base": PackageResources.en_base_json,
                "words": PackageResources.en_words_json,
                "intake": PackageResources.en_intake_json,
                "care": PackageResources.en_care_json,
                "public": PackageResources.en_public_json,
                "record": PackageResources.en_record_json,
                "keys": PackageResources.en_keys_json,
                "receipt": PackageResources.en_receipt_json,
                "openings": PackageResources.en_openings_json,
                "estimates": PackageResources.en_estimates_json,
                "linkage": PackageResources.en_linkage_json,
            ]
        }
    }

    /// Reads one file.
    ///
    /// - Throws: `DecodingError` if it is not a flat object of strings.
    package static func parse(_ file: [UInt8]) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(file))
    }

    /// The text of a key, or nil, in which case the miss is recorded.
    static func text(_ key: String, in language: Language) -> String? {
        if let text = texts(language)[key] { return text }
        recordMissing(key)
        return nil
    }

    /// Every key, and every placeholder as `⟦key{name}⟧`, that was asked for in vain so far.
    ///
    /// Tests look here after rendering pages.
    package static var missing: Set<String> { missingKeys.withLock { $0 } }

    static func recordMissing(_ key: String) {
        missingKeys.withLock { _ = $0.insert(key) }
    }

    private static let missingKeys = Mutex<Set<String>>([])
    private static let spanish = merged(.spanish)
    private static let english = merged(.english)

    private static func texts(_ language: Language) -> [String: String] {
        switch language {
        case .spanish: spanish
        case .english: english
        }
    }

    /// All files as one.
    ///
    /// A file that cannot be read leaves its keys missing, which shows on
    /// every page that wants them; the tests read each file strictly.
    private static func merged(_ language: Language) -> [String: String] {
        files(language).values.reduce(into: [:]) { all, file in
            guard let texts = try? parse(file) else { return }
            all.merge(texts) { first, _ in first }
        }
    }
}
