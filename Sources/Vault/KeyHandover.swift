package import Crypto
import Foundation

/// An agency's new private key, wrapped to the old one with HPKE for the members who were not there
/// when it was renewed (RFC 9180, base mode; the suite of `WrappedKey`).
///
/// A member's account holds the agency's private key under a password that nobody else knows, so it
/// can only be brought up to date when the member signs in. Until the last of them has, this row
/// stays, and whoever has the old private key and the folder can follow it to the new one.
package struct KeyHandover: Hashable, Sendable {
    /// The members whose accounts may still hold an older key (16 bytes each).
    package var waiting: Set<[UInt8]>
    private let encapsulated: [UInt8]
    private let sealed: [UInt8]

    /// What a handover is bound to.
    package struct Binding: Sendable {
        package var origin: String
        package var agency: [UInt8]
        package var old: WrappingKey

        package init(origin: String, agency: [UInt8], old: WrappingKey) {
            self.origin = origin
            self.agency = agency
            self.old = old
        }

        var info: Data {
            Data(Array("enlace/handover/v1\n\(origin)\n".utf8) + agency + old.bytes)
        }
    }

    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    private static let suiteNumber: UInt8 = 1

    /// Wraps the new private key.
    package static func seal(
        _ new: Curve25519.KeyAgreement.PrivateKey,
        waiting: Set<[UInt8]>,
        binding: Binding
    ) throws -> KeyHandover {
        var sender = try HPKE.Sender(
            recipientKey: binding.old.publicKey(),
            ciphersuite: suite,
            info: binding.info
        )
        let sealed = try sender.seal(Array(new.rawRepresentation))
        return KeyHandover(
            waiting: waiting,
            encapsulated: Array(sender.encapsulatedKey),
            sealed: Array(sealed)
        )
    }

    /// Unwraps the new private key with the old one.
    ///
    /// - Throws: `VaultError.wrongKey` if it was not wrapped to this key, for this agency and log.
    package func open(
        with old: Curve25519.KeyAgreement.PrivateKey,
        binding: Binding
    ) throws -> Curve25519.KeyAgreement.PrivateKey {
        do {
            var recipient = try HPKE.Recipient(
                privateKey: old,
                ciphersuite: Self.suite,
                info: binding.info,
                encapsulatedKey: Data(encapsulated)
            )
            return try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: recipient.open(sealed))
        } catch {
            throw VaultError.wrongKey
        }
    }

    // MARK: As a row of the shelf

    /// The bytes kept on the shelf: suite, encapsulated key, sealed key, members who wait.
    package var stored: [UInt8] {
        [Self.suiteNumber] + encapsulated + sealed
            + waiting.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
    }

    /// Reads a row of the shelf; `nil` if it is not a handover of a suite known here.
    package init?(stored: [UInt8]) {
        guard stored.count >= 81, stored[0] == Self.suiteNumber, (stored.count - 81) % 16 == 0
        else { return nil }
        encapsulated = Array(stored[1..<33])
        sealed = Array(stored[33..<81])
        waiting = Set(
            stride(from: 81, to: stored.count, by: 16).map { Array(stored[$0..<$0 + 16]) }
        )
    }

    private init(waiting: Set<[UInt8]>, encapsulated: [UInt8], sealed: [UInt8]) {
        self.waiting = waiting
        self.encapsulated = encapsulated
        self.sealed = sealed
    }
}
