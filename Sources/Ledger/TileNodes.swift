/// The hashes of one tile and every complete node above them, up to the root of a full one.
///
/// The node `i` of level `k` covers the tile's hashes from `i << k` up to `(i + 1) << k`.
struct TileNodes: Sendable {
    /// The number of hashes, up to 256.
    private(set) var count = 0

    /// 256 hashes, the 128 nodes above them, and so on up to the root.
    private var nodes = [Digest32](repeating: .zero, count: 2 * TilePath.fullWidth - 1)

    init() {}

    init(_ hashes: some Sequence<Digest32>) {
        for hash in hashes { append(hash) }
    }

    var isFull: Bool { count == TilePath.fullWidth }

    /// The root of a full tile: a hash of the level of tiles above.
    var root: Digest32 { nodes[nodes.count - 1] }

    subscript(level: Int, index: Int) -> Digest32 { nodes[Self.start(of: level) + index] }

    /// Appends a hash to a tile that is not full.
    mutating func append(_ hash: Digest32) {
        var hash = hash
        var index = count
        var level = 0
        nodes[index] = hash
        count += 1
        while index & 1 == 1 {
            hash = MerkleTree.nodeHash(nodes[Self.start(of: level) + index - 1], hash)
            level += 1
            index >>= 1
            nodes[Self.start(of: level) + index] = hash
        }
    }

    /// The first hashes, one after the other.
    func encoded(width: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width * Digest32.byteCount)
        for hash in nodes[..<width] { hash.append(to: &bytes) }
        return bytes
    }

    private static func start(of level: Int) -> Int {
        let all = 2 * TilePath.fullWidth
        return all - all >> level
    }
}
