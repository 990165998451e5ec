import Ledger
import TestSupport
import Testing

/// What every store must do; a new kind of store is added to `Kind` and is done when this passes.
struct LogStoreTests {
    enum Kind: CaseIterable {
        case array, sqliteInMemory, sqliteFile
    }

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func makeStore(_ kind: Kind) throws -> any LogStore {
        switch kind {
        case .array: ArrayStore()
        case .sqliteInMemory: try SQLiteStore.inMemory()
        case .sqliteFile: try SQLiteStore(path: folder.path("log"))
        }
    }

    private func batch(
        _ positions: Range<UInt64>,
        checkpoint: (number: UInt64, size: UInt64)? = nil,
        shelf: [ShelfChange] = []
    ) -> CommitBatch {
        CommitBatch(
            entries: positions.map { position in
                StoredEntry(position: position, bytes: Array("entry \(position)".utf8))
            },
            checkpoint: checkpoint.map { number, size in
                StoredCheckpoint(number: number, size: size, note: "note \(number)")
            },
            shelf: shelf
        )
    }

    @Test(arguments: Kind.allCases)
    func `an empty store has nothing`(kind: Kind) throws {
        let store = try makeStore(kind)
        #expect(try store.head() == StoreHead(size: 0, checkpoint: nil))
        #expect(try store.entries(in: 0..<UInt64.max).isEmpty)
        #expect(try store.tile(level: 0, index: 0) == nil)
        #expect(try store.actors().isEmpty)
        #expect(try store.checkpoints(in: 0..<UInt64.max).isEmpty)
        #expect(try store.shelfItems(space: "s", prefix: []).isEmpty)
        #expect(try store.shelfValue(space: "s", key: [1]) == nil)
    }

    @Test(arguments: Kind.allCases)
    func `what was committed is given back, by page and by range`(kind: Kind) throws {
        let store = try makeStore(kind)
        let batches = [
            batch(0..<3, checkpoint: (0, 0)), batch(3..<4, checkpoint: (1, 4)),
            batch(4..<4, checkpoint: (2, 4)), batch(4..<9, checkpoint: (3, 9)),
        ]
        for batch in batches {
            try store.commit(batch)
        }
        let entries = batches.flatMap(\.entries)
        let checkpoints = batches.compactMap(\.checkpoint)
        #expect(try store.size() == 9)
        #expect(try store.head().checkpoint == checkpoints[3])
        #expect(try store.entries(in: 0..<UInt64.max) == entries)
        #expect(try store.entries(in: 2..<5) == Array(entries[2..<5]))
        #expect(try store.entries(in: 2..<9, limit: 4) == Array(entries[2..<6]))
        #expect(try store.entries(in: 9..<20).isEmpty)
        #expect(try store.checkpoints(in: 0..<UInt64.max) == checkpoints)
        #expect(try store.checkpoints(in: 1..<3) == Array(checkpoints[1..<3]))
        #expect(try store.checkpoints(in: 1..<10, limit: 1) == [checkpoints[1]])
    }

    @Test(arguments: Kind.allCases)
    func `tiles and the last entries of actors are kept beside the entries`(kind: Kind) throws {
        let store = try makeStore(kind)
        let tiles = [(0, 0), (0, 1), (1, 0)].map { level, index in
            StoredTile(
                level: level,
                index: index,
                hashes: [UInt8](repeating: UInt8(level) + 2 * UInt8(index), count: 8192)
            )
        }
        let keys = (0..<2).map { _ in SigningKey().key }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        let first = keys.map { StoredActor(key: $0, position: 7, sequence: 3) }
        let second = StoredActor(key: keys[1], position: 9, sequence: 4)
        try store.commit(CommitBatch(tiles: Array(tiles[..<2]), actors: first))
        try store.commit(CommitBatch(tiles: [tiles[2]], actors: [second]))
        for tile in tiles {
            #expect(try store.tile(level: tile.level, index: tile.index) == tile.hashes)
        }
        #expect(try store.tile(level: 0, index: 2) == nil)
        #expect(try Set(store.actors()) == [first[0], second])
    }

    @Test(arguments: Kind.allCases)
    func `a batch out of place is refused whole`(kind: Kind) throws {
        let store = try makeStore(kind)
        let put = [ShelfChange.put(space: "s", key: [1], value: [1])]
        try store.commit(batch(0..<2, checkpoint: (0, 2), shelf: put))
        let change = [ShelfChange.put(space: "s", key: [1], value: [2])]
        for bad in [
            batch(1..<3, shelf: change), batch(3..<4, shelf: change),
            batch(2..<4, checkpoint: (1, 5), shelf: change),
            batch(2..<4, checkpoint: (0, 4), shelf: change),
            batch(2..<4, checkpoint: (2, 4), shelf: change),
        ] {
            #expect(throws: StoreError.outOfPlace(size: 2)) { try store.commit(bad) }
        }
        #expect(try store.head().size == 2)
        #expect(try store.shelfValue(space: "s", key: [1]) == [1])
        try store.commit(batch(2..<3, shelf: change))
        #expect(try store.shelfValue(space: "s", key: [1]) == [2])
    }

    @Test(arguments: Kind.allCases)
    func `shelf changes are applied in order, and spaces are apart`(kind: Kind) throws {
        let store = try makeStore(kind)
        try store.changeShelf([
            .put(space: "a", key: [1], value: [1]), .put(space: "b", key: [1], value: [2]),
            .put(space: "a", key: [1], value: []), .erase(space: "b", key: [9]),
            .put(space: "b", key: [2], value: [3]), .erase(space: "b", key: [1]),
        ])
        #expect(try store.shelfValue(space: "a", key: [1]) == [])
        #expect(try store.shelfValue(space: "b", key: [1]) == nil)
        #expect(try store.shelfItems(space: "b", prefix: []) == [ShelfItem(key: [2], value: [3])])
    }

    @Test(arguments: Kind.allCases, UInt64(0)..<8)
    func `rows are found by how their keys begin`(kind: Kind, seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let edge: [UInt8] = [0, 1, 127, 128, 254, 255]
        var keys: Set<[UInt8]> = []
        for _ in 0..<40 {
            let length = Int.random(in: 0...3, using: &generator)
            keys.insert((0..<length).map { _ in edge[Int.random(in: 0..<6, using: &generator)] })
        }
        let store = try makeStore(kind)
        try store.changeShelf(keys.map { .put(space: "s", key: $0, value: $0) })
        for prefix in [[], [0], [255], [255, 255], [127, 128]] as [[UInt8]] {
            let expected = keys.filter { $0.starts(with: prefix) }
                .sorted { $0.lexicographicallyPrecedes($1) }
            let found = try store.shelfItems(space: "s", prefix: prefix)
            #expect(found.map(\.key) == expected)
            #expect(found.map(\.value) == expected)
        }
    }

    @Test(arguments: Kind.allCases)
    func `an erased value stays erased after scrubbing`(kind: Kind) throws {
        let store = try makeStore(kind)
        try store.changeShelf([.put(space: "s", key: [1], value: [1])])
        try store.changeShelf([.erase(space: "s", key: [1])])
        try store.scrub()
        #expect(try store.shelfValue(space: "s", key: [1]) == nil)
    }
}
