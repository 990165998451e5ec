import Crypto

/// Whatever can sign entries for one key: a key in memory, a card, a service.
public protocol EntrySigner: Sendable {
    /// The public key that its signatures verify under.
    var key: ActorKey { get }

    /// Signs with Ed25519 (RFC 8032).
    ///
    /// - Parameter bytes: What to sign.
    /// - Returns: The 64 bytes of the signature.
    /// - Throws: Whatever keeps it from signing.
    func sign(_ bytes: [UInt8]) throws -> [UInt8]
}

/// An Ed25519 private key held in memory.
public struct SigningKey: EntrySigner {
    /// The number of bytes in a seed.
    public static let seedByteCount = 32

    /// The public key.
    public let key: ActorKey

    private let privateKey: Curve25519.Signing.PrivateKey

    /// Makes a new key from the system's strong random generator.
    public init() {
        // A random private key has a low-order public key with a chance below 2^-250.
        while true {
            let privateKey = Curve25519.Signing.PrivateKey()
            if let key = try? ActorKey(bytes: privateKey.publicKey.rawRepresentation) {
                self.key = key
                self.privateKey = privateKey
                return
            }
        }
    }

    /// Takes a private key from its seed (RFC 8032, section 5.1.5).
    ///
    /// - Parameter seed: The 32 secret bytes.
    /// - Throws: ``KeyRefused/wrongLength`` when there are not 32 bytes.
    public init(seed: some Collection<UInt8>) throws(KeyRefused) {
        guard seed.count == Self.seedByteCount,
            let privateKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: Array(seed))
        else { throw .wrongLength }
        key = try ActorKey(bytes: privateKey.publicKey.rawRepresentation)
        self.privateKey = privateKey
    }

    /// The 32 secret bytes, to be kept where no one else can read them.
    public var seed: [UInt8] { Array(privateKey.rawRepresentation) }

    /// Signs with Ed25519 (RFC 8032).
    ///
    /// - Parameter bytes: What to sign.
    /// - Returns: The 64 bytes of the signature.
    /// - Throws: The cryptographic library's error when it fails.
    public func sign(_ bytes: [UInt8]) throws -> [UInt8] {
        try Array(privateKey.signature(for: bytes))
    }
}
