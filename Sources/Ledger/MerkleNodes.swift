/// Every complete node of a growing tree, so that any proof is a walk and not a rebuild.
///
/// Memory is two digests a leaf. Level 0 holds the leaf hashes; the node `i` of level `k` covers the
/// leaves from `i << k` up to `(i + 1) << k`.
public struct MerkleNodes: Sendable {
    private var levels: [[Digest32]] = [[]]

    /// The number of leaves appended.
    public var size: UInt64 { UInt64(levels[0].count) }

    /// Creates a tree with no leaf.
    public init() {}

    func leafHash(at index: UInt64) throws(ProofError) -> Digest32 {
        guard index < size else { throw .outOfRange }
        return levels[0][Int(index)]
    }

    /// The nodes of a level in order; none for a level that the tree has not reached.
    func completeNodes(onLevel level: Int) -> [Digest32] {
        level < levels.count ? levels[level] : []
    }

    /// Appends a leaf.
    ///
    /// - Parameter leafHash: The hash of the leaf, from ``MerkleTree/leafHash(_:)``.
    /// - Complexity: O(log *n*) hashes, one on average.
    public mutating func append(_ leafHash: Digest32) {
        levels[0].append(leafHash)
        var level = 0
        while levels[level].count.isMultiple(of: 2) {
            let count = levels[level].count
            let parent = MerkleTree.nodeHash(levels[level][count - 2], levels[level][count - 1])
            level += 1
            if level == levels.count {
                levels.append([])
            }
            levels[level].append(parent)
        }
    }

    func inclusionProof(index: UInt64, size: UInt64) throws(ProofError) -> [Digest32] {
        guard index < size, size <= self.size else { throw .outOfRange }
        return path(to: Int(index), in: 0..<Int(size))
    }

    func consistencyProof(from oldSize: UInt64, to size: UInt64) throws(ProofError) -> [Digest32] {
        guard oldSize <= size, size <= self.size else { throw .outOfRange }
        guard oldSize > 0, oldSize < size else { return [] }
        return subproof(Int(oldSize), in: 0..<Int(size), isWhole: true)
    }

    /// PATH(m, D[n]) of RFC 6962, section 2.1.1.
    private func path(to index: Int, in range: Range<Int>) -> [Digest32] {
        guard range.count > 1 else { return [] }
        let middle = range.lowerBound + split(range.count)
        return index < middle
            ? path(to: index, in: range.lowerBound..<middle)
                + [hash(of: middle..<range.upperBound)]
            : path(to: index, in: middle..<range.upperBound)
                + [hash(of: range.lowerBound..<middle)]
    }

    /// SUBPROOF(m, D[n], b) of RFC 6962, section 2.1.2, with `m` counted from the first leaf of all.
    private func subproof(_ oldSize: Int, in range: Range<Int>, isWhole: Bool) -> [Digest32] {
        guard oldSize < range.upperBound else { return isWhole ? [] : [hash(of: range)] }
        let middle = range.lowerBound + split(range.count)
        return oldSize <= middle
            ? subproof(oldSize, in: range.lowerBound..<middle, isWhole: isWhole)
                + [hash(of: middle..<range.upperBound)]
            : subproof(oldSize, in: middle..<range.upperBound, isWhole: false)
                + [hash(of: range.lowerBound..<middle)]
    }

    /// The hash of the subtree over a range that the RFC's splitting can reach.
    private func hash(of range: Range<Int>) -> Digest32 {
        let count = range.count
        if count & (count - 1) == 0 {
            let level = count.trailingZeroBitCount
            return levels[level][range.lowerBound >> level]
        }
        let middle = range.lowerBound + split(count)
        return MerkleTree.nodeHash(
            hash(of: range.lowerBound..<middle),
            hash(of: middle..<range.upperBound)
        )
    }

    /// The largest power of two below a count of two or more.
    private func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
