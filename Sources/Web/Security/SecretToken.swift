import Crypto

/// A random value of 256 bits that whoever presents it must have been given.
package struct SecretToken: Sendable {
    /// The token as 64 hexadecimal digits, for a cookie or a form.
    package let text: String

    /// A new token from the system's secure random generator.
    package init() {
        var generator = SystemRandomNumberGenerator()
        text = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator).hexadecimal }
            .joined()
    }

    /// A token that came with a request.
    ///
    /// - Returns: nil if it cannot be one: 64 lowercase hexadecimal digits.
    package init?(text: String) {
        guard text.utf8.count == 64,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.text = text
    }

    /// The SHA-256 of the token: enough to know it again, of no use to whoever reads it.
    package var digest: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    /// Whether a text is this token, in time that does not depend on where they differ.
    ///
    /// The digests are compared, so that the length of the text shows nothing either.
    package func matches(_ candidate: String) -> Bool {
        SHA256.hash(data: Array(text.utf8)) == SHA256.hash(data: Array(candidate.utf8))
    }
}

extension UInt8 {
    /// Two lowercase hexadecimal digits.
    var hexadecimal: String {
        let digits = String(self, radix: 16)
        return self < 16 ? "0\(digits)" : digits
    }
}
