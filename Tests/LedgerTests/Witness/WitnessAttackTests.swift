import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

/// Who detects a log that lies to its witnesses, and by what.
struct WitnessAttackTests {
    private func read(_ text: String) throws -> ForkEvidence {
        let evidence = try ForkEvidence(parsing: text)
        #expect(evidence.text == text)
        return evidence
    }

    @Test(arguments: [3, 5, 6, 7, 11], [0, 1, 4])
    func `a fork past the size that a witness saw is refused, and its evidence convicts the log`(
        size: Int,
        more: Int
    ) throws {
        let bench = try WitnessBench(witnesses: 1)
        let test = try TestWitness(bench)
        let leaves = bench.leaves(size)
        #expect(try test.send(bench.note(leaves), old: 0, leaves: leaves).status == 200)
        let fork = bench.leaves(size + more, forkedAt: size - 1)
        let answer = try test.send(bench.note(fork), old: size, leaves: fork)
        #expect(answer.status == 422)
        let evidence = try read(#require(test.evidenceFiles().first))
        let fact = try evidence.verify(keys: [bench.log.verifier])
        #expect(fact.earlier.size == UInt64(size))
        #expect(fact.later.size == UInt64(size + more))
    }

    @Test
    func `a fork past a complete tree is refused, though what was sent convicts nobody`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let test = try TestWitness(bench)
        let leaves = bench.leaves(8)
        #expect(try test.send(bench.note(leaves), old: 0, leaves: leaves).status == 200)
        let fork = bench.leaves(11, forkedAt: 5)
        #expect(try test.send(bench.note(fork), old: 8, leaves: fork).status == 422)
        #expect(try test.evidenceFiles().isEmpty)
        // Whoever holds the fork's tree can say what it begins with, and that convicts.
        let proof = try MerkleTree.consistencyProof(from: 8, leafHashes: fork)
        let evidence = try ForkEvidence(
            earlier: bench.note(leaves),
            later: bench.note(fork),
            hashes: [MerkleTree.root(ofLeafHashes: fork[..<8])] + proof
        )
        try read(evidence.text).verify(keys: [bench.log.verifier])
    }

    @Test
    func `a log that was rolled back to a backup and grew again is refused and convicted`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let test = try TestWitness(bench)
        let leaves = bench.leaves(9)
        for (old, size) in [(0, 4), (4, 6), (6, 9)] {
            let part = Array(leaves[..<size])
            #expect(try test.send(bench.note(part), old: old, leaves: part).status == 200)
        }
        // The backup had five entries, and a sixth came anew.
        let restored = bench.leaves(6, forkedAt: 5)
        let note = try bench.note(restored)
        #expect(try test.send(note, old: 4, leaves: restored) == .conflict(size: 9))
        let evidence = try read(#require(test.evidenceFiles().first))
        #expect(try evidence.verify(keys: [bench.log.verifier]).later.size == 6)
        // An old note by itself is no lie, only old.
        let old = Array(leaves[..<6])
        #expect(try test.send(bench.note(old), old: 4, leaves: old) == .conflict(size: 9))
        #expect(try test.evidenceFiles().count == 1)
    }

    @Test
    func `evidence that proves nothing is told from evidence that does`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let keys = [bench.log.verifier]
        let leaves = bench.leaves(9)
        let proof = try MerkleTree.consistencyProof(from: 5, leafHashes: leaves)
        let five = try bench.note(Array(leaves[..<5]))
        let nine = try bench.note(leaves)
        for hashes in [proof, [], Array(proof.dropLast()), proof + [.zero]] {
            #expect(throws: EvidenceRefused.noContradiction) {
                try ForkEvidence(earlier: five, later: nine, hashes: hashes).verify(keys: keys)
            }
        }
        #expect(throws: EvidenceRefused.noContradiction) {
            try ForkEvidence(earlier: five, later: five).verify(keys: keys)
        }
        let fork = bench.leaves(5, forkedAt: 2)
        let stranger = try WitnessBench(witnesses: 1, seed: 2)
        #expect(throws: EvidenceRefused.notSigned(.noKnownSignature)) {
            try ForkEvidence(earlier: five, later: stranger.note(fork)).verify(keys: keys)
        }
        #expect(throws: EvidenceRefused.notSigned(.noKnownSignature)) {
            try ForkEvidence(earlier: five, later: bench.note(fork)).verify(keys: [])
        }
        let foreign = try SignedCheckpoint(
            signing: Checkpoint(origin: "elsewhere", size: 5, root: .zero),
            by: bench.log
        )
        #expect(throws: EvidenceRefused.differentLogs) {
            try ForkEvidence(earlier: five, later: SignedNote(parsing: foreign.note))
                .verify(keys: keys)
        }
        for text in ["", "tlog-fork-evidence/v1\n", five.serialized] {
            #expect(throws: EvidenceRefused.malformed) { try ForkEvidence(parsing: text) }
        }
    }

    @Test(arguments: UInt64(0)..<300)
    func `spoilt evidence convicts nobody of anything else`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let bench = try WitnessBench(witnesses: 1)
        let fork = bench.leaves(9, forkedAt: 2)
        let evidence = try ForkEvidence(
            earlier: bench.note(bench.leaves(5)),
            later: bench.note(fork),
            hashes: MerkleTree.consistencyProof(from: 5, leafHashes: fork)
        )
        let fact = try evidence.verify(keys: [bench.log.verifier])
        var bytes = Array(evidence.text.utf8)
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] ^= UInt8.random(in: 1...127, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(UInt8.random(in: 0...127, using: &generator), at: index)
        }
        guard let spoilt = try? ForkEvidence(parsing: String(decoding: bytes, as: UTF8.self)),
            let still = try? spoilt.verify(keys: [bench.log.verifier])
        else { return }
        #expect(still == fact)
    }

    /// Every way to show two histories to four witnesses of which one vouches for anything.
    @Test(arguments: 0..<4, 0..<16)
    func `one corrupt witness of four cannot give two histories a quorum`(
        corrupt: Int,
        shown: Int
    ) throws {
        let bench = try WitnessBench(witnesses: 4)
        let policy = try bench.policy(quorum: 3)
        try policy.check(corrupt: 1)
        let histories = [bench.leaves(6), bench.leaves(6, forkedAt: 3)]
        var notes = try histories.map { try bench.note($0) }
        for index in 0..<4 {
            guard index != corrupt else {
                for side in 0...1 {
                    notes[side] = try bench.witnesses[index].cosign(notes[side], time: 7)
                }
                continue
            }
            let test = try TestWitness(bench, index)
            // The bit says which history it is shown first; the other one is tried too.
            let first = shown >> index & 1
            for side in [first, 1 - first] {
                let plain = try bench.note(histories[side])
                for old in [0, 6] {
                    let answer = try test.send(
                        plain,
                        old: old,
                        leaves: histories[side]
                    )
                    guard case .cosigned(let lines) = answer else { continue }
                    notes[side] = try SignedNote(parsing: notes[side].serialized + lines)
                }
            }
        }
        let quorate = try notes.count { try policy.judge(note: $0.serialized).isQuorate }
        #expect(quorate <= 1)
    }

    @Test(arguments: UInt64(0)..<6)
    func `many requests at once leave one history, whatever their order`(seed: UInt64) async throws
    {
        let bench = try WitnessBench(witnesses: 1)
        let policy = try bench.policy(quorum: 1)
        let folder = try TemporaryFolder()
        // Two witnesses on one file stand for two programs that were started by mistake.
        let tests = try [
            TestWitness(bench, folder: folder), TestWitness(bench, folder: folder),
        ]
        var generator = SplitMix64(seed: seed)
        let histories = [bench.leaves(24), bench.leaves(24, forkedAt: 2)]
        var sends: [(side: Int, old: Int, size: Int)] = []
        for side in 0...1 {
            for size in stride(from: 3, through: 24, by: 3) {
                sends.append((side, size - 3 == 0 ? 0 : size - 3, size))
                sends.append((side, size, size))
            }
        }
        sends.shuffle(using: &generator)
        let answers = try await withThrowingTaskGroup(of: (Int, SignedNote, WitnessAnswer).self) {
            group in
            for (number, send) in sends.enumerated() {
                group.addTask {
                    let leaves = Array(histories[send.side][..<send.size])
                    let note = try bench.note(leaves)
                    let test = tests[number % 2]
                    return (send.side, note, try test.send(note, old: send.old, leaves: leaves))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        var sides: Set<Int> = []
        for (side, note, answer) in answers {
            guard case .cosigned(let lines) = answer else { continue }
            #expect(try policy.judge(note: note.serialized + lines).isQuorate)
            sides.insert(side)
        }
        #expect(sides.count == 1)
    }

    @Test
    func `the file itself refuses to go back or to forget`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let test = try TestWitness(bench)
        let leaves = bench.leaves(5)
        #expect(try test.send(bench.note(leaves), old: 0, leaves: leaves).status == 200)
        for statement in [
            "DELETE FROM seen", "UPDATE seen SET size = 1", "UPDATE seen SET root = zeroblob(32)",
            "INSERT INTO seen SELECT origin, 3, root, note FROM seen",
            "INSERT OR REPLACE INTO seen SELECT origin, size, zeroblob(32), note FROM seen",
        ] {
            #expect(throws: (any Error).self, "\(statement)") {
                try DatabaseQueue(path: test.folder.path("witness.sqlite"))
                    .write { try $0.execute(sql: statement) }
            }
        }
    }
}
