import Crypto

/// The secret of one run: who has it can encode records, and can try names against what was encoded.
///
/// It is made for one run and destroyed after it, and never given to the one who compares.
public struct RunKey: Sendable {
    /// What was agreed.
    public let terms: RunTerms
    private let secret: SymmetricKey

    /// Draws a new key.
    ///
    /// - Parameter terms: What was agreed.
    public init(terms: RunTerms) {
        self.init(terms: terms, secret: SymmetricKey(size: .bits256))
    }

    init(terms: RunTerms, secret: SymmetricKey) {
        self.terms = terms
        self.secret = secret
    }

    /// Takes a key from 32 bytes that both sides have; nil when there are not 32.
    ///
    /// - Parameters:
    ///   - terms: What was agreed.
    ///   - bytes: 32 secret bytes.
    public init?(terms: RunTerms, bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.init(terms: terms, secret: SymmetricKey(data: bytes))
    }

    /// Reads a file with a key.
    ///
    /// - Parameter file: The bytes of a file that was opened with ``SealingKey/open(_:)``.
    /// - Throws: ``PrivateFileUnreadable``.
    public init(reading file: [UInt8]) throws(PrivateFileUnreadable) {
        var reader = ByteReader(try PrivateFile.unwrap(file, as: .runKey))
        terms = try RunTerms(from: &reader)
        secret = SymmetricKey(data: Array(try reader.exactly(32)))
        try reader.end()
    }

    /// The key with its terms as a file in clear; only ``SealingPublicKey/seal(_:)`` makes it fit to be sent.
    public var file: [UInt8] {
        var writer = ByteWriter()
        terms.write(to: &writer)
        writer.write(exactly: secret.bytes)
        return PrivateFile.wrap(writer.bytes, as: .runKey)
    }

    /// A key for one use (HKDF with SHA-256, RFC 5869): the salt is the digest of the terms, and `use`
    /// names what it is for.
    func derived(for use: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret,
            salt: terms.digest,
            info: Array("enlace.private.1/\(use)".utf8),
            outputByteCount: 32
        )
    }

    /// Eight bytes that are equal when keys, terms and settings are, and say nothing else of them.
    ///
    /// They also depend on the version of the rules by which values were prepared.
    func checkValue(for settings: EncodingSettings) -> [UInt8] {
        let key = derived(
            for: "check/\(Preparation.version)/" + hexadecimal(settings.encoded)
        )
        return Array(key.bytes.prefix(8))
    }
}
