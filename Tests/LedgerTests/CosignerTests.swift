import Foundation
import Ledger
import TestSupport
import Testing

struct CosignerTests {
    @Test
    func `a cosignature binds the checkpoint, the time and the key`() throws {
        let signer = try NoteSigner(name: "log", key: SigningKey())
        let witness = try Cosigner(name: "witness", key: SigningKey())
        let checkpoint = try Checkpoint(origin: "o", size: 7, root: .sha256([1]))
        let note = try SignedNote(
            parsing: SignedCheckpoint(signing: checkpoint, by: signer).note
        )
        let cosigned = try witness.cosign(note, time: 1_700_000_000)
        let parsed = try SignedNote(parsing: cosigned.serialized)
        #expect(
            try parsed.verify(with: [signer.verifier, witness.verifier])
                == [signer.verifier, witness.verifier]
        )
        #expect(parsed.signatures.map(\.cosignedTime) == [nil, 1_700_000_000])
        #expect(try NoteVerifier(parsing: witness.verifier.text) == witness.verifier)

        // The eighth digit from the end of the line lies in the signature's last bytes.
        var bytes = Array(parsed.serialized.utf8)
        bytes[bytes.count - 9] = bytes[bytes.count - 9] == 65 ? 66 : 65
        let spoilt = try SignedNote(parsing: bytes)
        #expect(throws: NoteUnverified.badSignature(name: "witness")) {
            try spoilt.verify(with: [signer.verifier, witness.verifier])
        }
    }

    @Test
    func `what is no checkpoint is not cosigned`() throws {
        let signer = try NoteSigner(name: "log", key: SigningKey())
        let witness = try Cosigner(name: "witness", key: SigningKey())
        let note = try SignedNote(signing: "some text\n", by: [signer])
        #expect(throws: CheckpointMalformed.badLines) { try witness.cosign(note, time: 1) }
    }
}

/// Cosignatures that other implementations verified.
@Suite(SharedVectors.isPresent)
struct CosignatureVectorTests {
    private struct Vectors: Decodable {
        struct Negative: Decodable {
            let same_key_as_type1_must_fail: String
            let tampered_timestamp: String
        }
        struct Second: Decodable {
            let name: String
            let seed_hex: String
            let vkey: String
            let timestamp: UInt64
        }
        let log_vkey: String
        let witness_name: String
        let witness_seed_hex: String
        let witness_vkey: String
        let timestamp: UInt64
        let cosigned_checkpoint: String
        let cosigned_by_both: String
        let second: Second
        let negative: Negative
    }

    private func vectors() throws -> Vectors {
        try SharedVectors.read(Vectors.self, from: "cosignature/cosignature-v1.json")
    }

    @Test
    func `the known seeds make the known cosignatures`() throws {
        let vectors = try vectors()
        let first = try Cosigner(
            name: vectors.witness_name,
            key: SigningKey(seed: #require([UInt8](hex: vectors.witness_seed_hex)))
        )
        #expect(first.verifier.text == vectors.witness_vkey)
        let cosigned = try SignedNote(parsing: vectors.cosigned_checkpoint)
        let logLines = cosigned.serialized.split(separator: "\n", omittingEmptySubsequences: false)
        let alone = logLines.dropLast(2).map { $0 + "\n" }.joined()
        let again = try first.cosign(SignedNote(parsing: alone), time: vectors.timestamp)
        #expect(again.serialized == vectors.cosigned_checkpoint)
        let second = try Cosigner(
            name: vectors.second.name,
            key: SigningKey(seed: #require([UInt8](hex: vectors.second.seed_hex)))
        )
        #expect(second.verifier.text == vectors.second.vkey)
        let both = try second.cosign(again, time: vectors.second.timestamp)
        #expect(both.serialized == vectors.cosigned_by_both)
        let known = try [vectors.log_vkey, vectors.witness_vkey, vectors.second.vkey]
            .map { try NoteVerifier(parsing: $0) }
        #expect(try both.verify(with: known) == known)
    }

    @Test
    func `a changed time, or the key taken for a log's, is refused`() throws {
        let vectors = try vectors()
        let witness = try NoteVerifier(parsing: vectors.witness_vkey)
        let late = try SignedNote(parsing: vectors.negative.tampered_timestamp)
        #expect(throws: NoteUnverified.badSignature(name: witness.name)) {
            try late.verify(with: [witness])
        }
        let note = try SignedNote(parsing: vectors.cosigned_checkpoint)
        let wrong = try NoteVerifier(parsing: vectors.negative.same_key_as_type1_must_fail)
        #expect(throws: NoteUnverified.noKnownSignature) { try note.verify(with: [wrong]) }
    }
}
