import Ledger
import Synchronization

/// A log in memory that a test can reach into, as someone with the disk in hand could.
final class ArrayStore: LogStore {
    struct State {
        var entries: [StoredEntry] = []
        var checkpoints: [StoredCheckpoint] = []
        var shelf: [String: [[UInt8]: [UInt8]]] = [:]
        var failsAtCommit = false
    }

    struct DiskFull: Error {}

    private let state = Mutex(State())

    func tamper(_ change: (inout State) -> Void) {
        state.withLock { change(&$0) }
    }

    func copy() -> ArrayStore {
        let copy = ArrayStore()
        let now = state.withLock { $0 }
        copy.tamper { $0 = now }
        return copy
    }

    func head() throws -> StoreHead {
        state.withLock { state in
            StoreHead(
                size: (state.entries.map(\.position).max()).map { $0 + 1 } ?? 0,
                checkpoint: state.checkpoints.max { $0.size < $1.size }
            )
        }
    }

    func commit(_ batch: CommitBatch) throws {
        let size = try head().size
        try state.withLock { state in
            guard !state.failsAtCommit else { throw DiskFull() }
            let newSize = size + UInt64(batch.entries.count)
            guard batch.entries.map(\.position).elementsEqual(size..<newSize),
                batch.checkpoint.size == newSize
            else { throw StoreError.outOfPlace(size: size) }
            state.entries += batch.entries
            if !state.checkpoints.contains(batch.checkpoint) {
                state.checkpoints.append(batch.checkpoint)
            }
            apply(batch.shelf, to: &state)
        }
    }

    func entries(in positions: Range<UInt64>, limit: Int) throws -> [StoredEntry] {
        state.withLock { state in
            Array(
                state.entries.filter { positions.contains($0.position) }
                    .sorted { $0.position < $1.position }.prefix(limit)
            )
        }
    }

    func checkpoints(in sizes: Range<UInt64>, limit: Int) throws -> [StoredCheckpoint] {
        state.withLock { state in
            Array(
                state.checkpoints.filter { sizes.contains($0.size) }
                    .sorted { $0.size < $1.size }.prefix(limit)
            )
        }
    }

    func shelfValue(space: String, key: [UInt8]) throws -> [UInt8]? {
        state.withLock { $0.shelf[space]?[key] }
    }

    func shelfItems(space: String, prefix: [UInt8]) throws -> [ShelfItem] {
        state.withLock { state in
            (state.shelf[space] ?? [:]).filter { $0.key.starts(with: prefix) }
                .map { ShelfItem(key: $0.key, value: $0.value) }
                .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        }
    }

    func changeShelf(_ changes: [ShelfChange]) throws {
        state.withLock { apply(changes, to: &$0) }
    }

    private func apply(_ changes: [ShelfChange], to state: inout State) {
        for change in changes {
            switch change {
            case .put(let space, let key, let value): state.shelf[space, default: [:]][key] = value
            case .erase(let space, let key): state.shelf[space]?[key] = nil
            }
        }
    }

    func scrub() throws {}
}
