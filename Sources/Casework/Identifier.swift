/// A random name for one thing: 128 bits from the system, written as 26 characters.
///
/// The phantom type keeps a dossier's identifier from being used where a referral's is meant. The
/// text is Crockford's base 32 in lower case: no vowels that make words, no letters that look like
/// digits, safe in a path.
package struct Identifier<Subject>: Hashable, Sendable, CustomStringConvertible {
    /// The 16 bytes.
    package let bytes: [UInt8]

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A new identifier that nobody can guess.
    package static func random() -> Identifier {
        var generator = SystemRandomNumberGenerator()
        return Identifier(
            unchecked: (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
        )
    }

    /// The identifier with these 16 bytes; `nil` for any other length.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.init(unchecked: Array(bytes))
    }

    /// The identifier that `text` writes; `nil` unless it is the one canonical spelling.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 26 else { return nil }
        var bytes: [UInt8] = []
        var pending: UInt32 = 0
        var bits = 0
        for character in text.utf8 {
            guard let digit = alphabet.firstIndex(of: character) else { return nil }
            pending = pending << 5 | UInt32(digit)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
                pending &= (1 << UInt32(bits)) - 1
            }
        }
        guard pending == 0 else { return nil }
        self.init(unchecked: bytes)
    }

    /// The 26 characters.
    package var description: String {
        var digits: [UInt8] = []
        var pending: UInt32 = 0
        var bits = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                digits.append(alphabet[Int(pending >> UInt32(bits))])
                pending &= (1 << UInt32(bits)) - 1
            }
        }
        digits.append(alphabet[Int(pending << UInt32(5 - bits))])
        return String(decoding: digits, as: UTF8.self)
    }

    /// Eight characters that a person can read aloud, such as `7K3M-Q2P9`.
    ///
    /// For people, never for looking anything up: 40 bits can coincide.
    package var reference: String {
        let letters = description.prefix(8).uppercased()
        return "\(letters.prefix(4))-\(letters.suffix(4))"
    }
}

private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let identifier = Identifier(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not an identifier"
            )
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Identifier: CodingKeyRepresentable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package var codingKey: any CodingKey { Key(stringValue: description) }

    package init?(codingKey: some CodingKey) {
        self.init(codingKey.stringValue)
    }
}
