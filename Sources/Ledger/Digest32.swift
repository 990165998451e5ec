public import Crypto

/// A SHA-256 value, or any other string of exactly 32 bytes that names something.
///
/// The bytes are held in four machine words, so that a million of them cost 32 megabytes and no
/// allocation each.
public struct Digest32: Hashable, Sendable {
    /// The number of bytes in a digest.
    public static let byteCount = 32

    /// The digest whose 32 bytes are all zero, which stands for "nothing came before".
    public static let zero = Digest32(a: 0, b: 0, c: 0, d: 0)

    private let a: UInt64
    private let b: UInt64
    private let c: UInt64
    private let d: UInt64

    private init(a: UInt64, b: UInt64, c: UInt64, d: UInt64) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// Creates a digest from its bytes.
    ///
    /// - Parameter bytes: Exactly 32 bytes; any other number gives `nil`.
    public init?(bytes: some Collection<UInt8>) {
        // Copied once: a collection of another module's is slow to walk byte by byte.
        let bytes = Array(bytes)
        guard bytes.count == Self.byteCount else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for (index, byte) in bytes.enumerated() {
            switch index / 8 {
            case 0: words.0 = words.0 << 8 | UInt64(byte)
            case 1: words.1 = words.1 << 8 | UInt64(byte)
            case 2: words.2 = words.2 << 8 | UInt64(byte)
            default: words.3 = words.3 << 8 | UInt64(byte)
            }
        }
        self.init(a: words.0, b: words.1, c: words.2, d: words.3)
    }

    /// Creates a digest from its 64 hexadecimal digits.
    ///
    /// - Parameter hex: 64 digits, of either case; anything else gives `nil`.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// Creates a digest from its standard base64 form, with padding.
    ///
    /// - Parameter base64: The one canonical base64 form of 32 bytes; anything else gives `nil`.
    public init?(base64: String) {
        guard let bytes = Base64.decode(base64) else { return nil }
        self.init(bytes: bytes)
    }

    /// Creates a digest from what SHA-256 computed.
    ///
    /// - Parameter digest: A finished SHA-256 value.
    public init(_ digest: SHA256.Digest) {
        self = unsafe digest.withUnsafeBytes { raw in
            unsafe Digest32(
                a: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                b: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
                c: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
                d: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
            )
        }
    }

    /// The SHA-256 of some bytes.
    ///
    /// - Parameter bytes: What to hash; may be empty.
    /// - Returns: The digest.
    public static func sha256(_ bytes: [UInt8]) -> Digest32 {
        Digest32(SHA256.hash(data: bytes))
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        append(to: &bytes)
        return bytes
    }

    /// The standard base64 form, 44 characters with padding, as checkpoints write roots.
    public var base64: String { Base64.encode(bytes) }

    func append(to bytes: inout [UInt8]) {
        for word in [a, b, c, d] {
            bytes.append(bigEndian: word)
        }
    }
}

extension Digest32: HexCodable {
    /// The 64 lower-case hexadecimal digits.
    public var description: String { Hex.encode(bytes) }
}
