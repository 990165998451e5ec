/// The part of an audit that holds the leaves against the checkpoints' sizes and roots.
struct RootAudit {
    private(set) var findings: [AuditFinding] = []

    private var leaves: [Digest32]
    private let altered: [UInt64: Digest32]

    /// How many hashes the search for an exchanged pair may cost: a few seconds' worth.
    private static let searchBudget = 4e6

    init(size: UInt64, entries: EntryAudit, checkpoints: [Checkpoint]) {
        leaves = entries.leaves
        altered = entries.altered
        explainAltered()
        compareSize(size, with: checkpoints)
        compareRoots(with: checkpoints.sorted { $0.size < $1.size })
    }

    private mutating func explainAltered() {
        guard !altered.isEmpty else { return }
        let owners = Dictionary(
            zip(leaves, leaves.indices.lazy.map { UInt64($0) }),
            uniquingKeysWith: { first, _ in first }
        )
        for (position, leafHash) in altered {
            let reason = owners[leafHash].map { AuditReason.holdsEntry(of: $0) }
            findings.append(AuditFinding(position: position, reason: reason ?? .leafHashDiffers))
        }
    }

    private mutating func compareSize(_ size: UInt64, with checkpoints: [Checkpoint]) {
        let covered = checkpoints.map(\.size).max() ?? 0
        if size < covered {
            findings.append(AuditFinding(positions: size..<covered, reason: .missing))
        }
    }

    private mutating func compareRoots(with checkpoints: [Checkpoint]) {
        var frontier = MerkleFrontier()
        for checkpoint in checkpoints where checkpoint.size <= UInt64(leaves.count) {
            let range = Int(frontier.size)..<Int(checkpoint.size)
            guard let reached = reach(checkpoint.root, from: frontier, over: range) else {
                let positions = UInt64(range.lowerBound)..<UInt64(range.upperBound)
                findings.append(
                    AuditFinding(
                        positions: positions.isEmpty ? nil : positions,
                        reason: .rootDiffers(size: checkpoint.size)
                    )
                )
                return
            }
            frontier = reached
        }
    }

    /// The frontier at the end of a range, when the leaves lead to the root as they are stored, as
    /// they hash, or with two of them exchanged.
    private mutating func reach(
        _ root: Digest32,
        from frontier: MerkleFrontier,
        over range: Range<Int>
    ) -> MerkleFrontier? {
        let asStored = frontier.appending(leaves[range])
        if asStored.root == root { return asStored }
        let asHashed = frontier.appending(
            range.map { altered[UInt64($0)] ?? leaves[$0] }
        )
        if asHashed.root == root { return asHashed }
        guard let (first, second) = exchanged(in: range, from: frontier, root: root) else {
            return nil
        }
        findings.append(
            AuditFinding(position: UInt64(first), reason: .swapped(with: UInt64(second)))
        )
        findings.append(
            AuditFinding(position: UInt64(second), reason: .swapped(with: UInt64(first)))
        )
        leaves.swapAt(first, second)
        return frontier.appending(leaves[range])
    }

    /// The two leaves, the first of them in the range, whose exchange leads to the root.
    private func exchanged(
        in range: Range<Int>,
        from frontier: MerkleFrontier,
        root: Digest32
    ) -> (Int, Int)? {
        let depth = Double(Int.bitWidth - leaves.count.leadingZeroBitCount)
        let pairs = Double(range.count) * Double(leaves.count - range.lowerBound)
        guard pairs * (Double(range.count) + depth) <= Self.searchBudget else { return nil }
        for first in range {
            for second in leaves.indices.suffix(from: first + 1) {
                let trial = range.map { position in
                    switch position {
                    case first: leaves[second]
                    case second: leaves[first]
                    default: leaves[position]
                    }
                }
                if frontier.appending(trial).root == root { return (first, second) }
            }
        }
        return nil
    }
}

extension MerkleFrontier {
    fileprivate func appending(_ leafHashes: some Sequence<Digest32>) -> MerkleFrontier {
        var frontier = self
        for leafHash in leafHashes {
            frontier.append(leafHash)
        }
        return frontier
    }
}
