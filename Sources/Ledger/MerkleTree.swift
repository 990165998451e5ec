import Crypto

/// The hash tree of RFC 6962, section 2.1: roots, proofs, and their verification.
///
/// These functions work from leaf hashes alone, follow the definitions of the RFC, and keep no
/// state. ``MerkleFrontier`` gives a growing log's root in logarithmic memory.
public enum MerkleTree {
    /// The root of a tree with no leaf: SHA-256 of nothing (RFC 6962, section 2.1).
    public static let emptyRoot = Digest32.sha256([])

    /// The hash of a leaf: SHA-256 of a zero byte and the entry (RFC 6962, section 2.1).
    ///
    /// - Parameter entry: The bytes of the entry; may be empty.
    /// - Returns: The leaf hash.
    public static func leafHash(_ entry: [UInt8]) -> Digest32 { leafHash(entry[...]) }

    static func leafHash(_ entry: ArraySlice<UInt8>) -> Digest32 {
        unsafe entry.withUnsafeBytes { unsafe leafHash($0) }
    }

    static func leafHash(_ entry: UnsafeRawBufferPointer) -> Digest32 {
        unsafe withUnsafeTemporaryAllocation(byteCount: 1 + entry.count, alignment: 8) { bytes in
            unsafe bytes[0] = 0
            unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[1...]).copyMemory(from: entry)
            return unsafe hash(UnsafeRawBufferPointer(bytes))
        }
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> Digest32 {
        var hasher = SHA256()
        unsafe hasher.update(bufferPointer: bytes)
        return Digest32(hasher.finalize())
    }

    /// The hash of an inner node: SHA-256 of a one byte and both children (RFC 6962, section 2.1).
    ///
    /// - Parameters:
    ///   - left: The hash of the left subtree.
    ///   - right: The hash of the right subtree.
    /// - Returns: The hash of the node above both.
    public static func nodeHash(_ left: Digest32, _ right: Digest32) -> Digest32 {
        let count = 1 + 2 * Digest32.byteCount
        return unsafe withUnsafeTemporaryAllocation(byteCount: count, alignment: 8) { bytes in
            unsafe bytes[0] = 1
            unsafe left.write(to: bytes, at: 1)
            unsafe right.write(to: bytes, at: 1 + Digest32.byteCount)
            return unsafe hash(UnsafeRawBufferPointer(bytes))
        }
    }

    /// The root over some leaves.
    ///
    /// - Parameter leafHashes: The leaf hashes in order; none gives ``emptyRoot``.
    /// - Returns: The root.
    /// - Complexity: O(*n*) hashes.
    public static func root(
        ofLeafHashes leafHashes: some RandomAccessCollection<Digest32>
    ) -> Digest32 {
        var frontier = MerkleFrontier()
        for leafHash in leafHashes {
            frontier.append(leafHash)
        }
        return frontier.root
    }

    /// The hashes that prove that a leaf is in the tree (RFC 6962, section 2.1.1).
    ///
    /// - Parameters:
    ///   - index: The leaf's position, from 0.
    ///   - leafHashes: Every leaf hash of the tree, in order.
    /// - Returns: The sibling hashes from the leaf up; none for a tree of one leaf.
    /// - Throws: ``ProofError/outOfRange`` when the tree has no such leaf.
    /// - Complexity: O(*n*) hashes.
    public static func inclusionProof(
        index: UInt64,
        leafHashes: some RandomAccessCollection<Digest32>
    ) throws(ProofError) -> [Digest32] {
        var nodes = MerkleNodes()
        for leafHash in leafHashes {
            nodes.append(leafHash)
        }
        return try nodes.inclusionProof(index: index, size: nodes.size)
    }

    /// The hashes that prove that a tree continues a smaller one (RFC 6962, section 2.1.2).
    ///
    /// - Parameters:
    ///   - oldSize: The number of leaves of the smaller tree; for 0 and for the whole size the proof
    ///     is empty.
    ///   - leafHashes: Every leaf hash of the larger tree, in order.
    /// - Returns: The hashes that ``verifyConsistency(oldSize:oldRoot:newSize:newRoot:proof:)`` reads.
    /// - Throws: ``ProofError/outOfRange`` when the smaller tree is larger than the larger one.
    /// - Complexity: O(*n*) hashes.
    public static func consistencyProof(
        from oldSize: UInt64,
        leafHashes: some RandomAccessCollection<Digest32>
    ) throws(ProofError) -> [Digest32] {
        var nodes = MerkleNodes()
        for leafHash in leafHashes {
            nodes.append(leafHash)
        }
        return try nodes.consistencyProof(from: oldSize, to: nodes.size)
    }
}
