/// What sort of thing an entry says, in a short public word such as `account.closed`.
///
/// The kind is read by everyone who can read the log, so it must not give away who or what the
/// entry is about.
public struct EntryKind: Hashable, Sendable, CustomStringConvertible {
    /// The word: 1 to 64 of the characters `a`–`z`, `0`–`9`, `.` and `-`.
    public let name: String

    /// Creates a kind.
    ///
    /// - Parameter name: 1 to 64 of the characters `a`–`z`, `0`–`9`, `.` and `-`; anything else
    ///   gives `nil`.
    public init?(_ name: String) {
        guard Self.isKind(name.utf8) else { return nil }
        self.name = name
    }

    /// Creates a kind from bytes that ``isKind(_:)`` has passed.
    init(checked name: some Collection<UInt8>) {
        self.name = String(decoding: name, as: UTF8.self)
    }

    static func isKind(_ name: some Collection<UInt8>) -> Bool {
        (1...64).contains(name.count) && name.allSatisfy(isAllowed)
    }

    /// The word.
    public var description: String { name }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension EntryKind: ExpressibleByStringLiteral {
    /// Creates a kind from a literal in the source, which must keep the rules of ``init(_:)``.
    ///
    /// A literal is written by a programmer and never read from input, so a wrong one stops the
    /// program.
    ///
    /// - Parameter value: The literal.
    public init(stringLiteral value: StaticString) {
        guard let kind = EntryKind(value.description) else {
            preconditionFailure("not an entry kind: \(value)")
        }
        self = kind
    }
}

extension EntryKind: Codable {
    /// Reads the word.
    ///
    /// - Parameter decoder: Where the string is.
    /// - Throws: `DecodingError` when there is no string, or it is not a kind.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let kind = try EntryKind(container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not an entry kind"
            )
        }
        self = kind
    }

    /// Writes the word.
    ///
    /// - Parameter encoder: Where the string goes.
    /// - Throws: Whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
