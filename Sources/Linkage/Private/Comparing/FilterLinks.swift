/// The pairs of records, within and between lists, that are alike enough to be one person.
struct FilterLinks {
    /// From what likeness on pairs are links: one to one between lists, pairwise within.
    let thresholds: ThresholdChoice.Thresholds
    /// Rows of different lists, counted through all lists.
    let between: [PersonGroups.Link]
    /// Rows of one list.
    let within: [PersonGroups.Link]

    /// Finds the pairs.
    ///
    /// - Parameters:
    ///   - lists: The filters of each list.
    ///   - fixed: The threshold, or nil to choose it from the lists.
    ///   - threads: How many tasks share the work.
    /// - Returns: The pairs, and from what likeness on they count.
    /// - Throws: ``DiceSearchFailure/cancelled``.
    static func find(
        in lists: [FilterSet],
        fixed: Double? = nil,
        threads: Int
    ) async throws(DiceSearchFailure) -> FilterLinks {
        let thresholds: ThresholdChoice.Thresholds
        if let fixed {
            thresholds = ThresholdChoice.Thresholds(oneToOne: fixed, pairwise: fixed)
        } else {
            thresholds = try await ThresholdChoice(for: lists, threads: threads).thresholds
        }
        let starts = lists.indices.map { lists[..<$0].reduce(0) { $0 + $1.count } }
        var (between, within): ([PersonGroups.Link], [PersonGroups.Link]) = ([], [])
        for left in lists.indices {
            for right in left..<lists.count {
                var found: [PersonGroups.Link] = []
                let threshold = left == right ? thresholds.pairwise : thresholds.oneToOne
                let search = DiceSearch(threshold: threshold)
                try await search.forEachHit(
                    left: lists[left],
                    right: lists[right],
                    threads: threads
                ) { hit in
                    guard left != right || hit.left < hit.right else { return }
                    found.append(
                        PersonGroups.Link(
                            left: starts[left] + hit.left,
                            right: starts[right] + hit.right,
                            likeness: hit.coefficient
                        )
                    )
                }
                if left == right { within += found } else { between += found }
            }
        }
        return FilterLinks(thresholds: thresholds, between: between, within: within)
    }
}
