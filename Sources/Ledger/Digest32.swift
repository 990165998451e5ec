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
        guard bytes.count == Self.byteCount else { return nil }
        // A collection of another module's, or in pieces, is copied once.
        let inPlace = bytes.withContiguousStorageIfAvailable { bytes in
            unsafe Digest32(from: UnsafeRawBufferPointer(bytes), at: 0)
        }
        self =
            unsafe inPlace
            ?? Array(bytes).withUnsafeBytes { bytes in unsafe Digest32(from: bytes, at: 0) }
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
        let words = (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian)
        unsafe withUnsafeBytes(of: words) { unsafe bytes.append(contentsOf: $0) }
    }

    /// For a point's encoding: the same without the sign of *x* (RFC 8032, section 5.1.2).
    var clearingHighestBitOfLastByte: Digest32 { Digest32(a: a, b: b, c: c, d: d & ~0x80) }

    /// For the encoding of a number, least byte first: whether it is 2^255 - 19 or up to 18 more.
    var isAtLeastFieldSize: Bool {
        a >> 56 >= 0xED && a | 0xFF << 56 == .max && b == .max && c == .max && d == .max - 0x80
    }

    /// Puts the 32 bytes into a buffer.
    ///
    /// - Parameters:
    ///   - buffer: Has room for them.
    ///   - offset: Where they begin.
    func write(to buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
        unsafe buffer.storeBytes(of: a.bigEndian, toByteOffset: offset, as: UInt64.self)
        unsafe buffer.storeBytes(of: b.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
        unsafe buffer.storeBytes(of: c.bigEndian, toByteOffset: offset + 16, as: UInt64.self)
        unsafe buffer.storeBytes(of: d.bigEndian, toByteOffset: offset + 24, as: UInt64.self)
    }

    /// Takes the 32 bytes at a place of a buffer that has them.
    init(from buffer: UnsafeRawBufferPointer, at offset: Int) {
        func word(_ index: Int) -> UInt64 {
            UInt64(
                bigEndian: unsafe buffer.loadUnaligned(
                    fromByteOffset: offset + 8 * index,
                    as: UInt64.self
                )
            )
        }
        self.init(a: word(0), b: word(1), c: word(2), d: word(3))
    }
}

extension Digest32: HexCodable {
    /// The 64 lower-case hexadecimal digits.
    public var description: String { Hex.encode(bytes) }
}
