import Casework
import Coalition
import Foundation
import Ledger
import Testing
import Vault

struct PublisherTests {
    @Test
    func `a tick publishes what all witnesses vouch for, and an empty one renews it`() async throws
    {
        let world = try await WitnessedNode()
        await world.publisher.tick()
        let first = await world.publisher.publication()
        #expect(first.published?.cosignatures.count == 4)
        #expect(first.published?.checkpoint.size == 1)
        #expect(first.waiting == 0)
        #expect(first.vouching(at: world.clock.now) == 4)
        world.clock.advance(hours: 1)
        #expect(await world.publisher.publication().vouching(at: world.clock.now) == 0)
        await world.publisher.tick()
        let second = await world.publisher.publication()
        #expect(second.published?.checkpoint == first.published?.checkpoint)
        let times = try #require(second.published?.cosignatures.map(\.time))
        #expect(times == first.published?.cosignatures.map { $0.time + 3600 })
        #expect(await world.node.published?.note == second.published?.note)
    }

    @Test
    func `with too few witnesses nothing is published, and entries wait`() async throws {
        let world = try await WitnessedNode()
        await world.publisher.tick()
        let before = await world.node.published?.note
        world.silence([0, 3])
        try await world.enrol("one")
        try await world.enrol("two")
        await world.publisher.tick()
        let stalled = await world.publisher.publication()
        #expect(stalled.stalledSince == world.clock.now)
        #expect(stalled.waiting == 2)
        #expect(stalled.witnesses.map(\.trouble) == [.unreachable, nil, nil, .unreachable])
        #expect(await world.node.published?.note == before)
        #expect(try await world.node.publishedReceipt(of: 1) == nil)

        world.silence([3])
        await world.publisher.tick()
        let again = await world.publisher.publication()
        #expect(again.stalledSince == nil)
        #expect(again.waiting == 0)
        #expect(again.published?.cosignatures.count == 3)
        let receipt = try #require(try await world.node.publishedReceipt(of: 1))
        #expect(try world.policy.judge(note: receipt.checkpoint).isQuorate)
        world.clock.advance(hours: 1)
        await world.publisher.tick()
        let states = await world.publisher.publication().witnesses
            .map { $0.state(at: world.clock.now, rhythm: 10) }
        #expect(states == [.vouches, .vouches, .vouches, .stale])
    }

    @Test
    func `the node itself publishes nothing that too few vouch for`() async throws {
        let world = try await WitnessedNode()
        let alone = try await world.node.signedCheckpoint().note
        await #expect(throws: Node.TooFewVouch.self) { try await world.node.publish(alone) }
        await world.publisher.tick()
        let note = try #require(await world.node.published?.note)
        let stripped = note.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated().filter { ![5, 6].contains($0.offset) }.map(\.element)
            .joined(separator: "\n")
        await #expect(throws: Node.TooFewVouch.self) { try await world.node.publish(stripped) }
    }

    @Test
    func `a node that starts again knows who vouched, and goes on`() async throws {
        let world = try await WitnessedNode()
        await world.publisher.tick()
        let second = world.publisher(of: world.node)
        let publication = await second.publication()
        #expect(publication.published?.cosignatures.count == 4)
        #expect(publication.witnesses.map(\.size) == [1, 1, 1, 1])
        try await world.enrol("one")
        await second.tick()
        #expect(await second.publication().published?.checkpoint.size == 2)
        // The first one has not heard of it, and learns it from the witnesses.
        try await world.enrol("two")
        await world.publisher.tick()
        #expect(await world.publisher.publication().published?.checkpoint.size == 3)
    }

    @Test
    func `an entry's proven time holds the true one, and excludes one that was put back`()
        async throws
    {
        let world = try await WitnessedNode()
        await world.publisher.tick()
        world.clock.advance(hours: 1)
        try await world.enrol("one")
        let made = world.clock.now
        let recorded = await world.node.entries(before: 2, count: 1)
        let waiting = ProvenTime.of(
            await world.node.bounds(of: recorded),
            under: world.policy
        )
        #expect(waiting[1]?.isPublished == false)
        #expect(waiting[1]?.before == nil)
        world.clock.advance(hours: 1)
        await world.publisher.tick()
        let times = ProvenTime.of(await world.node.bounds(of: recorded), under: world.policy)
        let proven = try #require(times[1])
        #expect(proven.after == made.adding(hours: -1))
        #expect(proven.before == made.adding(hours: 1))
        #expect(!proven.excludes(made))
        #expect(proven.excludes(made.adding(hours: -2)))
        #expect(proven.excludes(made.adding(hours: 2)))
        #expect(await world.node.claimedTime(of: 1, seenBy: world.founder) == made)
        // The first entry cites nothing, and was published before there was a policy.
        let first = ProvenTime.of(
            await world.node.bounds(of: world.node.entries(before: 1, count: 1)),
            under: world.policy
        )
        #expect(first[0]?.after == nil)
        #expect(first[0]?.before == nil)
        #expect(first[0]?.isPublished == true)
    }
}

/// Who detects an operator that shows different records to different witnesses, or an older one.
struct PublisherAttackTests {
    /// A world on a file, and another node on a copy of that file as it was at the start.
    private func copied() async throws -> (WitnessedNode, fork: Node, Publisher) {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "log.sqlite")
        let world = try await WitnessedNode(store: SQLiteStore(path: file.path))
        try await world.enrol("one")
        try await world.enrol("two")
        await world.publisher.tick()
        try world.store.scrub()
        let copy = folder.appending(path: "copy.sqlite")
        try FileManager.default.copyItem(at: file, to: copy)
        let fork = try Node(
            store: SQLiteStore(path: copy.path),
            origin: WitnessedNode.origin,
            checkpointKey: world.key,
            policy: world.policy,
            cost: World.cost,
            clock: { world.clock.now }
        )
        return (world, fork, world.publisher(of: fork))
    }

    private func enrol(_ name: String, on node: Node) async throws {
        let founder = try await node.signIn(name: "founder", password: World.password)
        _ = try await node.enrol(World.member(name, [.officer]), by: founder)
    }

    @Test
    func `a node put back to a backup publishes nothing, and its page says why`() async throws {
        let (world, backup, publisher) = try await copied()
        try await world.enrol("three")
        try await world.enrol("four")
        await world.publisher.tick()
        let old = await backup.published?.note
        await publisher.tick()
        let put = await publisher.publication()
        #expect(put.witnesses.map(\.trouble) == Array(repeating: .ahead(size: 5), count: 4))
        #expect(put.stalledSince != nil)
        #expect(await backup.published?.note == old)

        // It goes on as if nothing had happened, past what the witnesses saw: now there is a fork.
        for name in ["other", "others", "and more"] { try await enrol(name, on: backup) }
        await publisher.tick()
        let grown = await publisher.publication()
        #expect(
            grown.witnesses.map(\.trouble)
                == Array(repeating: .otherHistory(size: 5), count: 4)
        )
        #expect(await backup.published?.note == old)
        let keys = world.policy.logKeys(origin: WitnessedNode.origin)
        for evidence in world.evidence {
            let fact = try ForkEvidence(parsing: evidence.text).verify(keys: keys)
            #expect(fact.earlier.size == 5)
        }
        #expect(world.evidence.count == 4)
        // Each witness has it too, in a file of its own.
        for number in 1...4 {
            let url = world.folder.appending(path: "\(number)/evidence")
            #expect(try FileManager.default.contentsOfDirectory(atPath: url.path).count == 1)
        }
    }

    @Test
    func `a record shown to one witness only is published nowhere, and convicts the log`()
        async throws
    {
        let (world, fork, hidden) = try await copied()
        // The operator shows the fourth witness another record.
        world.silence([0, 1, 2])
        for name in ["other", "others"] { try await enrol(name, on: fork) }
        let before = await fork.published?.note
        await hidden.tick()
        #expect(await hidden.publication().witnesses.map(\.size) == [3, 3, 3, 5])
        #expect(await fork.published?.note == before)
        // And the others the one that members work with.
        world.silence([])
        for name in ["three", "four", "five"] { try await world.enrol(name) }
        await world.publisher.tick()
        let shown = await world.publisher.publication()
        #expect(shown.published?.checkpoint.size == 6)
        #expect(shown.published?.cosignatures.count == 3)
        #expect(shown.witnesses.map(\.trouble) == [nil, nil, nil, .otherHistory(size: 5)])
        #expect(shown.witnesses[3].state(at: world.clock.now, rhythm: 10) == .contradicts)
        let evidence = try #require(world.evidence.last)
        let keys = world.policy.logKeys(origin: WitnessedNode.origin)
        try ForkEvidence(parsing: evidence.text).verify(keys: keys)
    }
}

struct PolicyFileTests {
    private let folder = Folder(
        url: FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    )

    private func problem(_ text: String, corrupt: Int? = nil) throws -> PolicyProblem? {
        try Data(text.utf8).write(to: folder.url.appending(path: "policy"))
        do {
            _ = try folder.usablePolicy(corrupt: corrupt)
            return nil
        } catch let problem as PolicyProblem {
            return problem
        }
    }

    @Test
    func `a node works with no policy, with one that holds, and with no other`() throws {
        defer { try? FileManager.default.removeItem(at: folder.url) }
        _ = try folder.create(origin: "log.test")
        let log = try folder.verifier().text
        #expect(try folder.usablePolicy(corrupt: nil).quorum == nil)
        #expect(throws: PolicyProblem.weak(.noWitness, corrupt: 1)) {
            try folder.usablePolicy(corrupt: 1)
        }
        let lines = try (1...4).map { number in
            let key = try NoteVerifier(
                name: "witness.test/\(number)",
                key: SigningKey().key,
                algorithm: .cosignature
            )
            return "witness w\(number) \(key.text) https://witness.test/\(number)\n"
        }
        let good = "log \(log)\n\(lines.joined())group g 3 w1 w2 w3 w4\nquorum g\n"
        #expect(try problem(good) == nil)
        #expect(
            try problem(good, corrupt: 2)
                == .weak(.tooFewWitnesses(count: 4, needed: 7), corrupt: 2)
        )
        let two = "log \(log)\n\(lines[0])\(lines[1])group g all w1 w2\nquorum g\n"
        #expect(try problem(two) == .weak(.tooFewWitnesses(count: 2, needed: 4), corrupt: 1))
        #expect(try problem(two, corrupt: 0) == nil)
        #expect(
            try problem(good.replacing("group g 3", with: "group g 2"))
                == .weak(.twoHistories(shared: 0), corrupt: 1)
        )
        #expect(
            try problem(good.replacing("group g 3", with: "group g all"))
                == .weak(.silenced(by: 1), corrupt: 1)
        )
        #expect(try problem(good.replacing("https:", with: "ftp:")) == .badAddress(name: "w1"))
        #expect(
            try problem(good.replacing(#/ https:\S+[34]/#, with: ""))
                == .noAddress(names: ["w3", "w4"])
        )
        #expect(try problem("quorum none\n") == .otherLog)
        guard case .malformed(let error) = try problem("quorum\n") else {
            Issue.record("a line without its words was accepted")
            return
        }
        #expect(error.line == 1)
    }
}
