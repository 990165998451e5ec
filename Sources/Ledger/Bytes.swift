import Foundation

/// Hexadecimal text for bytes.
enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes, or `nil` for an odd number of digits or a character that is none.
    static func decode(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[index]), let low = value(digits[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// Standard base64 with padding, in its one canonical form.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
    }

    /// The bytes, or `nil` unless encoding them again gives the same text.
    ///
    /// Without that rule the unused bits of the last digit could be changed without a trace.
    static func decode(_ text: String) -> [UInt8]? {
        guard let data = Data(base64Encoded: text) else { return nil }
        let bytes = [UInt8](data)
        return encode(bytes).hasSameBytes(as: text) ? bytes : nil
    }
}

extension String {
    /// Whether two strings have the same UTF-8, which is narrower than `==`: that one also takes
    /// differently composed characters for equal, and a hash would not.
    func hasSameBytes(as other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }
}

extension UInt64 {
    /// A number from its decimal digits, in the one spelling that the C2SP formats take: no sign, not
    /// even that of `-0`, and no leading zero.
    init?(decimal text: some StringProtocol) {
        guard let number = UInt64(text), String(number).utf8.elementsEqual(text.utf8) else {
            return nil
        }
        self = number
    }
}

extension [UInt8] {
    mutating func append(bigEndian word: UInt64) {
        unsafe Swift.withUnsafeBytes(of: word.bigEndian) { unsafe append(contentsOf: $0) }
    }

    /// Cryptographically strong random bytes from the system.
    static func random(count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        // Every number is one call of the kernel, so each gives eight bytes.
        while bytes.count < count {
            bytes.append(bigEndian: generator.next())
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
