import Ledger
import Synchronization

/// A log in memory that a test can reach into, as someone with the disk in hand could.
final class ArrayStore: LogStore {
    struct State {
        var entries: [StoredEntry] = []
        var tiles: [StoredTile] = []
        var actors: [StoredActor] = []
        var checkpoints: [StoredCheckpoint] = []
        var shelf: [String: [[UInt8]: [UInt8]]] = [:]
        var failsAtCommit = false
    }

    struct DiskFull: Error {}

    private let state = Mutex(State())

    func tamper(_ change: (inout State) throws -> Void) rethrows {
        try state.withLock { try change(&$0) }
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
                checkpoint: state.checkpoints.max { $0.number < $1.number }
            )
        }
    }

    func commit(_ batch: CommitBatch) throws {
        let head = try head()
        let newSize = head.size + UInt64(batch.entries.count)
        let number = head.checkpoint.map { $0.number + 1 } ?? 0
        try state.withLock { state in
            guard !state.failsAtCommit else { throw DiskFull() }
            guard batch.entries.map(\.position).elementsEqual(head.size..<newSize),
                batch.checkpoint.map({ $0.number == number && $0.size <= newSize }) ?? true
            else { throw StoreError.outOfPlace(size: head.size) }
            state.entries += batch.entries
            state.tiles += batch.tiles
            for actor in batch.actors {
                state.actors.removeAll { $0.key == actor.key }
                state.actors.append(actor)
            }
            state.checkpoints += [batch.checkpoint].compactMap(\.self)
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

    func tile(level: Int, index: UInt64) throws -> [UInt8]? {
        state.withLock { state in
            state.tiles.first { $0.level == level && $0.index == index }?.hashes
        }
    }

    func actors() throws -> [StoredActor] { state.withLock { $0.actors } }

    func checkpoints(in numbers: Range<UInt64>, limit: Int) throws -> [StoredCheckpoint] {
        state.withLock { state in
            Array(
                state.checkpoints.filter { numbers.contains($0.number) }
                    .sorted { $0.number < $1.number }.prefix(limit)
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
