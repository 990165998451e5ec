import Ledger
import TestSupport
import Testing

struct EntryTests {
    private func makeEntry(seed: UInt64, commitments: Int? = nil) throws -> Entry {
        var generator = SplitMix64(seed: seed)
        let sequence = UInt64.random(in: 1...3, using: &generator)
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789.-")
        let length = Int.random(in: 1...64, using: &generator)
        let name = (0..<length).map { _ in letters[Int.random(in: 0..<38, using: &generator)] }
        func digest() -> Digest32 { .sha256([UInt8].random(count: 8, using: &generator)) }
        return try Entry(
            origin: "example.org/log",
            id: #require(EntryID(bytes: [UInt8].random(count: 16, using: &generator))),
            kind: #require(EntryKind(String(name))),
            sequence: sequence,
            previous: sequence == 1 ? .zero : digest(),
            checkpoint: digest(),
            commitments: (0..<(commitments ?? Int(seed % 5))).map { _ in digest() },
            signer: SigningKey(seed: [UInt8].random(count: 32, using: &generator))
        )
    }

    @Test(arguments: UInt64(0)..<50)
    func `an entry survives its encoding`(seed: UInt64) throws {
        let entry = try makeEntry(seed: seed)
        let decoded = try Entry(decoding: entry.encoded)
        #expect(decoded == entry)
        #expect(decoded.encoded == entry.encoded)
        #expect(decoded.verifySignature(origin: "example.org/log"))
    }

    @Test(arguments: UInt64(0)..<6)
    func `any changed byte is refused or gives a leaf hash and a signature that are wrong`(
        seed: UInt64
    ) throws {
        let entry = try makeEntry(seed: seed)
        let bytes = entry.encoded
        var generator = SplitMix64(seed: seed)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= UInt8.random(in: 1...255, using: &generator)
            #expect(MerkleTree.leafHash(changed) != entry.leafHash)
            guard let decoded = try? Entry(decoding: changed) else { continue }
            #expect(decoded.encoded == changed, "byte \(index)")
            #expect(!decoded.verifySignature(origin: "example.org/log"), "byte \(index)")
        }
    }

    @Test(arguments: UInt64(0)..<6)
    func `a shortened or lengthened entry is refused`(seed: UInt64) throws {
        let bytes = try makeEntry(seed: seed).encoded
        for count in 0..<bytes.count {
            #expect(throws: EntryMalformed.self) {
                try Entry(decoding: Array(bytes.prefix(count)))
            }
        }
        #expect(throws: EntryMalformed.trailingBytes) { try Entry(decoding: bytes + [0]) }
    }

    @Test(arguments: UInt64(0)..<300)
    func `random bytes that decode are their own encoding`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var bytes = try makeEntry(seed: seed).encoded
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = generator.next()
        }
        if let entry = try? Entry(decoding: bytes) {
            #expect(entry.encoded == bytes)
        } else {
            #expect(throws: EntryMalformed.self) { try Entry(decoding: bytes) }
        }
    }

    @Test
    func `an entry of one log is not valid in another`() throws {
        let entry = try makeEntry(seed: 1)
        #expect(entry.verifySignature(origin: "example.org/log"))
        #expect(!entry.verifySignature(origin: "example.org/log2"))
        #expect(!entry.verifySignature(origin: ""))
    }

    @Test
    func `the largest entry fits an entry bundle, and a larger one is refused`() throws {
        var largest = try makeEntry(seed: 2, commitments: 255)
        #expect(try Entry(decoding: largest.encoded) == largest)
        largest = try Entry(
            origin: "o",
            id: largest.id,
            kind: #require(EntryKind(String(repeating: "k", count: 64))),
            sequence: 1,
            previous: .zero,
            checkpoint: .zero,
            commitments: largest.commitments,
            signer: SigningKey()
        )
        #expect(largest.encoded.count == Entry.maximumByteCount)
        #expect(throws: EntryMalformed.tooManyCommitments) {
            try makeEntry(seed: 2, commitments: 256)
        }
    }

    @Test(arguments: [(0, false), (0, true), (1, true), (2, false)])
    func `a first entry has no previous one, and every other has`(
        sequence: UInt64,
        hasPrevious: Bool
    ) {
        #expect(throws: EntryMalformed.badSequence) {
            try Entry(
                origin: "o",
                id: .random(),
                kind: "test",
                sequence: sequence,
                previous: hasPrevious ? .sha256([1]) : .zero,
                checkpoint: .zero,
                commitments: [],
                signer: SigningKey()
            )
        }
    }

    @Test(arguments: ["", "A", "a b", "a\n", "é", "a_b", String(repeating: "a", count: 65)])
    func `a kind with other characters, or of another length, is refused`(name: String) {
        #expect(EntryKind(name) == nil)
    }

    @Test
    func `ids are random and survive the text form`() {
        let ids = (0..<1000).map { _ in EntryID.random() }
        #expect(Set(ids).count == 1000)
        #expect(ids.allSatisfy { EntryID(hex: $0.description) == $0 })
        #expect(EntryID(hex: "00") == nil)
    }
}
