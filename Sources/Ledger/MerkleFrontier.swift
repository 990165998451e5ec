/// The right edge of a growing tree: enough to append to it and to give its root.
///
/// It holds the root of each complete subtree, one for every 1 bit of the size, so its memory is
/// O(log *n*).
public struct MerkleFrontier: Hashable, Sendable {
    /// The number of leaves appended.
    public private(set) var size: UInt64 = 0

    /// The roots of the complete subtrees, the largest first.
    private var peaks: [Digest32] = []

    /// Creates the edge of a tree with no leaf.
    public init() {}

    /// Appends a leaf.
    ///
    /// - Parameter leafHash: The hash of the leaf, from ``MerkleTree/leafHash(_:)``.
    /// - Complexity: O(log *n*) hashes, one on average.
    public mutating func append(_ leafHash: Digest32) {
        append(leafHash, height: 0)
    }

    /// Appends a complete subtree.
    ///
    /// - Parameters:
    ///   - root: The subtree's root.
    ///   - height: It has 2^height leaves, and so must the size be a multiple of that.
    mutating func append(_ root: Digest32, height: UInt64) {
        var hash = root
        var rest = size >> height
        while rest & 1 == 1, let peak = peaks.popLast() {
            hash = MerkleTree.nodeHash(peak, hash)
            rest >>= 1
        }
        peaks.append(hash)
        size += 1 << height
    }

    /// The root over every leaf appended; ``MerkleTree/emptyRoot`` when there is none.
    public var root: Digest32 {
        guard var hash = peaks.last else { return MerkleTree.emptyRoot }
        for peak in peaks.dropLast().reversed() {
            hash = MerkleTree.nodeHash(peak, hash)
        }
        return hash
    }
}
