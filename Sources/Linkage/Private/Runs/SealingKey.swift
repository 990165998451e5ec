import Crypto
import Foundation

/// The private key of somebody who receives sealed files: an agency, or the one who compares.
///
/// Files are sealed with HPKE (RFC 9180, base mode; X25519, HKDF-SHA-256, ChaCha20-Poly1305).
public struct SealingKey: Sendable {
    private let key: Curve25519.KeyAgreement.PrivateKey

    /// Draws a new key.
    public init() {
        key = Curve25519.KeyAgreement.PrivateKey()
    }

    /// Reads a key from its ``text``; nil when it is none.
    public init?(text: String) {
        guard let bytes = Self.bytes(of: text, after: Self.prefix),
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    /// The key in a line, to be kept in a file of its own and shown to nobody.
    public var text: String { Self.prefix + Base64.text(key.rawRepresentation) }

    /// What others seal to.
    public var publicKey: SealingPublicKey { SealingPublicKey(key.publicKey) }

    /// Opens a file that was sealed to this key.
    ///
    /// - Parameter file: The bytes of a sealed file.
    /// - Returns: The file that was sealed.
    /// - Throws: ``PrivateFileUnreadable``; `.notForThisKey` also when the file was changed.
    public func open(_ file: [UInt8]) throws(PrivateFileUnreadable) -> [UInt8] {
        var reader = ByteReader(try PrivateFile.unwrap(file, as: .sealed))
        let encapsulated = try reader.exactly(SealingPublicKey.encapsulatedBytes)
        let sealed = try reader.exactly(reader.rest)
        do {
            var recipient = try HPKE.Recipient(
                privateKey: key,
                ciphersuite: SealingPublicKey.suite,
                info: Data(SealingPublicKey.info),
                encapsulatedKey: Data(encapsulated)
            )
            return Array(try recipient.open(sealed))
        } catch {
            throw .notForThisKey
        }
    }

    private static let prefix = "enlace-private-key:"

    fileprivate static func bytes(of text: String, after prefix: String) -> [UInt8]? {
        let trimmed = text.drop(while: \.isWhitespace)
        guard trimmed.hasPrefix(prefix) else { return nil }
        return Base64.bytes(trimmed.dropFirst(prefix.count).prefix { !$0.isWhitespace })
    }
}

/// The public key of somebody who receives sealed files.
///
/// That it is really theirs must be made sure of by another way than the one it came by: by reading
/// ``fingerprint`` to each other over the telephone, for example.
public struct SealingPublicKey: Hashable, Sendable {
    private let bytes: [UInt8]

    fileprivate init(_ key: Curve25519.KeyAgreement.PublicKey) {
        bytes = Array(key.rawRepresentation)
    }

    /// Reads a key from its ``text``; nil when it is none.
    public init?(text: String) {
        guard let bytes = SealingKey.bytes(of: text, after: Self.prefix), bytes.count == 32 else {
            return nil
        }
        self.bytes = bytes
    }

    /// The key in a line, to be sent to others.
    public var text: String { Self.prefix + Base64.text(bytes) }

    /// Thirty digits that two people read to each other.
    public var fingerprint: String { Fingerprint.digits(of: bytes) }

    /// Seals a file to whoever has the private key.
    ///
    /// - Parameter file: The bytes of any file of a private comparison.
    /// - Returns: The bytes of a sealed file.
    /// - Throws: ``SealingFailed`` when the key is no point that can be sealed to.
    public func seal(_ file: [UInt8]) throws(SealingFailed) -> [UInt8] {
        do {
            var sender = try HPKE.Sender(
                recipientKey: Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes),
                ciphersuite: Self.suite,
                info: Data(Self.info)
            )
            let sealed = try sender.seal(file)
            return PrivateFile.wrap(Array(sender.encapsulatedKey) + Array(sealed), as: .sealed)
        } catch {
            throw SealingFailed()
        }
    }

    private static let prefix = "enlace-public-key:"
    fileprivate static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    fileprivate static let info = Array("enlace.private.1/sealed".utf8)
    fileprivate static let encapsulatedBytes = 32
}

/// A public key cannot be sealed to.
public struct SealingFailed: Error, Hashable, Sendable {
    /// Makes the failure.
    public init() {}
}
