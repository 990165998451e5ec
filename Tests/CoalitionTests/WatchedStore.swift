import Ledger
import Synchronization

/// A store that a test looks over the shoulder of: it counts, fails when told to, and shows rows as
/// somebody with the disk in hand might have left them.
final class WatchedStore: LogStore {
    struct DiskFull: Error {}
    struct Unreadable: Error {}

    private struct State {
        var commits = 0
        var isFull = false
        var isBlind = false
        var boxesRead: Set<[UInt8]> = []
    }

    typealias Tampering<Row> = @Sendable ([Row]) -> [Row]

    private let inner: any LogStore
    private let entriesSeen: Tampering<StoredEntry>
    private let boxesSeen: Tampering<ShelfItem>
    private let state = Mutex(State())

    init(
        _ inner: any LogStore,
        entries: @escaping Tampering<StoredEntry> = { $0 },
        boxes: @escaping Tampering<ShelfItem> = { $0 }
    ) {
        self.inner = inner
        entriesSeen = entries
        boxesSeen = boxes
    }

    /// Commits that were tried.
    var commits: Int { state.withLock { $0.commits } }

    /// The compartments whose boxes were read since the disk was last filled or freed.
    var boxesRead: Set<[UInt8]> { state.withLock { $0.boxesRead } }

    func setFull(_ isFull: Bool) {
        state.withLock {
            $0.isFull = isFull
            $0.boxesRead = []
        }
    }

    /// Whether boxes cannot be read.
    func setBlind(_ isBlind: Bool) {
        state.withLock { $0.isBlind = isBlind }
    }

    private func requireSpace() throws {
        try state.withLock { guard !$0.isFull else { throw DiskFull() } }
    }

    func head() throws -> StoreHead { try inner.head() }

    func commit(_ batch: CommitBatch) throws {
        state.withLock { $0.commits += 1 }
        try requireSpace()
        try inner.commit(batch)
    }

    func entries(in positions: Range<UInt64>, limit: Int) throws -> [StoredEntry] {
        let all = try inner.entries(in: 0..<UInt64(Int64.max), limit: .max)
        return Array(entriesSeen(all).filter { positions.contains($0.position) }.prefix(limit))
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
        guard space == "box" else { return try inner.shelfItems(space: space, prefix: prefix) }
        try state.withLock {
            $0.boxesRead.insert(prefix)
            guard !$0.isBlind else { throw Unreadable() }
        }
        return boxesSeen(try inner.shelfItems(space: space, prefix: []))
            .filter { $0.key.starts(with: prefix) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    func changeShelf(_ changes: [ShelfChange]) throws {
        try requireSpace()
        try inner.changeShelf(changes)
    }

    func scrub() throws { try inner.scrub() }
}
