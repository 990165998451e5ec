import Crypto
import Ledger
import TestSupport
import Testing
import Vault

/// An insider who crafts one box for two keys shows two agencies two texts, unless the key commits.
struct KeyCommitmentTests {
    @Test func `the block function gives the key stream of the library`() throws {
        let key = SymmetricKey(size: .bits256)
        let nonce = randomBytes(12)
        let sealed = try ChaChaPoly.seal(
            [UInt8](repeating: 0, count: 64),
            using: key,
            nonce: ChaChaPoly.Nonce(data: nonce)
        )
        let bytes = unsafe key.withUnsafeBytes { unsafe Array($0) }
        #expect(Array(sealed.ciphertext) == ChaChaBlock.block(bytes, counter: 1, nonce))
    }

    @Test func `a box crafted to open under two keys opens only under the one it names`() throws {
        let fixture = VaultFixture()
        let other = SectionKey()
        let honest = try fixture.seal("Take her to the shelter.")
        let nonce = honest.header.nonce
        let data = Array("enlace/box/v1\n\(VaultFixture.origin)\n".utf8) + honest.headerBytes
        let start = Array(honest.body.prefix(224))
        var generator = SplitMix64(seed: 1)
        var crafted: TwoKeyText?
        for _ in 0..<100 where crafted == nil {
            // The padding is there to play with.
            crafted = TwoKeyText(
                start: start + [UInt8].random(16, using: &generator),
                keys: [fixture.key.symmetric, other.symmetric],
                nonce: nonce,
                authenticating: data
            )
        }
        let text = try #require(crafted)

        // The cipher itself opens it under both keys, to two different texts.
        let sealed = try ChaChaPoly.SealedBox(
            nonce: ChaChaPoly.Nonce(data: nonce),
            ciphertext: text.ciphertext,
            tag: text.tag
        )
        let first = try ChaChaPoly.open(sealed, using: fixture.key.symmetric, authenticating: data)
        let second = try ChaChaPoly.open(sealed, using: other.symmetric, authenticating: data)
        #expect(first != second)

        let stored = honest.salt + honest.headerBytes + text.ciphertext + text.tag
        let box = try #require(Box(stored: stored))
        let opened = try box.open(with: fixture.key, origin: VaultFixture.origin)
        #expect(opened == Array("Take her to the shelter.".utf8))
        #expect(throws: VaultError.wrongKey) {
            try box.open(with: other, origin: VaultFixture.origin)
        }
    }

    @Test func `a key's commitment is its own and does not show it`() {
        let bytes = randomBytes(32)
        let key = SectionKey(bytes: bytes)
        #expect(key?.commitment == SectionKey(bytes: bytes)?.commitment)
        #expect(key?.commitment != Array(SHA256.hash(data: bytes)))
        for index in bytes.indices {
            #expect(SectionKey(bytes: bytes.flipping(index))?.commitment != key?.commitment)
        }
        for length in [0, 16, 31, 33] { #expect(SectionKey(bytes: randomBytes(length)) == nil) }
    }
}
