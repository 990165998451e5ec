/// The name of an entry: 16 random bytes that say nothing about what was entered.
public struct EntryID: Hashable, Sendable, HexCodable {
    /// The number of bytes in an id.
    public static let byteCount = 16

    /// The 16 bytes.
    public let bytes: [UInt8]

    /// Creates an id from its bytes.
    ///
    /// - Parameter bytes: Exactly 16 bytes; any other number gives `nil`.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = Array(bytes)
    }

    /// Creates an id from its 32 hexadecimal digits.
    ///
    /// - Parameter hex: 32 digits, of either case; anything else gives `nil`.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    private init(random count: Int) {
        bytes = .random(count: count)
    }

    /// A new id from the system's strong random generator.
    ///
    /// - Returns: An id that no one has used.
    public static func random() -> EntryID {
        EntryID(random: byteCount)
    }

    /// The 32 lower-case hexadecimal digits.
    public var description: String { Hex.encode(bytes) }
}
