/// Where the law of the number never seen has its weight, found on few cells.
struct UnseenSearch {
    let observed: Double
    let cells: UnseenCells
    let weights: [Double]

    /// Whether the last cell still has weight, so that the law goes on beyond.
    var isOpen: Bool { (weights.last ?? 0) > Self.diedAway * (weights.max() ?? 0) }

    /// The cells of the range that has weight, many more of them.
    ///
    /// - Parameter count: At least how many.
    /// - Returns: The cells.
    func narrowed(to count: Int) -> UnseenCells {
        let least = Self.worthSumming * (weights.max() ?? 0)
        let first = weights.firstIndex { $0 > least } ?? 0
        let last = weights.lastIndex { $0 > least } ?? weights.count - 1
        return UnseenCells(
            from: cells.first[max(first - 1, 0)],
            through: cells.last(min(last + 1, cells.count - 1)),
            observed: observed,
            atLeast: count,
            deviations: 1
        )
    }

    private static let diedAway = 1e-4
    private static let worthSumming = 1e-10
}

extension DecomposableAveraging {
    /// Looks where the law has its weight, farther and farther until it has died away.
    ///
    /// Only a table hardly any of whose people are on two lists can fail to come to an end before
    /// 30 000 times those seen, where the search stops.
    func searched(_ graphs: [DecomposableGraph]) -> UnseenSearch {
        var end = reach ?? max(30 * table.observed, 100).rounded()
        var doublings = reach == nil ? 10 : 0
        while true {
            let cells = UnseenCells(
                from: 1,
                through: end,
                observed: table.observed,
                atLeast: 200,
                deviations: 4
            )
            let scores = CliqueScores(table, delta: delta, cells: cells)
            let search = UnseenSearch(
                observed: table.observed,
                cells: cells,
                weights: GraphSums(scores, over: graphs).cells
            )
            guard search.isOpen, doublings > 0 else { return search }
            end *= 2
            doublings -= 1
        }
    }
}
