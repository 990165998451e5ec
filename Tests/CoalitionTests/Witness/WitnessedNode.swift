import Casework
import Coalition
import Foundation
import Ledger
import Synchronization
import Vault

/// A node with four witnesses that are real in all but the network, each of which can be cut off.
final class WitnessedNode: Sendable {
    let store: SQLiteStore
    let key: SigningKey
    let clock = TestClock()
    let folder: URL
    let witnesses: [OpenWitness]
    let policy: WitnessPolicy
    let node: Node
    let founder: Member
    let publisher: Publisher
    private let silent = SilentWitnesses()
    private let found = SharedForks()

    static let origin = "enlace.test/log"

    init(quorum: Int = 3, store given: SQLiteStore? = nil) async throws {
        let store = try given ?? SQLiteStore.inMemory()
        let key = SigningKey()
        try Founding.found(
            name: "Test coalition",
            agency: NewAgency(
                name: "Migration",
                kind: .immigration,
                coordinator: World.member("founder", [.coordinator])
            ),
            store: store,
            origin: Self.origin,
            checkpointKey: key,
            cost: World.cost,
            now: clock.now
        )
        let log = try NoteVerifier(name: Self.origin, key: key.key)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let clock = clock
        witnesses = try (1...4).map { number in
            let own = WitnessFolder(url: folder.appending(path: "\(number)"))
            _ = try own.create(name: "witness.test/\(number)")
            return try own.open(
                logs: [log],
                clock: { UInt64(clock.now.milliseconds / 1000) }
            )
        }
        policy = try WitnessPolicy(
            log: log,
            witnesses: witnesses.map { ($0.verifier, nil) },
            quorum: quorum
        )
        self.store = store
        self.key = key
        self.folder = folder
        node = try Node(
            store: store,
            origin: Self.origin,
            checkpointKey: key,
            policy: policy,
            cost: World.cost,
            clock: { clock.now }
        )
        founder = try await node.signIn(name: "founder", password: World.password)
        publisher = Self.publisher(of: node, witnesses, policy, clock, silent, found)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The evidence that the publisher was told of.
    var evidence: [ForkEvidence] { found.all }

    /// Another publisher, for another node that shares the witnesses and the log's key.
    func publisher(of node: Node) -> Publisher {
        Self.publisher(of: node, witnesses, policy, clock, silent, found)
    }

    private static func publisher(
        of node: Node,
        _ witnesses: [OpenWitness],
        _ policy: WitnessPolicy,
        _ clock: TestClock,
        _ silent: SilentWitnesses,
        _ found: SharedForks
    ) -> Publisher {
        let links = zip(witnesses, policy.witnesses).enumerated().map { index, pair in
            let link = WitnessLink(pair.0, as: pair.1)
            return WitnessLink(
                witness: pair.1,
                post: { body in
                    if silent.contains(index) { throw CutOff() }
                    return try await link.post(body)
                },
                fetch: { try await link.fetch($0) }
            )
        }
        return Publisher(
            node: node,
            links: links,
            clock: { clock.now },
            onFork: { found.add($0) }
        )
    }

    /// Cuts the witnesses with these numbers, from 0, off from everybody.
    func silence(_ numbers: Set<Int>) { silent.set(numbers) }

    /// One more entry.
    func enrol(_ name: String) async throws {
        _ = try await node.enrol(World.member(name, [.officer]), by: founder)
    }

    struct CutOff: Error {}
}

final class SilentWitnesses: Sendable {
    private let numbers = Mutex<Set<Int>>([])
    func contains(_ number: Int) -> Bool { numbers.withLock { $0.contains(number) } }
    func set(_ new: Set<Int>) { numbers.withLock { $0 = new } }
}

final class SharedForks: Sendable {
    private let list = Mutex<[ForkEvidence]>([])
    var all: [ForkEvidence] { list.withLock { $0 } }
    func add(_ fork: ForkEvidence) { list.withLock { $0.append(fork) } }
}
