import Foundation
import Ledger
import TestSupport
import Testing

struct WitnessPolicyTests {
    /// A verifier key's text, made from a seed.
    static func key(_ name: String, _ seed: UInt8, _ algorithm: NoteAlgorithm = .cosignature)
        throws -> String
    {
        let key = try SigningKey(seed: [UInt8](repeating: seed, count: 32)).key
        return try NoteVerifier(name: name, key: key, algorithm: algorithm).text
    }

    @Test
    func `a policy with groups in groups, comments and tabs reads as it is meant`() throws {
        let log = try Self.key("log", 1, .ed25519)
        let (a, b, c) = try (Self.key("a", 2), Self.key("b", 3), Self.key("c", 4))
        let policy = try WitnessPolicy(
            parsing: """
                # the coalition's
                \t log \(log)\thttps://log.example/

                witness A \(a) https://a.example/w
                witness B  \(b)
                witness C \(c)
                group pair any B C \t
                group both all A pair
                quorum both
                """
        )
        #expect(policy.logs.map(\.verifier.text) == [log])
        #expect(policy.logs.map(\.url) == ["https://log.example/"])
        #expect(policy.witnesses.map(\.name) == ["A", "B", "C"])
        #expect(policy.witnesses.map(\.url) == ["https://a.example/w", nil, nil])
        #expect(policy.groups.map(\.threshold) == [1, 2])
        #expect(policy.groups.map(\.members) == [["B", "C"], ["A", "pair"]])
        #expect(policy.quorum == "both")
        #expect(policy.counted.map(\.name) == ["A", "B", "C"])
        #expect(policy.smallestQuorum == 2)
        #expect(try WitnessPolicy(parsing: policy.text) == policy)
    }

    @Test
    func `several keys of one log are several lines`() throws {
        let old = try Self.key("log", 1, .ed25519)
        let new = try Self.key("log", 2, .ed25519)
        let policy = try WitnessPolicy(parsing: "log \(old)\nlog \(new)\nquorum none\n")
        #expect(policy.logKeys(origin: "log").map(\.text) == [old, new])
        #expect(policy.logKeys(origin: "lo").isEmpty)
        #expect(policy.quorum == nil)
        #expect(policy.counted.isEmpty)
    }

    @Test
    func `what is wrong is named with its line`() throws {
        let log = try Self.key("log", 1, .ed25519)
        let a = try Self.key("a", 2)
        let wrong: [(String, Int?, PolicyMalformed.Reason)] = [
            ("", nil, .noQuorum),
            ("quorum none\nquorum none\n", 2, .quorumTwice),
            ("\nquorum x\n", 2, .unknownName("x")),
            ("quorum\n", 1, .wrongWordCount),
            ("peer x\nquorum none\n", 1, .unknownLine),
            ("log\n", 1, .wrongWordCount),
            ("log \(log) u v\n", 1, .wrongWordCount),
            ("log x\n", 1, .badKey(.malformed)),
            ("log \(a)\n", 1, .wrongKeyKind),
            ("witness a \(log)\n", 1, .wrongKeyKind),
            ("witness none \(a)\n", 1, .nameTaken("none")),
            ("witness a\n", 1, .wrongWordCount),
            ("log \(log)\nlog \(try Self.key("other", 1, .ed25519))\n", 2, .keyTwice),
            ("witness a \(a)\nwitness b \(try Self.key("b", 2))\n", 2, .keyTwice),
            ("log \(log)\nwitness a \(try Self.key("a", 1))\n", 2, .keyTwice),
            ("witness a \(a)\nwitness a \(try Self.key("b", 3))\n", 2, .nameTaken("a")),
            ("witness a \(a)\ngroup a 1 a\n", 2, .nameTaken("a")),
            ("witness a \(a)\ngroup none 1 a\n", 2, .nameTaken("none")),
            ("witness a \(a)\ngroup g 1 a a\n", 2, .memberTwice("a")),
            ("witness a \(a)\ngroup g 1 a\ngroup h 1 a\n", 3, .memberTwice("a")),
            ("witness a \(a)\ngroup g 1\n", 2, .wrongWordCount),
            ("group g 1 a\nwitness a \(a)\n", 1, .unknownName("a")),
            ("group g 1 g\n", 1, .unknownName("g")),
            ("witness a \(a)\ngroup g 1 none\n", 2, .unknownName("none")),
            ("witness a \(a)\ngroup g 0 a\n", 2, .badThreshold("0")),
            ("witness a \(a)\ngroup g 2 a\n", 2, .badThreshold("2")),
            ("witness a \(a)\ngroup g 01 a\n", 2, .badThreshold("01")),
            ("witness a \(a)\ngroup g +1 a\n", 2, .badThreshold("+1")),
            ("quorum none\r\n", 1, .badText),
            ("# \u{7F}\n", 1, .badText),
            (String(repeating: "\n", count: 65_537), nil, .tooLong),
        ]
        for (text, line, reason) in wrong {
            let error = #expect(throws: PolicyMalformed.self, "\(text)") {
                try WitnessPolicy(parsing: text)
            }
            #expect(error?.line == line, "\(text)")
            #expect(error?.reason == reason, "\(text)")
        }
        #expect(throws: PolicyMalformed.self) { try WitnessPolicy(parsing: [0xFF, 0x0A]) }
    }

    @Test
    func `names that only look the same are different names`() throws {
        let text = try """
        witness caf\u{E9} \(Self.key("a", 2))
        witness cafe\u{301} \(Self.key("b", 3))
        group g 2 caf\u{E9} cafe\u{301}
        quorum g
        """
        #expect(try WitnessPolicy(parsing: text).counted.count == 2)
    }

    @Test
    func `sixty-four of each kind are read, and no more`() throws {
        let lines = try (1...65).map { "witness w\($0) \(try Self.key("w\($0)", UInt8($0)))\n" }
        let most = lines.prefix(64).joined()
        #expect(try WitnessPolicy(parsing: most + "quorum w1\n").witnesses.count == 64)
        let error = #expect(throws: PolicyMalformed.self) {
            try WitnessPolicy(parsing: lines.joined() + "quorum w1\n")
        }
        #expect(error?.reason == .tooMany)
    }

    @Test(arguments: UInt64(0)..<400)
    func `a spoilt policy is refused or survives its text`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let text = try WitnessBench(witnesses: 4).policy(quorum: 3).text
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes[index] ^= UInt8.random(in: 1...255, using: &generator)
            case 1: bytes.remove(at: index)
            default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: index)
            }
        }
        guard let policy = try? WitnessPolicy(parsing: bytes) else { return }
        #expect(try WitnessPolicy(parsing: policy.text) == policy)
    }
}

/// What a policy says of notes.
struct WitnessPolicyJudgementTests {
    @Test
    func `three of four cosignatures are a quorum, two are not`() throws {
        let bench = try WitnessBench(witnesses: 4)
        let policy = try bench.policy(quorum: 3)
        let three = try policy.judge(note: bench.cosigned(7, by: [0: 30, 2: 10, 3: 20]))
        #expect(three.isQuorate)
        #expect(three.checkpoint.size == 7)
        #expect(three.cosignatures.map(\.witness.name) == ["w1", "w3", "w4"])
        #expect(three.cosignatures.map(\.time) == [30, 10, 20])
        let two = try policy.judge(note: bench.cosigned(7, by: [0: 30, 2: 10]))
        #expect(!two.isQuorate)
        #expect(two.citedAfter == nil)
        #expect(two.coveredBefore == nil)
    }

    @Test
    func `one witness that signs twice is counted once`() throws {
        let bench = try WitnessBench(witnesses: 4)
        let note = try bench.cosigned(7, by: [0: 30, 1: 10])
        let twice = try bench.witnesses[0].cosign(SignedNote(parsing: note), time: 40).serialized
        let judged = try bench.policy(quorum: 3).judge(note: twice)
        #expect(judged.cosignatures.count == 2)
        #expect(!judged.isQuorate)
    }

    @Test
    func `a stripped cosignature leaves no quorum, and a spoilt one no note`() throws {
        let bench = try WitnessBench(witnesses: 4)
        let policy = try bench.policy(quorum: 3)
        let note = try bench.cosigned(7, by: [0: 30, 1: 10, 2: 20])
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 5..<8 {
            var rest = lines
            rest.remove(at: index)
            #expect(try !policy.judge(note: rest.joined(separator: "\n")).isQuorate)
            var spoilt = Array(note.utf8)
            let offset = lines[...index].joined(separator: "\n").utf8.count - 10
            spoilt[offset] = spoilt[offset] == 65 ? 66 : 65
            #expect(throws: CheckpointRefused.self) {
                try policy.judge(note: String(decoding: spoilt, as: UTF8.self))
            }
        }
    }

    @Test
    func `a note without the log's own signature is refused, whoever cosigned`() throws {
        let bench = try WitnessBench(witnesses: 4)
        let note = try bench.cosigned(7, by: [0: 1, 1: 1, 2: 1, 3: 1])
        var lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        lines.remove(at: 4)
        #expect(throws: CheckpointRefused.notBelieved(.noKnownSignature)) {
            try bench.policy(quorum: 3).judge(note: lines.joined(separator: "\n"))
        }
    }

    @Test
    func `another log's note, a note that is no checkpoint, and no note are refused`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let other = try WitnessBench(witnesses: 1, seed: 2)
        let policy = try bench.policy(quorum: 1)
        #expect(throws: CheckpointRefused.notBelieved(.noKnownSignature)) {
            try policy.judge(note: other.cosigned(7, by: [0: 1]))
        }
        let stranger = try NoteSigner(name: "elsewhere", key: SigningKey())
        let foreign = try SignedCheckpoint(
            signing: Checkpoint(origin: "elsewhere", size: 0, root: MerkleTree.emptyRoot),
            by: stranger
        )
        #expect(throws: CheckpointRefused.unknownLog(origin: "elsewhere")) {
            try policy.judge(note: foreign.note)
        }
        let text = try SignedNote(signing: "no checkpoint\n", by: [bench.log]).serialized
        #expect(throws: CheckpointRefused.noCheckpoint(.badLines)) { try policy.judge(note: text) }
        #expect(throws: CheckpointRefused.noNote(.badStructure)) { try policy.judge(note: "") }
    }

    @Test
    func `a time of zero is no cosignature`() throws {
        let bench = try WitnessBench(witnesses: 1)
        #expect(throws: CheckpointRefused.self) {
            try bench.policy(quorum: 1).judge(note: bench.cosigned(7, by: [0: 0]))
        }
    }

    @Test
    func `without witnesses the log's signature is enough and proves no time`() throws {
        let bench = try WitnessBench(witnesses: 1)
        let judged = try bench.policy(quorum: 0).judge(note: bench.cosigned(7, by: [0: 5]))
        #expect(judged.isQuorate)
        #expect(judged.citedAfter == nil)
        #expect(judged.coveredBefore == nil)
    }

    /// Every way for one of four witnesses to lie about the time.
    @Test(arguments: 0..<4, [1, 1_000_000] as [UInt64])
    func `a witness that lies about the time cannot move the interval past the truth`(
        liar: Int,
        lie: UInt64
    ) throws {
        let bench = try WitnessBench(witnesses: 4)
        let policy = try bench.policy(quorum: 3)
        // All honest witnesses sign between 100 and 103; so the note is older than 103 at most.
        for absent in 0..<5 where absent != liar {
            var times = Dictionary(uniqueKeysWithValues: (0..<4).map { ($0, 100 + UInt64($0)) })
            times[liar] = lie
            times[absent] = nil
            let judged = try policy.judge(note: bench.cosigned(7, by: times))
            let honest = times.filter { $0.key != liar }.values
            #expect(try #require(judged.citedAfter) <= #require(honest.max()))
            #expect(try #require(judged.coveredBefore) >= #require(honest.min()))
        }
    }
}

@Suite(SharedVectors.isPresent)
struct WitnessPolicyVectorTests {
    @Test
    func `the policy file that others verified judges the proof that others verified`() throws {
        let text = try String(
            contentsOf: SharedVectors.url("tlog-proof/policy.txt"),
            encoding: .utf8
        )
        let policy = try WitnessPolicy(parsing: text)
        #expect(policy.text == text)
        #expect(policy.witnesses.map(\.name) == ["A", "B", "C"])
        #expect(policy.smallestQuorum == 2)
        let file = try String(
            contentsOf: SharedVectors.url("tlog-proof/entry-12345.tlog-proof"),
            encoding: .utf8
        )
        let blank = try #require(file.range(of: "\n\n"))
        let judged = try policy.judge(note: String(file[blank.upperBound...]))
        #expect(judged.isQuorate)
        #expect(judged.cosignatures.count == 3)
        #expect(judged.checkpoint.size == 70_000)
    }

    @Test
    func `the cosigned checkpoint that others verified is judged by a policy of both witnesses`()
        throws
    {
        struct Vectors: Decodable {
            struct Second: Decodable { let vkey: String }
            let log_vkey: String
            let witness_vkey: String
            let timestamp: UInt64
            let cosigned_checkpoint: String
            let cosigned_by_both: String
            let second: Second
        }
        let vectors = try SharedVectors.read(
            Vectors.self,
            from: "cosignature/cosignature-v1.json"
        )
        let policy = try WitnessPolicy(
            log: NoteVerifier(parsing: vectors.log_vkey),
            witnesses: [vectors.witness_vkey, vectors.second.vkey].map {
                (try NoteVerifier(parsing: $0), nil)
            },
            quorum: 2
        )
        #expect(try policy.judge(note: vectors.cosigned_by_both).isQuorate)
        let file = try String(
            contentsOf: SharedVectors.url("cosignature/cosigned.checkpoint"),
            encoding: .utf8
        )
        for note in [vectors.cosigned_checkpoint, file] {
            let judged = try policy.judge(note: note)
            #expect(judged.isQuorate == (judged.cosignatures.count == 2))
            #expect(judged.cosignatures.first?.time == vectors.timestamp)
        }
    }
}
