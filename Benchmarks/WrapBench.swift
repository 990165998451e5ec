import Crypto
import Foundation
import Ledger
import Vault

/// Wrapping a section's key and unwrapping it, next to bare HPKE of the same suite.
struct WrapBench {
    private static let count = 400
    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

    private let key = SectionKey()
    private let label = randomBytes(48)
    private let agency = Curve25519.KeyAgreement.PrivateKey()
    private let entry = EntryID.random()
    private let binding = WrappedKey.Binding(
        origin: SampleLog.origin,
        compartment: randomBytes(16),
        agency: randomBytes(16)
    )

    func run() throws {
        let wrapped = try wrap()
        let secret = Data(randomBytes(32) + label)
        let bare = try sealBare(secret)
        var table = Table(heads: "wrapped keys", "Vault/s", "bare HPKE/s", "ratio")
        table.add(
            "wrap",
            try Contest(rounds: 9) {
                try rate { _ = try wrap() }
            } peer: {
                try rate { _ = try sealBare(secret) }
            }
        )
        table.add(
            "unwrap",
            try Contest(rounds: 9) {
                try rate { _ = try wrapped.unwrap(with: agency, binding: binding) }
            } peer: {
                try rate { _ = try openBare(bare) }
            }
        )
        table.print()
    }

    private func wrap() throws -> WrappedKey {
        try WrappedKey.wrap(
            key,
            label: label,
            to: WrappingKey(of: agency),
            access: .folded,
            entry: entry,
            binding: binding
        )
    }

    private func sealBare(_ secret: Data) throws -> (encapsulated: Data, sealed: Data) {
        var sender = try HPKE.Sender(
            recipientKey: agency.publicKey,
            ciphersuite: Self.suite,
            info: Data()
        )
        return (sender.encapsulatedKey, try sender.seal(secret))
    }

    private func openBare(_ bare: (encapsulated: Data, sealed: Data)) throws -> Data {
        var recipient = try HPKE.Recipient(
            privateKey: agency,
            ciphersuite: Self.suite,
            info: Data(),
            encapsulatedKey: bare.encapsulated
        )
        return try recipient.open(bare.sealed)
    }

    private func rate(_ work: () throws -> Void) rethrows -> Double {
        Double(Self.count) / (try seconds { for _ in 0..<Self.count { try work() } })
    }
}
