/// What a store holds is not what the log's tree covers.
public enum RecordAltered: Error, Hashable, Sendable {
    /// The entry at this position is gone, or is not the one that the tree covers.
    case entry(at: UInt64)
    /// This hash tile is gone, or is not the one that the tree covers.
    case tile(TilePath)
}

/// The tree of a log: the tiles that still grow in memory, the full ones in the store.
///
/// A full tile that is read from the store is believed only when its root is the hash that the tile
/// above has in its place, and so on up to the tiles in memory. Proofs read O(log *n*) tiles, and
/// those that were believed once are kept for a while.
final class TileTree {
    private let store: any LogStore
    private(set) var size: UInt64
    /// The growing tile of each level.
    private var edge: [TileNodes] = []
    private var believed = TileCache()

    /// Reads the right edge of a tree from a store: the roots of the full tiles under each growing
    /// one, and the entries after the last full tile.
    ///
    /// Nothing is believed yet: the caller compares ``root(at:)`` with a signed one.
    ///
    /// - Throws: ``RecordAltered`` for what is not there at all, or the store's own error.
    init(store: any LogStore, size: UInt64) throws {
        self.store = store
        self.size = size
        var level = 0
        repeat {
            let count = Self.hashes(onLevel: level, ofSize: size)
            let start = count & ~UInt64(TilePath.fullWidth - 1)
            edge.append(
                level == 0
                    ? TileNodes(try Self.leafHashes(in: start..<count, of: store))
                    : TileNodes(try (start..<count).map { try stored(level - 1, $0).root })
            )
            level += 1
        } while Self.hashes(onLevel: level, ofSize: size) > 0
    }

    private static func leafHashes(
        in positions: Range<UInt64>,
        of store: any LogStore
    ) throws -> [Digest32] {
        let entries = try store.entries(in: positions)
        return try positions.enumerated().map { offset, position in
            guard offset < entries.count, entries[offset].position == position else {
                throw RecordAltered.entry(at: position)
            }
            return MerkleTree.leafHash(entries[offset].bytes)
        }
    }

    /// The number of hashes on a level of tiles.
    static func hashes(onLevel level: Int, ofSize size: UInt64) -> UInt64 { size >> (8 * level) }

    /// Appends a leaf.
    ///
    /// - Returns: The tiles that are full now.
    func append(_ leafHash: Digest32) -> [StoredTile] {
        var full: [StoredTile] = []
        var hash = leafHash
        size += 1
        for level in 0... {
            if level == edge.count { edge.append(TileNodes()) }
            edge[level].append(hash)
            guard edge[level].isFull else { break }
            let index = size >> (8 * (level + 1)) - 1
            hash = edge[level].root
            full.append(
                StoredTile(
                    level: level,
                    index: index,
                    hashes: edge[level].encoded(width: TilePath.fullWidth)
                )
            )
            believed.keep(edge[level], level: level, index: index)
            edge[level] = TileNodes()
        }
        return full
    }

    // MARK: - Nodes

    /// The tree at a size that it had once.
    func shape(at size: UInt64) throws -> TreeShape {
        guard size <= self.size else { throw ProofError.outOfRange }
        return try TreeShape(size: size) { try self.node($0, $1) }
    }

    /// Entries, each held against its leaf hash in the tree.
    func entries(in positions: Range<UInt64>) throws -> [StoredEntry] {
        let entries = try store.entries(in: positions)
        for (offset, position) in positions.enumerated() {
            guard offset < entries.count, entries[offset].position == position,
                try MerkleTree.leafHash(entries[offset].bytes) == leafHash(at: position)
            else { throw RecordAltered.entry(at: position) }
        }
        return entries
    }

    func leafHash(at position: UInt64) throws -> Digest32 { try node(0, position) }

    /// A complete node of the tree of RFC 6962, by level and index.
    private func node(_ level: Int, _ index: UInt64) throws -> Digest32 {
        let inner = level % 8
        let tile = try tile(level: level / 8, index: index >> (8 - inner))
        return tile[inner, Int(index & (UInt64(TilePath.fullWidth) >> inner - 1))]
    }

    /// A tile of the tree, full or growing; the caller asks for nothing that is not there.
    func tile(level: Int, index: UInt64) throws -> TileNodes {
        let full = Self.hashes(onLevel: level + 1, ofSize: size)
        guard index < full else { return edge[level] }
        if let tile = believed.find(level: level, index: index) { return tile }
        let tile = try stored(level, index)
        guard try tile.root == node(8 * (level + 1), index) else {
            throw Self.altered(level, index)
        }
        believed.keep(tile, level: level, index: index)
        return tile
    }

    /// The bytes of a tile or of a bundle of entries that the tree has.
    func bytes(at path: TilePath) throws -> [UInt8] {
        guard case .hashes(let level) = path.content else {
            return try EntryBundle(entries: entries(in: path.places).map(\.bytes)).encoded
        }
        return try tile(level: level, index: path.index).encoded(width: path.width)
    }

    private func stored(_ level: Int, _ index: UInt64) throws -> TileNodes {
        guard let bytes = try store.tile(level: level, index: index),
            let tile = try? HashTile(decoding: bytes, width: TilePath.fullWidth)
        else { throw Self.altered(level, index) }
        return TileNodes(tile.hashes)
    }

    private static func altered(_ level: Int, _ index: UInt64) -> any Error {
        TilePath(.hashes(level: level), index: index).map(RecordAltered.tile)
            ?? ProofError.outOfRange
    }
}

/// The full tiles that were used last, up to a few megabytes of them.
private struct TileCache {
    private struct Key: Hashable {
        let level: Int
        let index: UInt64
    }

    /// 16 KiB each.
    private static let capacity = 512

    private var recent: [Key: TileNodes] = [:]
    /// Those that were used before the recent ones; thrown away when these are many.
    private var older: [Key: TileNodes] = [:]

    mutating func find(level: Int, index: UInt64) -> TileNodes? {
        let key = Key(level: level, index: index)
        if let tile = recent[key] { return tile }
        guard let tile = older[key] else { return nil }
        keep(tile, level: level, index: index)
        return tile
    }

    mutating func keep(_ tile: TileNodes, level: Int, index: UInt64) {
        if recent.count >= Self.capacity / 2 {
            older = recent
            recent = [:]
        }
        recent[Key(level: level, index: index)] = tile
    }
}
