/// The leaves since the last checkpoint that was right, while they are few.
struct LeafWindow {
    /// The position of the first.
    var start: UInt64 { before.size }

    private let before: MerkleFrontier
    /// `nil` when there were too many.
    private var leaves: [Digest32]? = []

    /// How many hashes the search for an exchanged pair may cost: a blink's worth.
    private static let searchBudget = 250_000

    init(after before: MerkleFrontier = MerkleFrontier()) {
        self.before = before
    }

    mutating func append(_ leafHash: Digest32) {
        leaves?.append(leafHash)
        if leaves?.count ?? 0 > TilePath.fullWidth { leaves = nil }
    }

    /// Notes that more leaves followed than can be searched.
    mutating func overflow() { leaves = nil }

    /// The two leaves whose exchange leads to a root.
    func exchanged(toReach root: Digest32) -> (UInt64, UInt64)? {
        guard let leaves else { return nil }
        let hashes = leaves.count + UInt64.bitWidth - start.leadingZeroBitCount
        guard leaves.count * leaves.count / 2 * hashes <= Self.searchBudget else { return nil }
        for first in leaves.indices {
            for second in leaves.indices.dropFirst(first + 1) {
                var trial = leaves
                trial.swapAt(first, second)
                var tree = before
                for leaf in trial { tree.append(leaf) }
                if tree.root == root { return (start + UInt64(first), start + UInt64(second)) }
            }
        }
        return nil
    }
}
