/// Links between two lists without repeats: each row is in one pair at most.
enum RowPairs {
    /// Takes the likest pairs first, and of equals the one that stands first (greedy assignment).
    static func assign(_ links: [PersonGroups.Link], firstCount: Int) -> [ComparisonAnswer.RowPair]
    {
        let sorted = links.sorted {
            ($1.likeness, $0.left, $0.right) < ($0.likeness, $1.left, $1.right)
        }
        var taken: Set<Int> = []
        var pairs: [ComparisonAnswer.RowPair] = []
        for link in sorted where !taken.contains(link.left) && !taken.contains(link.right) {
            taken.insert(link.left)
            taken.insert(link.right)
            pairs.append(
                ComparisonAnswer.RowPair(
                    first: link.left,
                    second: link.right - firstCount,
                    likeness: Int((link.likeness * 100).rounded())
                )
            )
        }
        return pairs.sorted { $0.first < $1.first }
    }
}
