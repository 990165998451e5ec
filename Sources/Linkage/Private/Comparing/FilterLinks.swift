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
    ///   - keys: The blocking keys of each list, when only records that share one are compared.
    ///   - fixed: The threshold, or nil to choose it from the lists.
    ///   - threads: How many tasks share the work.
    /// - Returns: The pairs, and from what likeness on they count.
    /// - Throws: ``DiceSearchFailure/cancelled``.
    static func find(
        in lists: [FilterSet],
        keys: [[UInt64]]? = nil,
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
                let threshold = left == right ? thresholds.pairwise : thresholds.oneToOne
                var found: [PersonGroups.Link] = []
                func take(_ leftRow: Int, _ rightRow: Int, _ likeness: Double) {
                    guard left != right || leftRow < rightRow else { return }
                    found.append(
                        PersonGroups.Link(
                            left: starts[left] + leftRow,
                            right: starts[right] + rightRow,
                            likeness: likeness
                        )
                    )
                }
                if let keys {
                    let pairs = blocked(lists, keys, left, right, threshold)
                    for (pair, likeness) in pairs { take(pair.left, pair.right, likeness) }
                } else {
                    try await DiceSearch(threshold: threshold).forEachHit(
                        left: lists[left],
                        right: lists[right],
                        threads: threads
                    ) { take($0.left, $0.right, $0.coefficient) }
                }
                if left == right { within += found } else { between += found }
            }
        }
        return FilterLinks(thresholds: thresholds, between: between, within: within)
    }

    private struct RowPair: Hashable {
        let left: Int
        let right: Int
    }

    /// The pairs of two lists that share a key and reach a threshold, each once.
    private static func blocked(
        _ lists: [FilterSet],
        _ keys: [[UInt64]],
        _ left: Int,
        _ right: Int,
        _ threshold: Double
    ) -> [RowPair: Double] {
        let ones = [lists[left], lists[right]].map { list in
            (0..<list.count).map { list[$0].reduce(0) { $0 + $1.nonzeroBitCount } }
        }
        let width = lists[left].wordsPerFilter
        let (leftWords, rightWords) = (lists[left].words, lists[right].words)
        var found: [RowPair: Double] = [:]
        KeyedBlocks.forEach(keys[left], keys[right]) { leftEntries, rightEntries in
            for leftEntry in leftEntries {
                for rightEntry in rightEntries {
                    var common = 0
                    for word in 0..<width {
                        let both =
                            leftWords[leftEntry.row * width + word]
                            & rightWords[rightEntry.row * width + word]
                        common += both.nonzeroBitCount
                    }
                    let likeness = Dice.coefficient(
                        common: common,
                        total: ones[0][leftEntry.row] + ones[1][rightEntry.row]
                    )
                    guard likeness >= threshold else { continue }
                    found[RowPair(left: leftEntry.row, right: rightEntry.row)] = likeness
                }
            }
        }
        return found
    }
}
