/// Why a proof was not made, or was not believed.
public enum ProofError: Error, Hashable, Sendable {
    /// The position or the smaller size lies outside the tree.
    case outOfRange
    /// The proof has more or fewer hashes than a tree of this size needs.
    case wrongLength
    /// The proof does not lead to the smaller tree's root.
    case oldRootDiffers
    /// The proof does not lead to the tree's root.
    case rootDiffers
}

extension MerkleTree {
    /// Checks that a leaf is in the tree (the algorithm of RFC 9162, section 2.1.3.2).
    ///
    /// - Parameters:
    ///   - index: The leaf's position, from 0.
    ///   - size: The number of leaves of the tree.
    ///   - leafHash: The hash of the leaf.
    ///   - proof: The sibling hashes, from the leaf up.
    ///   - root: The root that a checkpoint names.
    /// - Throws: ``ProofError`` when the proof is not one for this leaf, position, size and root.
    public static func verifyInclusion(
        index: UInt64,
        size: UInt64,
        leafHash: Digest32,
        proof: [Digest32],
        root: Digest32
    ) throws(ProofError) {
        guard index < size else { throw .outOfRange }
        var node = index
        var last = size - 1
        var hash = leafHash
        for sibling in proof {
            guard last > 0 else { throw .wrongLength }
            if node & 1 == 1 || node == last {
                hash = nodeHash(sibling, hash)
                while node & 1 == 0, node > 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                hash = nodeHash(hash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .wrongLength }
        guard hash == root else { throw .rootDiffers }
    }

    /// Checks that a tree continues a smaller one (the algorithm of RFC 9162, section 2.1.4.2).
    ///
    /// The empty tree is a start of every tree, and proved by no hash at all, as C2SP tlog-witness
    /// asks; its root must be ``emptyRoot``.
    ///
    /// - Parameters:
    ///   - oldSize: The number of leaves of the smaller tree.
    ///   - oldRoot: The root of the smaller tree.
    ///   - newSize: The number of leaves of the larger tree.
    ///   - newRoot: The root of the larger tree.
    ///   - proof: The hashes in the order of RFC 6962.
    /// - Throws: ``ProofError`` when the proof does not link these two sizes and roots.
    public static func verifyConsistency(
        oldSize: UInt64,
        oldRoot: Digest32,
        newSize: UInt64,
        newRoot: Digest32,
        proof: [Digest32]
    ) throws(ProofError) {
        guard oldSize <= newSize else { throw .outOfRange }
        if oldSize == 0 || oldSize == newSize {
            guard proof.isEmpty else { throw .wrongLength }
            guard oldSize > 0 || oldRoot == emptyRoot else { throw .oldRootDiffers }
            guard newSize > 0 || newRoot == emptyRoot else { throw .rootDiffers }
            guard oldSize < newSize || oldRoot == newRoot else { throw .rootDiffers }
            return
        }
        // When the smaller tree is complete its root is the first hash, and the proof leaves it out.
        let isComplete = oldSize & (oldSize - 1) == 0
        let roots = try consistencyRoots(
            oldSize: oldSize,
            newSize: newSize,
            hashes: isComplete ? [oldRoot] + proof : proof
        )
        guard roots.old == oldRoot else { throw .oldRootDiffers }
        guard roots.new == newRoot else { throw .rootDiffers }
    }

    /// The roots of both trees that a proof leads to (RFC 9162, section 2.1.4.2, steps 3 to 6).
    ///
    /// If the larger tree has that root, its first leaves have the other one, whatever was signed.
    ///
    /// - Parameters:
    ///   - oldSize: From 1 to less than the larger size.
    ///   - newSize: The number of leaves of the larger tree.
    ///   - hashes: The proof, with the smaller tree's root before it when that tree is complete.
    /// - Returns: Both roots.
    /// - Throws: ``ProofError/wrongLength``.
    static func consistencyRoots(
        oldSize: UInt64,
        newSize: UInt64,
        hashes: [Digest32]
    ) throws(ProofError) -> (old: Digest32, new: Digest32) {
        guard let first = hashes.first else { throw .wrongLength }
        var node = oldSize - 1
        var last = newSize - 1
        while node & 1 == 1 {
            node >>= 1
            last >>= 1
        }
        var oldHash = first
        var newHash = first
        for hash in hashes.dropFirst() {
            guard last > 0 else { throw .wrongLength }
            if node & 1 == 1 || node == last {
                oldHash = nodeHash(hash, oldHash)
                newHash = nodeHash(hash, newHash)
                while node & 1 == 0, node > 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                newHash = nodeHash(newHash, hash)
            }
            node >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .wrongLength }
        return (oldHash, newHash)
    }
}
