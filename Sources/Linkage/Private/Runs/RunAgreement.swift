import Crypto
import Foundation

/// One side of two agencies making a key together, which no messenger between them knows.
///
/// Each side makes an agreement, keeps it at home and sends the other its ``offer``. From the other's
/// offer and one's own secret both derive the same key: X25519 (RFC 7748), then HKDF with SHA-256
/// (RFC 5869) over both offers, so that whoever changes either gets another key. Somebody who can put
/// files of his own in place of both offers would share a key with each side: ``RunOffer/fingerprint``
/// is there to find him out. Three agencies and more let one of them draw the key and seal it to each of
/// the others (``RunKey/file``, ``SealingPublicKey/seal(_:)``).
public struct RunAgreement: Sendable {
    /// What the other side gets.
    public let offer: RunOffer
    private let secret: Curve25519.KeyAgreement.PrivateKey

    /// Why two offers make no key.
    public enum Refusal: Error, Hashable, Sendable {
        /// The other side agreed to other terms, or to another run.
        case otherTerms
        /// The other offer is of the same agency.
        case sameAgency
        /// Keys are made together by two agencies.
        case notTwoAgencies
        /// The other side's public key is none.
        case badKey
    }

    /// Draws a secret for this run.
    ///
    /// - Parameters:
    ///   - terms: What is agreed, the same on both sides to the letter.
    ///   - agency: Which of the terms' two agencies makes the offer.
    /// - Throws: ``Refusal/notTwoAgencies``.
    public init(terms: RunTerms, agency: Int) throws(Refusal) {
        guard terms.agencies.count == 2, terms.agencies.indices.contains(agency) else {
            throw .notTwoAgencies
        }
        secret = Curve25519.KeyAgreement.PrivateKey()
        offer = RunOffer(
            terms: terms,
            agency: agency,
            publicKey: Array(secret.publicKey.rawRepresentation)
        )
    }

    /// Reads an agreement that was kept at home.
    ///
    /// - Parameter file: The bytes of a file.
    /// - Throws: ``PrivateFileUnreadable``.
    public init(reading file: [UInt8]) throws(PrivateFileUnreadable) {
        var reader = ByteReader(try PrivateFile.unwrap(file, as: .agreement))
        offer = try RunOffer(from: &reader)
        let bytes = Array(try reader.exactly(32))
        try reader.end()
        guard let secret = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes),
            secret.publicKey.rawRepresentation.elementsEqual(offer.publicKey)
        else { throw .damaged }
        self.secret = secret
    }

    /// The agreement with its secret as a file, which stays at home and is destroyed when the key is made.
    public var file: [UInt8] {
        PrivateFile.wrap(offer.body + Array(secret.rawRepresentation), as: .agreement)
    }

    /// Derives the key.
    ///
    /// - Parameter other: What the other side sent.
    /// - Returns: The same key on both sides.
    /// - Throws: ``Refusal``.
    public func key(with other: RunOffer) throws(Refusal) -> RunKey {
        guard other.terms == offer.terms else { throw .otherTerms }
        guard other.agency != offer.agency else { throw .sameAgency }
        let offers = offer.agency < other.agency ? [offer, other] : [other, offer]
        guard
            let point = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: other.publicKey),
            let shared = try? secret.sharedSecretFromKeyAgreement(with: point),
            !Self.isZero(shared)
        else { throw .badKey }
        let key = shared.hkdfDerivedSymmetricKey(
            using: SHA256.self,
            salt: Array(SHA256.hash(data: offers.flatMap(\.body))),
            sharedInfo: Array("enlace.private.1/agreed".utf8),
            outputByteCount: 32
        )
        return RunKey(terms: offer.terms, secret: key)
    }

    /// Whether the other side sent a point that makes the secret known to everybody (RFC 7748, section 6.1);
    /// the cryptographic library lets it pass.
    private static func isZero(_ secret: SharedSecret) -> Bool {
        unsafe secret.withUnsafeBytes { unsafe $0.allSatisfy { $0 == 0 } }
    }
}
