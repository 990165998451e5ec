extension ThresholdChoice {
    /// How many rows of each list are compared with all others to see what is alike by chance.
    private static let sampleSize = 4_000
    /// How many partners by chance a row has above the least likeness that is looked at.
    private static let partners = 20.0

    /// Looks at a sample of each list.
    ///
    /// - Parameters:
    ///   - lists: The filters of two lists or more.
    ///   - threads: How many tasks share the work.
    /// - Throws: ``DiceSearchFailure/cancelled``.
    init(for lists: [FilterSet], threads: Int) async throws(DiceSearchFailure) {
        let samples = lists.map { FilterSample($0, most: Self.sampleSize) }
        let search = DiceSearch(threshold: try await Self.floor(of: lists, threads: threads))
        var (allBetween, allWithin) = (0.0, 0.0)
        for left in lists.indices {
            let scale = Double(lists[left].count) / Double(max(1, samples[left].rows.count))
            for right in left..<lists.count {
                let rows = left == right ? samples[left].rows : nil
                var histogram = LikenessHistogram()
                try await search.forEachHit(
                    left: samples[left].filters,
                    right: lists[right],
                    threads: threads
                ) { hit in
                    if rows?[hit.left] != hit.right {
                        histogram.add(hit.coefficient, weight: scale)
                    }
                }
                let pairs = Double(lists[left].count) * Double(lists[right].count)
                if left == right {
                    within.add(histogram)
                    allWithin += pairs - Double(lists[left].count)
                } else {
                    between.add(histogram)
                    allBetween += pairs
                    possibleLinks += Double(min(lists[left].count, lists[right].count))
                }
            }
        }
        within.scale(by: allWithin > 0 ? allBetween / allWithin : 0)
    }

    /// The likeness below which nearly all pairs are, so that few need be looked at.
    private static func floor(
        of lists: [FilterSet],
        threads: Int
    ) async throws(DiceSearchFailure) -> Double {
        let samples = lists.prefix(2).map { FilterSample($0, most: 1_500).filters }
        guard samples.count == 2 else { return 1 }
        var histogram = LikenessHistogram()
        try await DiceSearch(threshold: 0).forEachHit(
            left: samples[0],
            right: samples[1],
            threads: threads
        ) { histogram.add($0.coefficient) }
        let longest = lists.map(\.count).max() ?? 0
        return histogram.likeness(reachedBy: partners / Double(max(1, longest)))
    }
}
