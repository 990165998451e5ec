/// After how many words of a filter it is best to look whether a pair can still be a hit.
///
/// Unlike people's filters differ so much that half of the words often show it. The answer changes how
/// long a search takes, never what it finds.
enum FirstWords {
    /// What looking costs, and what finishing a group costs beside its words, in words.
    private static let look = 0.6
    private static let finish = 4.0

    /// The cheapest number, by pairs taken evenly from both sets; 1 to `wordsPerFilter`.
    static func choose(left: FilterSet, right: FilterSet, needed: NeededOnes) -> Int {
        let width = left.wordsPerFilter
        let pairs = min(1024, left.count * right.count)
        guard width > 1, pairs > 0 else { return width }
        var open = [Double](repeating: 0, count: width + 1)
        for pair in 0..<pairs {
            // Two strides that share no factor with most counts meet pairs from all over both sets.
            let words = wordsToRule(
                out: left[pair * 7919 % left.count],
                right[pair * 104_729 % right.count],
                needed
            )
            for word in 0..<min(words, width + 1) { open[word] += 1 / Double(pairs) }
        }
        func cost(_ first: Int) -> Double {
            // A group is finished when any of its lanes is open.
            var closed = 1.0
            for _ in 0..<FilterGroups.lanes { closed *= 1 - open[first] }
            return Double(first) + look + (1 - closed) * (Double(width - first) + finish)
        }
        return (1...width).min { cost($0) < cost($1) } ?? width
    }

    /// How many words show that two filters are no hit: one more than there are when they are one.
    private static func wordsToRule(
        out left: ArraySlice<UInt64>,
        _ right: ArraySlice<UInt64>,
        _ needed: NeededOnes
    ) -> Int {
        var rest = (
            left: left.reduce(0) { $0 + $1.nonzeroBitCount },
            right: right.reduce(0) { $0 + $1.nonzeroBitCount }
        )
        let least = Int(needed.counts[rest.left + rest.right])
        var common = 0
        for (index, (one, other)) in zip(left, right).enumerated() {
            if common + min(rest.left, rest.right) < least { return index }
            common += (one & other).nonzeroBitCount
            rest.left -= one.nonzeroBitCount
            rest.right -= other.nonzeroBitCount
        }
        return common < least ? left.count : left.count + 1
    }
}
