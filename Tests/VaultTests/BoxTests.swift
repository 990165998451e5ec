import Crypto
import Ledger
import TestSupport
import Testing
import Vault

struct BoxTests {
    let fixture = VaultFixture()

    @Test(arguments: ["", "Fever since Tuesday.", "飞云静小兰", String(repeating: "ñ", count: 9000)])
    func `a box gives back the text that was sealed, from the shelf too`(text: String) throws {
        let box = try fixture.seal(text)
        let again = try #require(Box(stored: box.stored))
        #expect(again == box)
        #expect(again.commitment == box.commitment)
        let opened = try again.open(with: fixture.key, origin: VaultFixture.origin)
        #expect(opened == Array(text.utf8))
    }

    @Test func `nothing of the text or of the key stands in a box`() throws {
        let text = "Xochiquetzalli Xochiquetzalli Xochiquetzalli"
        let box = try fixture.seal(text)
        let sealed = box.stored.map { String($0) }.joined(separator: " ")
        let name = Array("Xochiquetzalli".utf8).map { String($0) }.joined(separator: " ")
        let key = unsafe fixture.key.symmetric.withUnsafeBytes { unsafe Array($0) }
        #expect(!sealed.contains(name))
        #expect(!sealed.contains(key.map { String($0) }.joined(separator: " ")))
        let clear = try Box.clear(Array(text.utf8), entry: fixture.entry, ordinal: 0)
        #expect(clear.stored.map { String($0) }.joined(separator: " ").contains(name))
    }

    @Test func `one changed byte anywhere changes the commitment or makes it no box`() throws {
        let box = try fixture.seal("A bed tonight.")
        for index in box.stored.indices {
            guard let changed = Box(stored: box.stored.flipping(index, by: 0x40)) else { continue }
            #expect(changed.commitment != box.commitment, "byte \(index)")
        }
    }

    @Test func `one changed byte of header or body opens nothing`() throws {
        let box = try fixture.seal("A bed tonight.")
        for index in 32..<box.stored.count {
            guard let changed = Box(stored: box.stored.flipping(index)) else { continue }
            #expect(throws: VaultError.self, "byte \(index)") {
                try changed.open(with: fixture.key, origin: VaultFixture.origin)
            }
        }
    }

    @Test func `a shortened or lengthened box opens nothing`() throws {
        let stored = try fixture.seal("A bed tonight.").stored
        for length in 0..<stored.count {
            guard let box = Box(stored: Array(stored.prefix(length))) else { continue }
            #expect(throws: VaultError.damaged) {
                try box.open(with: fixture.key, origin: VaultFixture.origin)
            }
        }
        let longer = try #require(Box(stored: stored + [0]))
        #expect(throws: VaultError.damaged) {
            try longer.open(with: fixture.key, origin: VaultFixture.origin)
        }
    }

    @Test func `another key opens nothing`() throws {
        let box = try fixture.seal("A bed tonight.")
        #expect(throws: VaultError.wrongKey) {
            try box.open(with: SectionKey(), origin: VaultFixture.origin)
        }
    }

    @Test func `a box opens under no other log`() throws {
        let box = try fixture.seal("A bed tonight.")
        #expect(throws: VaultError.damaged) {
            try box.open(with: fixture.key, origin: "other.test/log")
        }
    }

    @Test func `the same text sealed twice shows nothing in common`() throws {
        let boxes = try (0..<2).map { _ in try fixture.seal("A bed tonight.") }
        #expect(boxes[0].commitment != boxes[1].commitment)
        #expect(boxes[0].body != boxes[1].body)
        #expect(boxes[0].header.nonce != boxes[1].header.nonce)
        let clear = try (0..<2).map { _ in
            try Box.clear(Array("A bed".utf8), entry: fixture.entry, ordinal: 0)
        }
        #expect(clear[0].body == clear[1].body)
        #expect(clear[0].commitment != clear[1].commitment)
    }

    @Test func `a commitment cannot be tried against guesses without the salt`() throws {
        let box = try Box.clear(Array("555-0100".utf8), entry: fixture.entry, ordinal: 0)
        let unsalted = Digest32.sha256(box.headerBytes + box.body)
        #expect(box.commitment != unsalted)
        var stored = box.stored
        stored.replaceSubrange(0..<32, with: randomBytes(32))
        #expect(Box(stored: stored)?.commitment != box.commitment)
    }

    @Test func `clear and sealed boxes are not taken for each other`() throws {
        let sealed = try fixture.seal("A bed tonight.")
        #expect(throws: VaultError.sealed) { try sealed.clearText() }
        let clear = try Box.clear(Array("Listed".utf8), entry: fixture.entry, ordinal: 0)
        #expect(try clear.clearText() == Array("Listed".utf8))
        #expect(throws: VaultError.needsOpening) {
            try clear.open(with: fixture.key, origin: VaultFixture.origin)
        }
        // The byte that says so is part of what was sealed and of what the entry commits to.
        let disguised = try #require(Box(stored: sealed.stored.flipping(33, by: 1)))
        #expect(disguised.header.access == .clear)
        #expect(disguised.commitment != sealed.commitment)
    }

    @Test(arguments: UInt64(0)..<200)
    func `random bytes are no box, or one that opens to nothing`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let length = Int.random(in: 0...600, using: &generator)
        var bytes = [UInt8].random(length, using: &generator)
        // Half of them look like a box at first sight.
        if seed.isMultiple(of: 2), length > 34 { bytes.replaceSubrange(32..<34, with: [1, 1]) }
        guard let box = Box(stored: bytes) else { return }
        #expect(box.stored == bytes)
        #expect(throws: VaultError.self) {
            try box.open(with: fixture.key, origin: VaultFixture.origin)
        }
    }

    @Test func `fewer bytes than salt and header are no box`() throws {
        let stored = try fixture.seal("").stored
        for length in 0..<111 { #expect(Box(stored: Array(stored.prefix(length))) == nil) }
        #expect(Box(stored: Array(stored.prefix(111))) != nil)
        for version: UInt8 in [0, 2, 255] {
            var other = stored
            other[32] = version
            #expect(Box(stored: other) == nil)
        }
        for access in UInt8(3)...255 {
            var other = stored
            other[33] = access
            #expect(Box(stored: other) == nil)
        }
    }
}
