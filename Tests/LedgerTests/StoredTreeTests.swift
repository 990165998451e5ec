import Ledger
import TestSupport
import Testing

/// Roots and proofs from tiles in a store, held against the definitions of RFC 6962.
struct StoredTreeTests {
    /// Signs nothing: these tests are about hashes.
    private struct NoSigner: EntrySigner {
        let key: ActorKey
        func sign(_ bytes: [UInt8]) -> [UInt8] { [UInt8](repeating: 7, count: 64) }
    }

    private let fixture: LogFixture

    init() throws {
        fixture = try LogFixture()
    }

    /// A log of so many entries of one actor, and their leaf hashes.
    private func log(
        _ size: Int,
        in store: any LogStore
    ) throws -> (log: Log, leaves: [Digest32]) {
        let log = try fixture.open(store)
        let signer = NoSigner(key: fixture.actors[0].key)
        var leaves: [Digest32] = []
        while leaves.count < size {
            let entries = try (leaves.count..<min(size, leaves.count + 5000)).map { number in
                let entry = try Entry(
                    origin: LogFixture.origin,
                    id: .random(),
                    kind: "test.fact",
                    sequence: UInt64(number) + 1,
                    previous: leaves.last ?? .zero,
                    checkpoint: .zero,
                    commitments: [],
                    signer: signer
                )
                leaves.append(entry.leafHash)
                return SignedEntry(entry)
            }
            try log.append(signed: entries, checkingSignatures: false)
        }
        return (log, leaves)
    }

    @Test
    func `every proof of every size up to 70 is that of the definition`() throws {
        let (log, leaves) = try log(70, in: ArrayStore())
        for size in 0...70 {
            let some = leaves[..<size]
            for index in 0..<UInt64(size) {
                #expect(
                    try log.inclusionProof(position: index, size: UInt64(size))
                        == MerkleTree.inclusionProof(index: index, leafHashes: some)
                )
            }
            for old in 0...UInt64(size) {
                #expect(
                    try log.consistencyProof(from: old, to: UInt64(size))
                        == MerkleTree.consistencyProof(from: old, leafHashes: some)
                )
            }
        }
    }

    @Test(arguments: [127, 128, 129, 255, 256, 257, 300])
    func `every proof of a size at the edge of a tile leads to the root of the definition`(
        size: Int
    ) throws {
        let (log, leaves) = try log(310, in: ArrayStore())
        var roots = [MerkleTree.emptyRoot]
        var frontier = MerkleFrontier()
        for leaf in leaves[..<size] {
            frontier.append(leaf)
            roots.append(frontier.root)
        }
        for index in 0..<size {
            try MerkleTree.verifyInclusion(
                index: UInt64(index),
                size: UInt64(size),
                leafHash: leaves[index],
                proof: log.inclusionProof(position: UInt64(index), size: UInt64(size)),
                root: roots[size]
            )
            try MerkleTree.verifyConsistency(
                oldSize: UInt64(index),
                oldRoot: roots[index],
                newSize: UInt64(size),
                newRoot: roots[size],
                proof: log.consistencyProof(from: UInt64(index), to: UInt64(size))
            )
        }
    }

    @Test
    func `a log past a full tile of tiles proves what it holds, is sound, and opens again`() throws
    {
        let store = try SQLiteStore.inMemory()
        let size = 65_536 + 300
        let (log, leaves) = try log(size, in: store)
        var roots: [Digest32] = []
        var frontier = MerkleFrontier()
        for leaf in leaves {
            roots.append(frontier.root)
            frontier.append(leaf)
        }
        #expect(log.root == frontier.root)
        try log.publish(log.latestCheckpoint.note)
        let again = try fixture.open(store)
        #expect(again.latest == log.latest)
        var generator = SplitMix64(seed: 7)
        for _ in 0..<200 {
            let index = Int.random(in: 0..<size, using: &generator)
            try MerkleTree.verifyInclusion(
                index: UInt64(index),
                size: UInt64(size),
                leafHash: leaves[index],
                proof: again.inclusionProof(position: UInt64(index), size: UInt64(size)),
                root: log.root
            )
            let old = try again.consistencyProof(from: UInt64(index), to: UInt64(size))
            try MerkleTree.verifyConsistency(
                oldSize: UInt64(index),
                oldRoot: roots[index],
                newSize: UInt64(size),
                newRoot: log.root,
                proof: old
            )
        }
        let policy = try fixture.policy
        func audit(_ store: any LogStore) -> AuditReport {
            LogAuditor(
                reader: StoreReader(store),
                origin: LogFixture.origin,
                policy: policy,
                checksSignatures: false
            )
            .audit()
        }
        #expect(audit(store).findings == [])
        let path = try #require(TilePath(.hashes(level: 1), index: 0))
        let spoilt = TileSpoiler(store, path)
        #expect(audit(spoilt).findings.map(\.reason) == [.tileDiffers(path)])
        #expect(throws: LogError.self) { try fixture.open(spoilt) }
    }
}

/// A store that one bit of one tile was flipped in.
private final class TileSpoiler: LogStore {
    private let inner: any LogStore
    private let spoilt: TilePath

    init(_ inner: any LogStore, _ spoilt: TilePath) {
        self.inner = inner
        self.spoilt = spoilt
    }

    func tile(level: Int, index: UInt64) throws -> [UInt8]? {
        var bytes = try inner.tile(level: level, index: index)
        if TilePath(.hashes(level: level), index: index) == spoilt { bytes?[4000] ^= 8 }
        return bytes
    }

    func commit(_ batch: CommitBatch) throws { try inner.commit(batch) }
    func head() throws -> StoreHead { try inner.head() }
    func entries(in positions: Range<UInt64>, limit: Int) throws -> [StoredEntry] {
        try inner.entries(in: positions, limit: limit)
    }
    func bundle(of positions: Range<UInt64>) throws -> BundleItems {
        try inner.bundle(of: positions)
    }
    func actors() throws -> [StoredActor] { try inner.actors() }
    func checkpoints(in numbers: Range<UInt64>, limit: Int) throws -> [StoredCheckpoint] {
        try inner.checkpoints(in: numbers, limit: limit)
    }
    func shelfValue(space: String, key: [UInt8]) throws -> [UInt8]? {
        try inner.shelfValue(space: space, key: key)
    }
    func shelfItems(space: String, prefix: [UInt8]) throws -> [ShelfItem] {
        try inner.shelfItems(space: space, prefix: prefix)
    }
    func changeShelf(_ changes: [ShelfChange]) throws { try inner.changeShelf(changes) }
    func scrub() throws { try inner.scrub() }
}
