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
        checkpoint: UInt64? = nil,
        shelf: [ShelfChange] = []
    ) -> CommitBatch {
        CommitBatch(
            entries: positions.map { position in
                let bytes = Array("entry \(position)".utf8)
                return StoredEntry(
                    position: position,
                    bytes: bytes,
                    leafHash: MerkleTree.leafHash(bytes)
                )
            },
            checkpoint: StoredCheckpoint(
                size: checkpoint ?? positions.upperBound,
                note: "note \(checkpoint ?? positions.upperBound)"
            ),
            shelf: shelf
        )
    }

    @Test(arguments: Kind.allCases)
    func `an empty store has neither entries nor checkpoints`(kind: Kind) throws {
        let store = try makeStore(kind)
        #expect(try store.head() == StoreHead(size: 0, checkpoint: nil))
        #expect(try store.entries(in: 0..<UInt64.max).isEmpty)
        #expect(try store.checkpoints(in: 0..<UInt64.max).isEmpty)
        #expect(try store.shelfItems(space: "s", prefix: []).isEmpty)
        #expect(try store.shelfValue(space: "s", key: [1]) == nil)
    }

    @Test(arguments: Kind.allCases)
    func `what was committed is given back, by page and by range`(kind: Kind) throws {
        let store = try makeStore(kind)
        let batches = [batch(0..<0), batch(0..<3), batch(3..<4), batch(4..<9)]
        for batch in batches {
            try store.commit(batch)
        }
        let entries = batches.flatMap(\.entries)
        #expect(try store.size() == 9)
        #expect(try store.latestCheckpoint() == "note 9")
        #expect(try store.entries(in: 0..<UInt64.max) == entries)
        #expect(try store.entries(in: 2..<5) == Array(entries[2..<5]))
        #expect(try store.entries(in: 2..<9, limit: 4) == Array(entries[2..<6]))
        #expect(try store.entries(in: 9..<20).isEmpty)
        #expect(try store.checkpoints(in: 0..<UInt64.max) == batches.map(\.checkpoint))
        #expect(try store.checkpoints(in: 1..<9) == batches[1...2].map(\.checkpoint))
        #expect(try store.checkpoints(in: 1..<10, limit: 1) == [batches[1].checkpoint])
    }

    @Test(arguments: Kind.allCases)
    func `a batch out of place is refused whole`(kind: Kind) throws {
        let store = try makeStore(kind)
        try store.commit(batch(0..<2, shelf: [.put(space: "s", key: [1], value: [1])]))
        let change = [ShelfChange.put(space: "s", key: [1], value: [2])]
        for bad in [
            batch(1..<3, shelf: change), batch(3..<4, shelf: change),
            batch(2..<4, checkpoint: 3, shelf: change), batch(0..<0, shelf: change),
        ] {
            #expect(throws: StoreError.outOfPlace(size: 2)) { try store.commit(bad) }
        }
        #expect(try store.head().size == 2)
        #expect(try store.shelfValue(space: "s", key: [1]) == [1])
        try store.commit(batch(2..<3, shelf: change))
        #expect(try store.shelfValue(space: "s", key: [1]) == [2])
    }

    @Test(arguments: Kind.allCases)
    func `the same checkpoint again changes nothing`(kind: Kind) throws {
        let store = try makeStore(kind)
        try store.commit(batch(0..<2))
        try store.commit(batch(2..<2))
        #expect(try store.checkpoints(in: 0..<9).count == 1)
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
