/// Why bytes are no tile.
public enum TileMalformed: Error, Hashable, Sendable {
    /// The bytes end before as many hashes or entries as the tile should hold.
    case truncated
    /// Bytes follow the last hash or entry.
    case trailingBytes
    /// The tile holds no entry or more than 256, or an entry of more than 65,535 bytes.
    case outOfBounds
}

/// The hashes of one tile of a log's tree (C2SP tlog-tiles, "Merkle Tree").
public struct HashTile: Hashable, Sendable {
    /// From 1 to 256 hashes of one level of tiles, in order.
    public let hashes: [Digest32]

    /// Reads a tile.
    ///
    /// - Parameters:
    ///   - bytes: The hashes, one after the other.
    ///   - width: How many there must be, from 1 to 256, as the tile's address says.
    /// - Throws: ``TileMalformed`` unless that is what the bytes are.
    public init(decoding bytes: [UInt8], width: Int) throws(TileMalformed) {
        guard (1...TilePath.fullWidth).contains(width) else { throw .outOfBounds }
        let count = width * Digest32.byteCount
        guard bytes.count >= count else { throw .truncated }
        guard bytes.count == count else { throw .trailingBytes }
        hashes = unsafe bytes.withUnsafeBytes { bytes in
            (0..<width).map { unsafe Digest32(from: bytes, at: $0 * Digest32.byteCount) }
        }
    }

    fileprivate init(hashes: ArraySlice<Digest32>) {
        self.hashes = Array(hashes)
    }

    /// The bytes to publish: the hashes, one after the other.
    public var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * Digest32.byteCount)
        for hash in hashes {
            hash.append(to: &bytes)
        }
        return bytes
    }

    /// The root over the tile's hashes; that of a full tile is a hash of the level above.
    public var root: Digest32 { MerkleTree.root(ofLeafHashes: hashes) }
}

extension MerkleNodes {
    /// A tile of the tree, as it was when the tree had just the leaves that the tile needs.
    ///
    /// - Parameter path: The tile's address.
    /// - Returns: The tile; `nil` when the tree has not grown so far, or the tile holds entries.
    public func tile(at path: TilePath) -> HashTile? {
        guard case .hashes(let level) = path.content else { return nil }
        let hashes = completeNodes(onLevel: 8 * level)
        let full = UInt64(TilePath.fullWidth)
        guard path.index <= UInt64(hashes.count) / full else { return nil }
        let start = Int(path.index * full)
        guard path.width <= hashes.count - start else { return nil }
        return HashTile(hashes: hashes[start..<start + path.width])
    }
}
