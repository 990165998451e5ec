import Crypto

/// Why a public key was refused.
public enum KeyRefused: Error, Hashable, Sendable {
    /// The key is not 32 bytes.
    case wrongLength
    /// The key's coordinate is written as a number of the field's size or more, so the same key
    /// would have two spellings (RFC 8032, section 5.1.3).
    case notCanonical
    /// The key is a point of low order: some verifiers take its signatures for good on any message.
    case lowOrder
}

/// The Ed25519 public key of whoever signs entries (RFC 8032).
///
/// Verifiers in common use disagree on signatures under degenerate keys, so that one auditor would
/// accept what another rejects. A key that could bring that about cannot be made into an `ActorKey`.
/// A value that is no point of the curve at all is let through: it verifies nothing.
public struct ActorKey: Hashable, Sendable {
    /// The number of bytes in a key.
    public static let byteCount = 32

    /// The 32 bytes, in one piece without an allocation.
    private let value: Digest32

    /// The 32 bytes.
    public var bytes: [UInt8] { value.bytes }

    /// Takes a public key, unless it is one of those that verifiers disagree on.
    ///
    /// - Parameter bytes: The 32 bytes of RFC 8032, section 5.1.2.
    /// - Throws: ``KeyRefused`` with the reason.
    public init(bytes: some Collection<UInt8>) throws(KeyRefused) {
        guard let value = Digest32(bytes: bytes) else { throw .wrongLength }
        try self.init(value)
    }

    init(_ value: Digest32) throws(KeyRefused) {
        let withoutSign = value.clearingHighestBitOfLastByte
        guard !Self.lowOrder.contains(withoutSign) else { throw .lowOrder }
        // Every y from 2^255 - 19 up has this shape, and no smaller one does.
        guard !withoutSign.isAtLeastFieldSize else { throw .notCanonical }
        self.value = value
    }

    /// The seven spellings of the coordinates of points whose order divides 8.
    ///
    /// With either sign bit that makes the fourteen keys that the test vectors of
    /// the Community Cryptography Test Vectors project (CCTV) list.
    private static let lowOrder: [Digest32] = {
        let zeros = [UInt8](repeating: 0, count: 31)
        let ones = [UInt8](repeating: 0xFF, count: 30)
        let ofOrderEight = [
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        ]
        let small = [[0] + zeros, [1] + zeros]
        let pastZero: [[UInt8]] = [0xEC, 0xED, 0xEE].map { [$0] + ones + [0x7F] }
        return (small + pastZero + ofOrderEight.compactMap(Hex.decode)).compactMap {
            Digest32(bytes: $0)
        }
    }()

    /// Whether a signature over some bytes was made with this key (RFC 8032, section 5.1.7).
    ///
    /// - Parameters:
    ///   - signature: The 64 bytes of the signature; any other number is no signature.
    ///   - bytes: What was signed.
    /// - Returns: `true` only for a good signature.
    public func verifies(signature: [UInt8], over bytes: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: self.bytes) else {
            return false
        }
        return key.isValidSignature(signature, for: bytes)
    }
}

extension ActorKey: HexCodable {
    /// Takes a key from its 64 hexadecimal digits.
    ///
    /// - Parameter hex: 64 digits, of either case; anything else, or a refused key, gives `nil`.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex), let key = try? ActorKey(bytes: bytes) else { return nil }
        self = key
    }

    /// The 64 lower-case hexadecimal digits.
    public var description: String { Hex.encode(bytes) }
}
