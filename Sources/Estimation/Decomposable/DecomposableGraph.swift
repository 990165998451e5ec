/// A graph on the lists of a table that says which lists depend on each other, and in which every cycle
/// of more than 3 lists has a chord.
///
/// Two lists that no path joins are independent; two lists that are joined only through others are
/// independent given these. In a graph without a long empty cycle the probability of a table is a product
/// over the cliques divided by the product over the separators, each once for every time it separates
/// (Dawid and Lauritzen, *Hyper Markov laws in the statistical analysis of decomposable graphical models*,
/// Annals of Statistics 21, 1993).
public struct DecomposableGraph: Hashable, Sendable {
    /// The number of lists.
    public let listCount: Int
    /// The maximal sets of lists of which each two are joined, as bit masks, in the order in which the
    /// search by greatest cardinality closes them.
    public let cliques: [Int]
    /// What each clique after the first shares with those before it, as bit masks; empty ones left out.
    public let separators: [Int]

    /// Reads a graph; `nil` when some cycle of more than 3 lists has no chord.
    ///
    /// - Parameter neighbours: For each list, the mask of the lists joined to it; list *a* is joined to *b*
    ///   just when *b* is to *a*, and none to itself.
    init?(neighbours: [Int]) {
        guard let found = CliqueSearch.run(neighbours) else { return nil }
        listCount = neighbours.count
        cliques = found.cliques
        separators = found.separators
    }

    /// The cliques by the numbers of their lists, counted from 1: `123,34,25`.
    public var label: String {
        cliques.map { clique -> String in
            let lists = (0..<listCount).filter { clique >> $0 & 1 == 1 }
            return lists.map { String($0 + 1) }.joined()
        }.joined(separator: ",")
    }

    /// Whether an arc joins two lists.
    ///
    /// - Parameters:
    ///   - first: A list, counted from 0.
    ///   - second: Another.
    /// - Returns: `true` when some clique holds both.
    public func joins(_ first: Int, _ second: Int) -> Bool {
        let pair = 1 << first | 1 << second
        return cliques.contains { $0 & pair == pair }
    }
}
