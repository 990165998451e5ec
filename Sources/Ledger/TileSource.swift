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
            else { throw RecordAltered.entry(at: position) }
        }
        return try EntryBundle(entries: stored.map(\.bytes)).encoded
    }
}
