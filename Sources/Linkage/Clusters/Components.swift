/// Rows that hang together by links, however long the chain: the transitive closure.
///
/// Union-find with path halving and union by size (Tarjan, "Efficiency of a Good But Not Linear Set Union
/// Algorithm", 1975).
struct Components {
    private var parents: [UInt32]
    private var sizes: [UInt32]

    /// Each row alone.
    init(count: Int) {
        parents = (0..<UInt32(count)).map { $0 }
        sizes = [UInt32](repeating: 1, count: count)
    }

    /// Joins the two rows of a pair.
    mutating func join(_ pair: CandidatePair) {
        var (one, other) = (root(of: pair.left), root(of: pair.right))
        if one == other { return }
        if sizes[Int(one)] < sizes[Int(other)] { swap(&one, &other) }
        parents[Int(other)] = one
        sizes[Int(one)] += sizes[Int(other)]
    }

    /// The row that stands for all that hang together with a row.
    mutating func root(of row: UInt32) -> UInt32 {
        var row = row
        while parents[Int(row)] != row {
            parents[Int(row)] = parents[Int(parents[Int(row)])]
            row = parents[Int(row)]
        }
        return row
    }

    /// How many rows hang together with a row, itself among them.
    mutating func size(of row: UInt32) -> Int { Int(sizes[Int(root(of: row))]) }
}
