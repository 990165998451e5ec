/// An entry in the store is gone, or is not the one that the log's tree covers.
public struct EntryAltered: Error, Hashable, Sendable {
    /// The entry's place in the log, from 0.
    public let position: UInt64
}

/// The tiles of a log, made from its nodes and its stored entries.
struct TileSource {
    let nodes: MerkleNodes
    let store: any LogStore

    /// The bytes of a tile; `nil` when the log has not grown so far.
    ///
    /// No entry leaves here unless the tree covers it: the store may have been changed since it was
    /// audited.
    func bytes(at path: TilePath) throws -> [UInt8]? {
        guard path.content == .entries else { return nodes.tile(at: path)?.encoded }
        guard path.index <= nodes.size / UInt64(TilePath.fullWidth) else { return nil }
        let start = path.index * UInt64(TilePath.fullWidth)
        guard UInt64(path.width) <= nodes.size - start else { return nil }
        let positions = start..<start + UInt64(path.width)
        let stored = try store.entries(in: positions)
        for (offset, position) in positions.enumerated() {
            guard offset < stored.count,
                try MerkleTree.leafHash(stored[offset].bytes) == nodes.leafHash(at: position)
            else { throw EntryAltered(position: position) }
        }
        return try EntryBundle(entries: stored.map(\.bytes)).encoded
    }
}

extension Log {
    /// The bytes of one of the log's tiles, as C2SP tlog-tiles has them.
    ///
    /// A partial tile can be had for every size that the log has ever had.
    ///
    /// - Parameter path: The tile's address.
    /// - Returns: The bytes; `nil` when the log has not grown so far.
    /// - Throws: ``EntryAltered`` when the store does not hold what the log's tree covers, or the
    ///   store's own error.
    public func tile(at path: TilePath) throws -> [UInt8]? {
        try TileSource(nodes: nodes, store: store).bytes(at: path)
    }
}
