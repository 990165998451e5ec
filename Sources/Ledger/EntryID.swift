/// The name of an entry: 16 random bytes that say nothing about what was entered.
///
/// An entry is found by its position, which the tree proves, and never by its id. Whoever gives an entry
/// the id of another signs it as their own, and gets nothing by it: what belongs to the other is in that
/// one's commitments. So no audit looks for an id that occurs twice; it would have to remember 16 bytes
/// of every entry, where ``LogAuditor`` remembers none.
public struct EntryID: Hashable, Sendable, HexCodable {
    /// The number of bytes in an id.
    public static let byteCount = 16

    private let high: UInt64
    private let low: UInt64

    /// The 16 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        bytes.append(bigEndian: high)
        bytes.append(bigEndian: low)
        return bytes
    }

    /// Creates an id from its bytes.
    ///
    /// - Parameter bytes: Exactly 16 bytes; any other number gives `nil`.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Creates an id from its 32 hexadecimal digits.
    ///
    /// - Parameter hex: 32 digits, of either case; anything else gives `nil`.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// A new id from the system's strong random generator.
    ///
    /// - Returns: An id that no one has used.
    public static func random() -> EntryID {
        var generator = SystemRandomNumberGenerator()
        return EntryID(high: generator.next(), low: generator.next())
    }

    /// The 32 lower-case hexadecimal digits.
    public var description: String { Hex.encode(bytes) }
}
