import Crypto
import Foundation
import Ledger
import TestSupport
import Testing
import Vault

struct WrappedKeyTests {
    let agency = Curve25519.KeyAgreement.PrivateKey()
    let key = SectionKey()
    let entry = EntryID.random()
    let binding = WrappedKey.Binding(
        origin: VaultFixture.origin,
        compartment: randomBytes(16),
        agency: randomBytes(16)
    )
    let label = Array("label".utf8)

    private func wrap() throws -> WrappedKey {
        try WrappedKey.wrap(
            key,
            label: label,
            to: WrappingKey(of: agency),
            access: .opened,
            entry: entry,
            binding: binding
        )
    }

    @Test func `the agency unwraps the key and its label, from the shelf too`() throws {
        let wrap = try wrap()
        let stored = try #require(WrappedKey(stored: wrap.stored))
        #expect(stored == wrap)
        let (unwrapped, name) = try stored.unwrap(with: agency, binding: binding)
        #expect(unwrapped.commitment == key.commitment)
        #expect(name == label)
    }

    @Test func `a wrap is for one log, one compartment and one agency`() throws {
        let wrap = try wrap()
        var others = [binding, binding, binding]
        others[0].origin = "other.test/log"
        others[1].compartment = randomBytes(16)
        others[2].agency = randomBytes(16)
        for other in others {
            #expect(throws: VaultError.wrongKey) { try wrap.unwrap(with: agency, binding: other) }
        }
        #expect(throws: VaultError.wrongKey) {
            try wrap.unwrap(with: Curve25519.KeyAgreement.PrivateKey(), binding: binding)
        }
    }

    @Test func `every changed byte of a wrap is refused, its entry and access included`() throws {
        let stored = try wrap().stored
        for index in stored.indices {
            // The highest bit of an X25519 public key is ignored (RFC 7748, section 5), and HPKE
            // hashes the key as it stands: it must be refused all the same.
            for mask: UInt8 in [0x01, 0x80] {
                guard let changed = WrappedKey(stored: stored.flipping(index, by: mask)) else {
                    continue
                }
                #expect(throws: VaultError.wrongKey, "byte \(index)") {
                    try changed.unwrap(with: agency, binding: binding)
                }
            }
        }
    }

    @Test func `a wrap is what its documentation says, to be read by other programs`() throws {
        let stored = try wrap().stored
        let info =
            Array("enlace/wrap/v1\n\(VaultFixture.origin)\n".utf8)
            + entry.bytes + binding.compartment + binding.agency
        var recipient = try HPKE.Recipient(
            privateKey: agency,
            ciphersuite: .Curve25519_SHA256_ChachaPoly,
            info: Data(info),
            encapsulatedKey: Data(stored[18..<50])
        )
        let opened = try recipient.open(Data(stored[50...]), authenticating: [1, 2])
        #expect(SectionKey(bytes: opened.prefix(32))?.commitment == key.commitment)
        #expect(Array(opened.dropFirst(32)) == label)
        #expect(Array(stored[..<18]) == [1, 2] + entry.bytes)
    }

    @Test(arguments: UInt64(0)..<200)
    func `random bytes are no wrap, or one that opens to nothing`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let length = Int.random(in: 0...200, using: &generator)
        var bytes = [UInt8].random(length, using: &generator)
        if length > 2 { bytes.replaceSubrange(0..<2, with: [1, UInt8(seed % 4)]) }
        let wrap = WrappedKey(stored: bytes)
        #expect((wrap == nil) == (length < 98 || seed % 4 == 3))
        guard let wrap else { return }
        #expect(wrap.stored == bytes)
        #expect(throws: VaultError.wrongKey) { try wrap.unwrap(with: agency, binding: binding) }
    }
}

/// The published vectors of the suite that keys are wrapped with.
struct HPKEVectorTests {
    private struct Vector: Decodable {
        struct Encryption: Decodable {
            let aad: String
            let ct: String
            let pt: String
        }

        let mode, kem_id, kdf_id, aead_id: Int
        let info, skRm, enc: String
        let encryptions: [Encryption]
    }

    @Test(
        .enabled(
            if: SharedFolder.isPresent,
            "the shared folder is absent, so the vectors of RFC 9180 were not run"
        )
    )
    func `the suite of the wraps is the one of RFC 9180, appendix A.2`() throws {
        let url = try #require(SharedFolder.url)
            .appending(path: "vectors/hpke/rfc9180-x25519-sha256-chachapoly.json")
        let vectors = try JSONDecoder().decode([Vector].self, from: Data(contentsOf: url))
        let base = try #require(vectors.first { $0.mode == 0 })
        #expect(base.kem_id == 0x20 && base.kdf_id == 1 && base.aead_id == 3)
        let secret = try #require(Data(hex: base.skRm))
        var recipient = try HPKE.Recipient(
            privateKey: Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret),
            ciphersuite: .Curve25519_SHA256_ChachaPoly,
            info: #require(Data(hex: base.info)),
            encapsulatedKey: #require(Data(hex: base.enc))
        )
        #expect(base.encryptions.count == 257)
        for encryption in base.encryptions {
            let opened = try recipient.open(
                #require(Data(hex: encryption.ct)),
                authenticating: #require(Data(hex: encryption.aad))
            )
            #expect(opened == Data(hex: encryption.pt))
        }
    }
}

extension Data {
    fileprivate init?(hex: String) {
        let digits = Array<Character>(hex)
        var data = Data()
        for index in stride(from: 0, to: digits.count - 1, by: 2) {
            guard let byte = UInt8(String(digits[index...(index + 1)]), radix: 16) else {
                return nil
            }
            data.append(byte)
        }
        self = data
    }
}
