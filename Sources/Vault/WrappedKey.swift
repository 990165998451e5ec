package import Crypto
import Foundation
package import Ledger

/// A compartment's key, wrapped to one agency with HPKE (RFC 9180, base mode; X25519, HKDF-SHA256,
/// ChaCha20-Poly1305).
package struct WrappedKey: Hashable, Sendable {
    package let access: BoxHeader.Access
    /// The entry that granted the key.
    package let entry: EntryID
    private let encapsulated: [UInt8]
    private let sealed: [UInt8]

    /// What a wrap is bound to: opened under any other log, compartment or agency, it is nothing.
    package struct Binding: Sendable {
        package var origin: String
        package var compartment: [UInt8]
        package var agency: [UInt8]

        package init(origin: String, compartment: [UInt8], agency: [UInt8]) {
            self.origin = origin
            self.compartment = compartment
            self.agency = agency
        }
    }

    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    /// Wraps under other suites get other numbers; see SECURITY.md, *Agility*.
    private static let suiteNumber: UInt8 = 1

    /// Wraps a key, with what the compartment is, to an agency's public key.
    ///
    /// - Throws: the cryptographic library's error when it fails.
    package static func wrap(
        _ key: SectionKey,
        label: [UInt8],
        to recipient: WrappingKey,
        access: BoxHeader.Access,
        entry: EntryID,
        binding: Binding
    ) throws -> WrappedKey {
        var sender = try HPKE.Sender(
            recipientKey: recipient.publicKey(),
            ciphersuite: suite,
            info: Data(info(binding, entry))
        )
        let sealed = try sender.seal(
            key.bytes + label,
            authenticating: [suiteNumber, access.rawValue]
        )
        return WrappedKey(
            access: access,
            entry: entry,
            encapsulated: Array(sender.encapsulatedKey),
            sealed: Array(sealed)
        )
    }

    /// Unwraps the key and the label.
    ///
    /// - Throws: `VaultError.wrongKey` if the wrap is not for this private key and binding.
    package func unwrap(
        with privateKey: Curve25519.KeyAgreement.PrivateKey,
        binding: Binding
    ) throws -> (key: SectionKey, label: [UInt8]) {
        var opened: [UInt8]
        do {
            var recipient = try HPKE.Recipient(
                privateKey: privateKey,
                ciphersuite: Self.suite,
                info: Data(Self.info(binding, entry)),
                encapsulatedKey: Data(encapsulated)
            )
            opened = Array(
                try recipient.open(
                    sealed,
                    authenticating: [Self.suiteNumber, access.rawValue]
                )
            )
        } catch {
            throw VaultError.wrongKey
        }
        guard let key = SectionKey(bytes: opened.prefix(32)) else { throw VaultError.damaged }
        return (key, Array(opened.dropFirst(32)))
    }

    /// The same key and label, wrapped to the agency's next public key.
    ///
    /// - Throws: `VaultError.wrongKey` if the wrap is not for this private key and binding.
    package func rewrapped(
        from privateKey: Curve25519.KeyAgreement.PrivateKey,
        to recipient: WrappingKey,
        binding: Binding
    ) throws -> WrappedKey {
        let (key, label) = try unwrap(with: privateKey, binding: binding)
        return try Self.wrap(
            key,
            label: label,
            to: recipient,
            access: access,
            entry: entry,
            binding: binding
        )
    }

    private static func info(_ binding: Binding, _ entry: EntryID) -> [UInt8] {
        Array("enlace/wrap/v1\n\(binding.origin)\n".utf8)
            + entry.bytes + binding.compartment + binding.agency
    }

    // MARK: As a row of the shelf

    /// The bytes kept on the shelf: suite, access, entry, encapsulated key, sealed key and label.
    package var stored: [UInt8] {
        [Self.suiteNumber, access.rawValue] + entry.bytes + encapsulated + sealed
    }

    /// Reads a row of the shelf; `nil` if it is not a wrap of a suite known here.
    package init?(stored: [UInt8]) {
        guard stored.count >= 2 + 16 + 32 + 48, stored[0] == Self.suiteNumber,
            let access = BoxHeader.Access(rawValue: stored[1]),
            let entry = EntryID(bytes: stored[2..<18])
        else { return nil }
        self.init(
            access: access,
            entry: entry,
            encapsulated: Array(stored[18..<50]),
            sealed: Array(stored[50...])
        )
    }

    private init(
        access: BoxHeader.Access,
        entry: EntryID,
        encapsulated: [UInt8],
        sealed: [UInt8]
    ) {
        self.access = access
        self.entry = entry
        self.encapsulated = encapsulated
        self.sealed = sealed
    }
}
