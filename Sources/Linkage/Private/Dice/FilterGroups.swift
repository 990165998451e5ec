import CDice

/// The filters of the right set in the order of their ones, in groups that lie word by word: a processor
/// that counts in eight lanes reads a word of eight filters at once.
struct FilterGroups {
    static let lanes = Int(dice_lanes)

    let sorted: SortedFilters
    /// Word `w` of the filter in lane `l` of group `g` is at `(g * wordsPerFilter + w) * lanes + l`.
    let words: AlignedWords
    /// For each group, the fewest ones in a filter, and the most beyond the first words.
    let ones: [dice_ones]
    /// For each group, the most ones in a filter.
    let most: [Int32]

    init(_ filters: FilterSet, first: Int) {
        let sorted = SortedFilters(filters, 0..<filters.count, first: first)
        let (width, lanes, count) = (filters.wordsPerFilter, Self.lanes, filters.count)
        let groups = (count + lanes - 1) / lanes
        words = unsafe AlignedWords(count: groups * lanes * width) { words in
            unsafe filters.words.withUnsafeBufferPointer { source in
                for (place, index) in sorted.order.enumerated() {
                    let (group, lane) = place.quotientAndRemainder(dividingBy: lanes)
                    for word in 0..<width {
                        unsafe words[(group * width + word) * lanes + lane] =
                            source[Int(index) * width + word]
                    }
                }
            }
        }
        let members = (0..<groups).map { $0 * lanes..<min(($0 + 1) * lanes, count) }
        ones = members.map { group in
            dice_ones(all: sorted.ones[group.lowerBound], rest: sorted.rest[group].max() ?? 0)
        }
        most = members.map { sorted.ones[$0.upperBound - 1] }
        self.sorted = sorted
    }

    /// The groups that may hold a filter with as many ones.
    func groups(holding ones: ClosedRange<Int>) -> Range<Int> {
        let from = most.partitioningIndex { $0 >= ones.lowerBound }
        let to = self.ones.partitioningIndex { $0.all > ones.upperBound }
        return from..<max(from, to)
    }
}

extension Array {
    /// The first place from which on a condition holds, of elements that rise.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
