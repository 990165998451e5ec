import Foundation
import Ledger
import TestSupport
import Testing

/// A witness with a folder of its own, and what it was told.
struct TestWitness {
    let folder: TemporaryFolder
    let witness: Witness
    let evidence: EvidenceFolder

    init(
        _ bench: WitnessBench,
        _ index: Int = 0,
        logs: [NoteVerifier]? = nil,
        folder: TemporaryFolder? = nil,
        now: UInt64 = 1_700_000_000
    ) throws {
        let folder = try folder ?? TemporaryFolder()
        let evidence = EvidenceFolder(url: folder.url.appending(path: "evidence"))
        self.folder = folder
        self.evidence = evidence
        witness = Witness(
            cosigner: bench.witnesses[index],
            logs: logs ?? [bench.log.verifier],
            store: try WitnessStore(path: folder.path("witness.sqlite")),
            clock: { now },
            onFork: { _ = try? evidence.save($0) }
        )
    }

    /// Sends a checkpoint with the proof that its log has for it.
    func send(_ note: SignedNote, old: Int, leaves: [Digest32]) throws -> WitnessAnswer {
        let proof = try MerkleTree.consistencyProof(from: UInt64(old), leafHashes: leaves)
        let request = try AddCheckpoint(oldSize: UInt64(old), proof: proof, note: note)
        return try witness.addCheckpoint(Array(request.serialized.utf8))
    }

    func evidenceFiles() throws -> [String] {
        let url = folder.url.appending(path: "evidence")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return try names.sorted().map {
            try String(contentsOf: url.appending(path: $0), encoding: .utf8)
        }
    }
}

struct WitnessTests {
    @Test
    func `a log that only grows is cosigned, again at the same size too`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let policy = try bench.policy(quorum: 1)
        let test = try TestWitness(bench)
        let leaves = bench.leaves(20)
        var old = 0
        for size in [0, 0, 1, 1, 4, 7, 8, 20] {
            let note = try bench.note(Array(leaves[..<size]))
            let answer = try test.send(note, old: old, leaves: Array(leaves[..<size]))
            guard case .cosigned(let lines) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(answer.status == 200)
            let judged = try policy.judge(note: note.serialized + lines)
            #expect(judged.isQuorate)
            #expect(judged.cosignatures.map(\.time) == [1_700_000_000])
            let read = try bench.witnesses[0].verifier.cosignature(
                over: note,
                status: 200,
                body: Array(lines.utf8)
            )
            #expect(note.adding(read).serialized == note.serialized + lines)
            old = size
        }
        let hash = Digest32.sha256(Array(WitnessBench.origin.utf8)).description
        let served = try #require(try test.witness.checkpoint(originHash: hash))
        #expect(try policy.judge(note: served).checkpoint.size == 20)
        #expect(try policy.judge(note: served).isQuorate)
        #expect(try test.witness.checkpoint(originHash: "00") == nil)
        #expect(try test.evidenceFiles().isEmpty)
    }

    @Test
    func `each refusal has the status of the specification`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let test = try TestWitness(bench)
        let leaves = bench.leaves(6)
        let five = try bench.note(Array(leaves[..<5]))
        #expect(try test.send(five, old: 0, leaves: Array(leaves[..<5])).status == 200)
        let six = try bench.note(leaves)

        func answer(_ body: String) throws -> WitnessAnswer {
            try test.witness.addCheckpoint(Array(body.utf8))
        }
        let proof = try MerkleTree.consistencyProof(from: 5, leafHashes: leaves)
            .map { $0.base64 + "\n" }.joined()
        let good = "old 5\n\(proof)\n\(six.serialized)"
        #expect(try answer("old 7\n\n\(six.serialized)") == .malformed(.oldSizeTooLarge))
        #expect(try answer("") == .malformed(.badOldSize))
        #expect(try answer("old 5\n") == .malformed(.noBlankLine))
        #expect(try answer("old 05\n\(proof)\n\(six.serialized)") == .malformed(.badOldSize))
        #expect(try answer("old 5\nx\n\n\(six.serialized)") == .malformed(.badProof))
        #expect(try answer("old 5\n\(proof)\n") == .malformed(.badNote(.badStructure)))
        let long = String(repeating: Digest32.zero.base64 + "\n", count: 64)
        #expect(try answer("old 5\n\(long)\n\(six.serialized)") == .malformed(.proofTooLong))
        #expect(try answer(String(repeating: "x", count: 65_537)) == .malformed(.tooLong))
        let words = try SignedNote(signing: "words\n", by: [bench.log]).serialized
        #expect(try answer("old 5\n\n\(words)") == .malformed(.badCheckpoint(.badLines)))
        let huge = try SignedCheckpoint(
            signing: Checkpoint(origin: WitnessBench.origin, size: .max, root: .zero),
            by: bench.log
        )
        #expect(try answer("old 5\n\n\(huge.note)") == .malformed(.badCheckpoint(.badSize)))

        let other = try WitnessBench(witnesses: 1, seed: 9)
        let forged = try "old 5\n\(proof)\n\(other.note(leaves).serialized)"
        #expect(try answer(forged) == .notSigned(.noKnownSignature))
        let spoilt = good.replacingOccurrences(of: six.text, with: five.text)
        #expect(try answer(spoilt) == .notSigned(.badSignature(name: WitnessBench.origin)))
        let foreign = try SignedCheckpoint(
            signing: Checkpoint(origin: "elsewhere", size: 6, root: .zero),
            by: bench.log
        )
        #expect(try answer("old 5\n\n\(foreign.note)") == .unknownLog)
        #expect(try answer("old 4\n\(proof)\n\(six.serialized)") == .conflict(size: 5))
        #expect(try answer("old 0\n\n\(six.serialized)") == .conflict(size: 5))
        #expect(try answer("old 5\n\n\(six.serialized)") == .inconsistent(.wrongLength))
        let statuses = [
            WitnessAnswer.malformed(.tooLong), .notSigned(.noKnownSignature), .unknownLog,
            .conflict(size: 5), .inconsistent(.rootDiffers),
        ]
        #expect(statuses.map(\.status) == [400, 403, 404, 409, 422])
        #expect(statuses[3].contentType == "text/x.tlog.size")
        #expect(statuses[3].body == "5\n")
        // And after all that it still cosigns what is right.
        #expect(try answer(good).status == 200)
    }

    @Test
    func `an empty tree with another root is inconsistent`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let test = try TestWitness(bench)
        let odd = try SignedCheckpoint(
            signing: Checkpoint(origin: WitnessBench.origin, size: 0, root: .zero),
            by: bench.log
        )
        let answer = try test.witness.addCheckpoint(Array("old 0\n\n\(odd.note)".utf8))
        #expect(answer == .inconsistent(.rootDiffers))
        let leaves = bench.leaves(3)
        let request = try AddCheckpoint(oldSize: 0, proof: [.zero], note: bench.note(leaves))
        #expect(
            try test.witness.addCheckpoint(Array(request.serialized.utf8))
                == .inconsistent(.wrongLength)
        )
    }

    @Test
    func `a log may have several keys, and each of them is one of its voices`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let renewed = try NoteSigner(name: WitnessBench.origin, key: SigningKey())
        let test = try TestWitness(bench, logs: [bench.log.verifier, renewed.verifier])
        let leaves = bench.leaves(6)
        let old = try bench.note(Array(leaves[..<5]))
        #expect(try test.send(old, old: 0, leaves: Array(leaves[..<5])).status == 200)
        let root = MerkleTree.root(ofLeafHashes: leaves)
        let checkpoint = try Checkpoint(origin: WitnessBench.origin, size: 6, root: root)
        let new = try SignedNote(
            parsing: SignedCheckpoint(signing: checkpoint, by: renewed).note
        )
        #expect(try test.send(new, old: 5, leaves: leaves).status == 200)
        // The new key does not start a new history.
        #expect(try test.send(new, old: 0, leaves: leaves) == .conflict(size: 6))
    }

    @Test
    func `what others signed below a checkpoint is not kept`() throws {
        let bench = try WitnessBench(witnesses: 2)
        let test = try TestWitness(bench)
        let leaves = bench.leaves(3)
        let note = try bench.witnesses[1].cosign(bench.note(leaves), time: 5)
        #expect(try test.send(note, old: 0, leaves: leaves).status == 200)
        let hash = Digest32.sha256(Array(WitnessBench.origin.utf8)).description
        let served = try #require(try test.witness.checkpoint(originHash: hash))
        #expect(try SignedNote(parsing: served).signatures.count == 2)
    }

    @Test
    func `a witness keeps what it saw of a log that it no longer serves`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let folder = try TemporaryFolder()
        let leaves = bench.leaves(5)
        do {
            let test = try TestWitness(bench, folder: folder)
            #expect(try test.send(bench.note(leaves), old: 0, leaves: leaves).status == 200)
        }
        do {
            let test = try TestWitness(bench, logs: [], folder: folder)
            #expect(try test.send(bench.note(leaves), old: 0, leaves: leaves) == .unknownLog)
        }
        let test = try TestWitness(bench, folder: folder)
        #expect(try test.send(bench.note(leaves), old: 0, leaves: leaves) == .conflict(size: 5))
    }

    @Test
    func `a file that is no witness's is not opened`() throws {
        let folder = try TemporaryFolder()
        _ = try SQLiteStore(path: folder.path("log.sqlite"))
        #expect(throws: StoreError.notALog) { try WitnessStore(path: folder.path("log.sqlite")) }
        try Data("not a database, and long enough to be read as one".utf8)
            .write(to: folder.url.appending(path: "text"))
        #expect(throws: (any Error).self) { try WitnessStore(path: folder.path("text")) }
    }

    @Test
    func `answers of witnesses are read with suspicion`() throws {
        let bench = try WitnessBench(witnesses: 2)
        let note = try bench.note(bench.leaves(3))
        let verifier = bench.witnesses[0].verifier
        func read(_ status: Int, _ body: String) throws -> NoteSignature {
            try verifier.cosignature(over: note, status: status, body: Array(body.utf8))
        }
        func line(_ witness: Int, over note: SignedNote) throws -> String {
            let whole = try bench.witnesses[witness].cosign(note, time: 9).serialized
            return String(whole.dropFirst(note.serialized.count))
        }
        let own = try line(0, over: note)
        let stranger = try line(1, over: note)
        let both = try read(200, stranger + own)
        #expect(note.adding(both).serialized == note.serialized + own)
        let refusals: [(Int, String, WitnessRefusal)] = try [
            (200, "", .notCosigned), (200, stranger, .notCosigned),
            (200, line(0, over: bench.note(bench.leaves(4))), .notCosigned),
            (200, String(repeating: own, count: 200), .notCosigned),
            (409, "17\n", .conflict(size: 17)), (409, "17", .status(409)),
            (409, "99999999999999999999\n", .status(409)),
            (400, "", .malformed), (403, "", .notSigned), (404, "", .unknownLog),
            (422, "", .inconsistent), (500, own, .status(500)), (301, own, .status(301)),
        ]
        for (status, body, refusal) in refusals {
            #expect(throws: refusal, "\(status) \(body)") { try read(status, body) }
        }
    }
}

/// The order of requests that a witness of other make was tested with.
@Suite(SharedVectors.isPresent)
struct WitnessVectorTests {
    private struct Vectors: Decodable {
        struct Step: Decodable {
            let request: String
            let status: Int
            let body: String?
            let content_type: String?
        }
        let log_vkey: String
        let witness_seed_hex: String
        let witness_name: String
        let sequence: [Step]
    }

    @Test
    func `each request of the published sequence has the published answer`() throws {
        let vectors = try SharedVectors.read(
            Vectors.self,
            from: "witness/add-checkpoint-sequence.json"
        )
        let folder = try TemporaryFolder()
        let witness = Witness(
            cosigner: try Cosigner(
                name: vectors.witness_name,
                key: SigningKey(seed: #require([UInt8](hex: vectors.witness_seed_hex)))
            ),
            logs: [try NoteVerifier(parsing: vectors.log_vkey)],
            store: try WitnessStore(path: folder.path("witness.sqlite")),
            clock: { 1 },
            onFork: { _ in }
        )
        #expect(vectors.sequence.count == 9)
        for (index, step) in vectors.sequence.enumerated() {
            let answer = try witness.addCheckpoint(Array(step.request.utf8))
            #expect(answer.status == step.status, "request \(index)")
            if let body = step.body { #expect(answer.body == body) }
            if let type = step.content_type { #expect(answer.contentType == type) }
        }
    }

    @Test
    func `of two requests of the published race one is answered and the other conflicts`()
        async throws
    {
        let vectors = try SharedVectors.read(
            Vectors.self,
            from: "witness/add-checkpoint-sequence.json"
        )
        let requests = vectors.sequence.map { Array($0.request.utf8) }
        for _ in 0..<20 {
            let folder = try TemporaryFolder()
            let witness = Witness(
                cosigner: try Cosigner(name: vectors.witness_name, key: SigningKey()),
                logs: [try NoteVerifier(parsing: vectors.log_vkey)],
                store: try WitnessStore(path: folder.path("witness.sqlite")),
                clock: { 1 },
                onFork: { _ in }
            )
            #expect(try witness.addCheckpoint(requests[0]).status == 200)
            // From size 1 to 3, and from 1 to 5.
            let answers = try await withThrowingTaskGroup(of: WitnessAnswer.self) { group in
                for request in [requests[5], requests[6]] {
                    group.addTask { try witness.addCheckpoint(request) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0.status == 200 } == 1)
            #expect(answers.contains { $0 == .conflict(size: 3) || $0 == .conflict(size: 5) })
        }
    }
}
