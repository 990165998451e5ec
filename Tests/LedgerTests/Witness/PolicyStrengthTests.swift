import Ledger
import TestSupport
import Testing

struct PolicyStrengthTests {
    private func policy(of names: [String], _ lines: String...) throws -> WitnessPolicy {
        let witnesses = try names.enumerated().map { index, name in
            "witness w\(index) \(try WitnessPolicyTests.key(name, UInt8(index + 1)))\n"
        }
        return try WitnessPolicy(parsing: witnesses.joined() + lines.joined(separator: "\n"))
    }

    @Test(arguments: 1...9, 0...3)
    func `of n equal witnesses q hold exactly when 2q exceeds n + f and q is at most n - f`(
        n: Int,
        f: Int
    ) throws {
        let bench = try WitnessBench(witnesses: n)
        for q in 1...n {
            let policy = try bench.policy(quorum: q)
            let holds = 2 * q > n + f && q <= n - f
            #expect(((try? policy.check(corrupt: f)) != nil) == holds, "q = \(q)")
            #expect(((policy.tolerated ?? -1) >= f) == holds, "q = \(q)")
        }
    }

    @Test
    func `two agencies alone cannot bear one that is corrupt, and the reason is said`() throws {
        let bench = try WitnessBench(witnesses: 2)
        for q in 1...2 {
            #expect(throws: PolicyWeak.tooFewWitnesses(count: 2, needed: 4)) {
                try bench.policy(quorum: q).check(corrupt: 1)
            }
        }
        try bench.policy(quorum: 2).check(corrupt: 0)
        #expect(throws: PolicyWeak.twoHistories(shared: 0)) {
            try bench.policy(quorum: 1).check(corrupt: 0)
        }
    }

    @Test
    func `each reason is told from the others`() throws {
        let bench = try WitnessBench(witnesses: 4)
        #expect(throws: PolicyWeak.noWitness) { try bench.policy(quorum: 0).check(corrupt: 0) }
        #expect(throws: PolicyWeak.twoHistories(shared: 0)) {
            try bench.policy(quorum: 2).check(corrupt: 1)
        }
        #expect(throws: PolicyWeak.silenced(by: 1)) {
            try bench.policy(quorum: 4).check(corrupt: 1)
        }
        try bench.policy(quorum: 3).check(corrupt: 1)
        #expect(try bench.policy(quorum: 0).tolerated == nil)
        #expect(try bench.policy(quorum: 2).tolerated == nil)
    }

    @Test
    func `one operator's second key does not count twice`() throws {
        let names = ["a", "b", "c", "c"]
        let flat = try policy(of: names, "group g 3 w0 w1 w2 w3", "quorum g")
        #expect(throws: PolicyWeak.operatorTwice(name: "c")) { try flat.check(corrupt: 1) }
        // In a group of its own it does, as one voice: for the time of a change of keys.
        let joined = try policy(of: names, "group c any w2 w3", "group g 3 w0 w1 c", "quorum g")
        #expect(joined.operatorCount == 3)
        #expect(throws: PolicyWeak.tooFewWitnesses(count: 3, needed: 4)) {
            try joined.check(corrupt: 1)
        }
        let five = try policy(
            of: ["a", "b", "c", "d", "d"],
            "group d any w3 w4",
            "group g 3 w0 w1 w2 d",
            "quorum g"
        )
        try five.check(corrupt: 1)
        #expect(five.tolerated == 1)
    }

    @Test
    func `one operator's two times are one`() throws {
        let bench = try WitnessBench(witnesses: 4)
        let second = try Cosigner(name: bench.witnesses[3].verifier.name, key: SigningKey())
        let keys = bench.witnesses.map(\.verifier) + [second.verifier]
        let policy = try WitnessPolicy(
            parsing: "log \(bench.log.verifier.text)\n"
                + keys.enumerated().map { "witness w\($0) \($1.text)\n" }.joined()
                + "group d any w3 w4\ngroup g 3 w0 w1 w2 d\nquorum g\n"
        )
        let note = try bench.cosigned(7, by: [0: 100, 1: 101, 3: 900])
        let lies = try second.cosign(SignedNote(parsing: note), time: 901).serialized
        let judged = try policy.judge(note: lies)
        #expect(judged.isQuorate)
        #expect(judged.citedAfter == 101)
    }

    /// All subsets, compared with what the sums over the tree say.
    @Test(arguments: UInt64(0)..<40)
    func `the overlap and the block of nested groups are those of all subsets`(
        seed: UInt64
    ) throws {
        var generator = SplitMix64(seed: seed)
        let count = Int.random(in: 1...6, using: &generator)
        let bench = try WitnessBench(witnesses: count)
        var roots = (0..<count).map { "w\($0)" }
        var lines: [String] = []
        while roots.count > 1 {
            let width = Int.random(in: 2...min(4, roots.count), using: &generator)
            roots.shuffle(using: &generator)
            let threshold = Int.random(in: 1...width, using: &generator)
            let name = "g\(lines.count)"
            lines.append("group \(name) \(threshold) \(roots.prefix(width).joined(separator: " "))")
            roots = roots.dropFirst(width) + [name]
        }
        lines.append("quorum \(roots[0])\n")
        let policy = try WitnessPolicy(
            parsing: "log \(bench.log.verifier.text)\n"
                + bench.witnesses.enumerated().map { "witness w\($0) \($1.verifier.text)\n" }
                .joined() + lines.joined(separator: "\n")
        )
        let note = try bench.note(bench.leaves(3))
        let quorums = try (0..<(1 << count)).filter { subset in
            let cosigned = try (0..<count).filter { subset >> $0 & 1 == 1 }
                .reduce(note) { try bench.witnesses[$1].cosign($0, time: 1) }
            return try policy.judge(note: cosigned.serialized).isQuorate
        }
        let overlap = quorums.flatMap { one in quorums.map { (one & $0).nonzeroBitCount } }.min()
        let block = (0..<(1 << count)).filter { silent in quorums.allSatisfy { $0 & silent != 0 } }
            .map(\.nonzeroBitCount).min()
        #expect(policy.smallestQuorum == quorums.map(\.nonzeroBitCount).min())
        for f in 0...count {
            let holds =
                try #require(overlap) > f && #require(block) > f && count >= 3 * f + 1
            #expect(((try? policy.check(corrupt: f)) != nil) == holds, "f = \(f)")
        }
        #expect((policy.tolerated ?? -1) == min(overlap ?? 0, block ?? 0) - 1)
    }
}
