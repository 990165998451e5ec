/// Proofs and roots of a tree of one size, from its complete nodes wherever they are kept.
///
/// The complete node `i` of level `k` covers the leaves from `i << k` up to `(i + 1) << k`. Beside
/// these a level can end with one subtree that is not complete, whose hash is made from the complete
/// nodes to its left; those are made once for all proofs.
struct TreeShape {
    /// Gives a complete node by level and index.
    typealias Nodes = (_ level: Int, _ index: UInt64) throws -> Digest32

    private let size: UInt64
    private let node: Nodes
    /// For each level, the hash over the leaves past its last complete node, if there are any.
    private let ends: [Digest32?]

    /// Looks at a tree.
    ///
    /// - Parameters:
    ///   - size: The number of leaves.
    ///   - node: Gives a complete node of the tree.
    /// - Throws: What `node` throws.
    init(size: UInt64, node: @escaping Nodes) throws {
        self.size = size
        self.node = node
        var ends: [Digest32?] = [nil]
        for level in 0..<(UInt64.bitWidth - size.leadingZeroBitCount) {
            let end = ends[level]
            guard size >> level & 1 == 1 else {
                ends.append(end)
                continue
            }
            let left = try node(level, size >> level - 1)
            ends.append(end.map { MerkleTree.nodeHash(left, $0) } ?? left)
        }
        self.ends = ends
    }

    var root: Digest32 { ends[ends.count - 1] ?? MerkleTree.emptyRoot }

    /// PATH(m, D[n]) of RFC 6962, section 2.1.1, from the leaf up.
    func inclusionProof(index: UInt64) throws -> [Digest32] {
        guard index < size else { throw ProofError.outOfRange }
        var path: [Digest32] = []
        var level = 0
        while (size - 1) >> level > 0 {
            let sibling = index >> level ^ 1
            let complete = size >> level
            if sibling < complete {
                path.append(try node(level, sibling))
            } else if sibling == complete, let end = ends[level] {
                path.append(end)
            }
            level += 1
        }
        return path
    }

    /// PROOF(m, D[n]) of RFC 6962, section 2.1.2.
    func consistencyProof(from oldSize: UInt64) throws -> [Digest32] {
        guard oldSize <= size else { throw ProofError.outOfRange }
        guard oldSize > 0, oldSize < size else { return [] }
        return try subproof(oldSize, in: 0..<size, isWhole: true)
    }

    /// SUBPROOF(m, D[n], b), with `m` counted from the first leaf of all.
    private func subproof(
        _ oldSize: UInt64,
        in range: Range<UInt64>,
        isWhole: Bool
    ) throws -> [Digest32] {
        guard oldSize < range.upperBound else { return isWhole ? [] : [try hash(of: range)] }
        let last = range.upperBound - range.lowerBound - 1
        let middle = range.lowerBound + 1 << (UInt64.bitWidth - 1 - last.leadingZeroBitCount)
        return oldSize <= middle
            ? try subproof(oldSize, in: range.lowerBound..<middle, isWhole: isWhole)
                + [hash(of: middle..<range.upperBound)]
            : try subproof(oldSize, in: middle..<range.upperBound, isWhole: false)
                + [hash(of: range.lowerBound..<middle)]
    }

    /// The hash of a subtree that the RFC's splitting can reach: a complete node, or the end.
    private func hash(of range: Range<UInt64>) throws -> Digest32 {
        let count = range.upperBound - range.lowerBound
        let level = UInt64.bitWidth - 1 - count.leadingZeroBitCount
        if count == 1 << level { return try node(level, range.lowerBound >> level) }
        guard let end = ends[level + 1] else { throw ProofError.outOfRange }
        return end
    }
}
