import Ledger
import TestSupport
import Testing

struct CheckpointTests {
    @Test(arguments: [0, 1, 10, .max] as [UInt64])
    func `a checkpoint survives its text`(size: UInt64) throws {
        let checkpoint = try Checkpoint(origin: "example.org/log", size: size, root: .sha256([1]))
        #expect(try Checkpoint(parsing: checkpoint.text) == checkpoint)
    }

    @Test
    func `extension lines are kept`() throws {
        let text = "o\n1\n\(Digest32.zero.base64)\nextra one\nextra two\n"
        let checkpoint = try Checkpoint(parsing: text)
        #expect(checkpoint.extensions == ["extra one", "extra two"])
        #expect(checkpoint.text == text)
    }

    @Test(arguments: ["", "a\nb", "a\u{0}"])
    func `an origin that makes no line is refused`(origin: String) {
        #expect(throws: CheckpointMalformed.badLines) {
            try Checkpoint(origin: origin, size: 1, root: .zero)
        }
    }

    @Test(arguments: [
        "", "-0", "+0", "+7", "-7", "00", "07", " 7", "7 ", "7a", "18446744073709551616",
    ])
    func `a size in another spelling than its own is refused`(size: String) {
        #expect(throws: CheckpointMalformed.self) {
            try Checkpoint(parsing: "o\n\(size)\n\(Digest32.zero.base64)\n")
        }
    }

    @Test(arguments: UInt64(0)..<400)
    func `a spoilt text is refused or is the text of another checkpoint`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let checkpoint = try Checkpoint(origin: "ab", size: 10, root: .sha256([2]))
        var bytes = Array(checkpoint.text.utf8)
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] ^= UInt8.random(in: 1...127, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(UInt8.random(in: 0...127, using: &generator), at: index)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let parsed = try? Checkpoint(parsing: text) else { return }
        #expect(Array(parsed.text.utf8) == bytes)
        #expect((parsed == checkpoint) == (text == checkpoint.text))
    }

    @Test
    func `a checkpoint of another log, or by another key, is not believed`() throws {
        let signer = try NoteSigner(name: "one", key: SigningKey())
        let other = try NoteSigner(name: "one", key: SigningKey())
        let checkpoint = try Checkpoint(origin: "a", size: 1, root: .zero)
        let signed = try SignedCheckpoint(signing: checkpoint, by: signer)
        let read = try SignedCheckpoint(
            verifying: signed.note,
            origin: "a",
            verifier: signer.verifier
        )
        #expect(read == signed)
        #expect(throws: WrongOrigin.self) {
            try SignedCheckpoint(verifying: signed.note, origin: "b", verifier: signer.verifier)
        }
        #expect(throws: NoteUnverified.noKnownSignature) {
            try SignedCheckpoint(verifying: signed.note, origin: "a", verifier: other.verifier)
        }
    }

    @Test
    func `origins that only look the same are not the same`() throws {
        let signer = try NoteSigner(name: "one", key: SigningKey())
        let checkpoint = try Checkpoint(origin: "caf\u{E9}", size: 1, root: .zero)
        let note = try SignedCheckpoint(signing: checkpoint, by: signer).note
        #expect(throws: WrongOrigin.self) {
            try SignedCheckpoint(verifying: note, origin: "cafe\u{301}", verifier: signer.verifier)
        }
    }
}

/// Checkpoints of the Go checksum database, of sigsum-go and of Tessera.
@Suite(SharedVectors.isPresent)
struct CheckpointVectorTests {
    private struct Vectors: Decodable {
        struct Case: Decodable {
            let note: String
            let vkey: String
            let origin: String
            let size: UInt64
            let root_b64: String
            let seed_hex: String?
        }
        let good: [Case]
        let bad_bodies: [String]
    }

    @Test
    func `checkpoints that others signed are read and believed`() throws {
        let vectors = try SharedVectors.read(Vectors.self, from: "checkpoint/checkpoints.json")
        #expect(vectors.good.count == 18)
        for vector in vectors.good {
            let signed = try SignedCheckpoint(
                verifying: vector.note,
                origin: vector.origin,
                verifier: NoteVerifier(parsing: vector.vkey)
            )
            #expect(signed.checkpoint.size == vector.size)
            #expect(signed.checkpoint.root.base64 == vector.root_b64)
            guard let seed = vector.seed_hex else { continue }
            let signer = try NoteSigner(
                name: vector.origin,
                key: SigningKey(seed: #require([UInt8](hex: seed)))
            )
            #expect(
                try SignedCheckpoint(signing: signed.checkpoint, by: signer).note == vector.note
            )
        }
    }

    @Test
    func `bad bodies are refused`() throws {
        let vectors = try SharedVectors.read(Vectors.self, from: "checkpoint/checkpoints.json")
        #expect(vectors.bad_bodies.count == 8)
        for body in vectors.bad_bodies {
            #expect(throws: CheckpointMalformed.self, "\(body)") { try Checkpoint(parsing: body) }
        }
    }
}
