/// Records in groups, each of which is likely to be one person: a partition of all rows.
///
/// The groups follow from the links alone, whatever their order. They are proposals: a person decides on
/// each merge.
public struct Clusters: Sendable {
    /// Each row's cluster: 0 to below ``count``, numbered by the clusters' first rows.
    public let assignment: [UInt32]
    /// How many clusters there are, those of one row among them.
    public let count: Int
    /// The links that were not followed, by their rows.
    public let cuts: [CutLink]
    private let offsets: [UInt32]
    private let rows: [UInt32]

    /// Groups rows by links.
    ///
    /// - Parameters:
    ///   - links: Pairs of rows, each pair at most once, in any order.
    ///   - count: How many rows there are; above every row of the links.
    ///   - threshold: Links below this probability are left out: 0 to 1.
    ///   - bridgeCheck: How strongly groups must hang together; nil to join whatever any chain of links
    ///     joins.
    public init(
        links: [Link],
        count: Int,
        threshold: Double,
        bridgeCheck: BridgeCheck? = BridgeCheck()
    ) {
        let followed = links.filter { $0.probability >= threshold }
        var components = Components(count: count)
        for link in followed { components.join(link.pair) }
        var cuts: [CutLink] = []
        if let bridgeCheck {
            let refined = Self.refined(followed, &components, count: count, check: bridgeCheck)
            components = refined.components
            cuts = refined.cuts
        }
        (assignment, self.count) = Self.numbered(&components, count: count)
        self.cuts = cuts

        var offsets = [UInt32](repeating: 0, count: self.count + 1)
        for cluster in assignment { offsets[Int(cluster) + 1] += 1 }
        for cluster in 0..<self.count { offsets[cluster + 1] += offsets[cluster] }
        var next = offsets
        var rows = [UInt32](repeating: 0, count: count)
        for (row, cluster) in assignment.enumerated() {
            rows[Int(next[Int(cluster)])] = UInt32(row)
            next[Int(cluster)] += 1
        }
        self.offsets = offsets
        self.rows = rows
    }

    /// The rows of a cluster, in order.
    public subscript(cluster: Int) -> ArraySlice<UInt32> {
        rows[Int(offsets[cluster])..<Int(offsets[cluster + 1])]
    }

    /// Every two rows that are in one cluster, by clusters; each pair once.
    public var pairs: some Sequence<CandidatePair> {
        (0..<count).lazy.flatMap { cluster in
            let members = self[cluster]
            return members.indices.lazy.flatMap { place in
                members[(place + 1)...].lazy.map {
                    CandidatePair(left: members[place], right: $0)
                }
            }
        }
    }

    private static func numbered(_ components: inout Components, count: Int) -> ([UInt32], Int) {
        var numbers = [UInt32](repeating: .max, count: count)
        var assignment = [UInt32](repeating: 0, count: count)
        var next: UInt32 = 0
        for row in 0..<count {
            let root = Int(components.root(of: UInt32(row)))
            if numbers[root] == .max {
                numbers[root] = next
                next += 1
            }
            assignment[row] = numbers[root]
        }
        return (assignment, Int(next))
    }
}
