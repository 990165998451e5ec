import Crypto
import Foundation
import Ledger

/// What somebody computes who knows a name or a number, and looks for it in hashes.
enum Guesses {
    /// The ways to hash a guess, by name.
    static let hashes: [(name: String, hash: @Sendable ([UInt8]) -> [UInt8])] = [
        ("SHA-256", { Array(SHA256.hash(data: $0)) }),
        ("SHA-256 twice", { Array(SHA256.hash(data: Array(SHA256.hash(data: $0)))) }),
        ("SHA-256 of a leaf", { Array(SHA256.hash(data: [0] + $0)) }),
        ("SHA-256 with a zero after", { Array(SHA256.hash(data: $0 + [0])) }),
        ("SHA-384", { Array(SHA384.hash(data: $0)) }),
        ("SHA-512", { Array(SHA512.hash(data: $0)) }),
        ("SHA-1", { Array(Insecure.SHA1.hash(data: $0)) }),
        ("MD5", { Array(Insecure.MD5.hash(data: $0)) }),
        ("HMAC under nothing", { hmac([], $0) }),
        ("HMAC under zeros", { hmac([UInt8](repeating: 0, count: 32), $0) }),
        ("HMAC keyed by the guess", { hmac($0, []) }),
    ]

    static func hmac(_ key: [UInt8], _ text: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: key)))
    }

    /// The ways in which people write the same thing.
    static func spellings(of text: String) -> Set<[UInt8]> {
        let digits = text.filter(\.isNumber)
        let plain = text.folding(options: .diacriticInsensitive, locale: nil)
        let texts = [
            text, text.lowercased(), text.uppercased(), plain, plain.lowercased(),
            plain.uppercased(), text.decomposedStringWithCanonicalMapping,
            text.replacing(" ", with: ""), text.replacing("-", with: ""),
            text.replacing("-", with: "/"), "\(text)\n", digits, "+52\(digits)", "52\(digits)",
        ]
        return Set(texts.filter { !$0.isEmpty }.map { Array($0.utf8) })
    }

    /// Two things that stand together, such as a name and a date of birth.
    static func pairs(_ first: String, _ second: String) -> Set<[UInt8]> {
        Set(
            ["", " ", "|", ",", ";", ":", "\n", "\t", "\0"].flatMap { separator in
                [first + separator + second, second + separator + first].flatMap {
                    [Array($0.utf8), Array($0.lowercased().utf8)]
                }
            }
        )
    }
}

/// One way in which a text can lie in a file.
struct Spelling {
    let how: String
    let bytes: [UInt8]

    static func all(of text: String) -> [Spelling] {
        var spellings: [Spelling] = []
        let forms = [
            text, text.lowercased(), text.uppercased(),
            text.decomposedStringWithCanonicalMapping,
        ]
        for form in Set(forms) {
            let units = Array(form.utf16)
            let utf8 = Array(form.utf8)
            let hex = utf8.map { String(format: "%02x", $0) }.joined()
            let escaped = units.map { unit in
                unit < 128
                    ? String(UnicodeScalar(UInt8(unit)))
                    : "\\u" + String(format: "%04x", Int(unit))
            }
            spellings += [
                Spelling(how: "UTF-8", bytes: utf8),
                Spelling(
                    how: "UTF-16, little end first",
                    bytes: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
                ),
                Spelling(
                    how: "UTF-16, big end first",
                    bytes: units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
                ),
                Spelling(how: "JSON", bytes: Array(escaped.joined().utf8)),
                Spelling(how: "digits", bytes: Array(hex.utf8)),
                Spelling(how: "capital digits", bytes: Array(hex.uppercased().utf8)),
                Spelling(how: "backwards", bytes: utf8.reversed()),
            ]
            spellings += (0..<3).map {
                Spelling(how: "base 64 at \($0)", bytes: base64(utf8, offset: $0))
            }
        }
        return spellings
    }

    /// The characters that do not depend on what stands before and after.
    private static func base64(_ text: [UInt8], offset: Int) -> [UInt8] {
        let whole = Data(repeating: 0, count: offset) + Data(text)
        let first = (offset * 8 + 5) / 6
        let past = whole.count * 8 / 6
        return Array(whole.base64EncodedData().subdata(in: first..<past))
    }
}
