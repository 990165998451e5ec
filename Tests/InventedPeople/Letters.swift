import Foundation

/// What is done to the letters of a name.
enum Letters {
    /// Without accents.
    static func plain(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let kept = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !(0x300...0x36f).contains($0.value)
        }
        return String(String.UnicodeScalarView(kept))
    }

    /// With a capital at the beginning.
    static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
