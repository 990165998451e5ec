import Ledger
import Synchronization
import TestSupport
import Testing

/// Changed tiles and notes on actors: found by the auditor, and by the log itself when it reads them.
struct TileAttackTests {
    private let sample: SampleLog

    init() throws {
        sample = try SampleLog.shared.get()
    }

    private static let firstTile = TilePath(.hashes(level: 0), index: 0)

    @Test(arguments: UInt64(0)..<12)
    func `a flipped bit of a tile names the tile, and no entry`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let byte = Int.random(in: 0..<8192, using: &generator)
        let report = try sample.report { $0.tiles[0].hashes[byte] ^= 1 << UInt8(seed % 8) }
        let path = try #require(Self.firstTile)
        #expect(report.findings == [AuditFinding(positions: 0..<256, reason: .tileDiffers(path))])
    }

    @Test
    func `a tile that is gone, or cut short, is named`() throws {
        let path = try #require(Self.firstTile)
        for change in [
            { $0.tiles = [] }, { $0.tiles[0].hashes.removeLast() },
        ] as [(inout ArrayStore.State) -> Void] {
            let report = try sample.report(change)
            #expect(report.findings.map(\.reason) == [.tileDiffers(path)])
        }
    }

    @Test(arguments: [0, 31, 4000, 8191])
    func `a log does not open on a changed tile, and its refusal names the tile`(byte: Int) throws {
        let store = sample.tampered { $0.tiles[0].hashes[byte] ^= 1 }
        let error = #expect(throws: LogError.self) { try sample.fixture.open(store) }
        guard case .unsound(let report) = error else { return }
        #expect(report.findings.map(\.position) == [0])
    }

    @Test(arguments: [0, 3, 100, 255])
    func `an open log gives out no entry and no proof from a tile changed behind it`(
        position: UInt64
    ) throws {
        // The actors' last entries are in later tiles, so that opening does not read the first.
        let store = sample.tampered { _ in }
        try sample.fixture.fill(store, batches: [300])
        let log = try sample.fixture.open(store)
        store.tamper { state in
            for byte in 0..<32 { state.tiles[0].hashes[32 * Int(position) + byte] ^= 1 }
        }
        #expect(throws: RecordAltered.self) { try log.entry(at: position) }
        #expect(throws: RecordAltered.self) {
            try log.inclusionProof(position: position, size: log.size)
        }
    }

    @Test
    func `an open log gives out no entry that was changed behind it`() throws {
        let store = sample.tampered { _ in }
        let log = try sample.fixture.open(store)
        for position in [0, 100, 255, 256, 297, 300] as [UInt64] {
            let whole = try log.entries(in: position..<position + 1)[0].bytes
            store.tamper { $0.entries[Int(position)].bytes[7] ^= 1 }
            #expect(throws: RecordAltered.entry(at: position)) { try log.entry(at: position) }
            store.tamper { $0.entries[Int(position)].bytes = whole }
            #expect(try log.entry(at: position).encoded == whole)
        }
    }

    @Test(arguments: 0..<2)
    func `a changed note on an actor is found by the auditor, and keeps the log from opening`(
        index: Int
    ) throws {
        for change in [
            { $0.actors[index].sequence ^= 1 }, { $0.actors[index].position ^= 2 },
            { $0.actors.remove(at: index) },
            {
                let bytes = $0.actors[index].key.bytes
                let other = try ActorKey(bytes: bytes.dropLast() + [bytes[31] ^ 1])
                $0.actors[index].key = other
            },
        ] as [(inout ArrayStore.State) throws -> Void] {
            let store = try sample.tampered(change)
            let reasons = try sample.fixture.audit(store).findings.map(\.reason)
            #expect(!reasons.isEmpty)
            for reason in reasons {
                switch reason {
                case .actorDiffers, .actorsIncomplete: break
                default: Issue.record("unexpected: \(reason)")
                }
            }
            #expect(throws: LogError.self) { try sample.fixture.open(store) }
        }
    }

    @Test
    func `a bit that the disk flips on the way is not signed for`() throws {
        for position in [298, 299, 300] {
            let store = FlippingStore(sample.tampered { $0.entries.removeLast(3) })
            let log = try sample.fixture.open(store)
            let before = log.latest
            store.flips = UInt64(position)
            #expect(throws: LogError.readBackDiffers(position: UInt64(position))) {
                try log.append(sample.fixture.drafts(3, from: 298))
            }
            #expect(log.latest == before)
            #expect(throws: StoreError.outOfPlace(size: 301)) {
                try log.append(sample.fixture.drafts(1, from: 298))
            }
        }
    }
}

/// A disk that changes one bit of an entry when it writes it.
private final class FlippingStore: LogStore {
    private let inner: ArrayStore
    private let state = Mutex<UInt64?>(nil)

    init(_ inner: ArrayStore) {
        self.inner = inner
    }

    var flips: UInt64? {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }

    func commit(_ batch: CommitBatch) throws {
        var batch = batch
        for index in batch.entries.indices where batch.entries[index].position == flips {
            batch.entries[index].bytes[9] ^= 4
        }
        try inner.commit(batch)
    }

    func head() throws -> StoreHead { try inner.head() }
    func entries(in positions: Range<UInt64>, limit: Int) throws -> [StoredEntry] {
        try inner.entries(in: positions, limit: limit)
    }
    func tile(level: Int, index: UInt64) throws -> [UInt8]? {
        try inner.tile(level: level, index: index)
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
