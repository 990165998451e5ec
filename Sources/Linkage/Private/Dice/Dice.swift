/// How alike two sets are: twice what they share to what they hold together (Dice, Ecology, 1945; for
/// Bloom filters Schnell, Bachteler and Reiher, 2009).
public enum Dice {
    /// The coefficient of two filters, from 0, nothing shared, to 1, the same.
    ///
    /// Two empty filters are 0: they say nothing of whether two people are one.
    ///
    /// - Parameters:
    ///   - left: The words of a filter.
    ///   - right: The words of another of the same length; where one is shorter, its missing words count
    ///     as zeros.
    /// - Returns: 2·|left ∩ right| / (|left| + |right|), where |x| is how many bits of x are set.
    public static func coefficient(
        _ left: some Collection<UInt64>,
        _ right: some Collection<UInt64>
    ) -> Double {
        coefficient(
            common: zip(left, right).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount },
            total: (left.lazy.map(\.nonzeroBitCount).reduce(0, +)
                + right.lazy.map(\.nonzeroBitCount).reduce(0, +))
        )
    }

    /// The coefficient of two filters that share `common` ones and hold `total` together.
    static func coefficient(common: Int, total: Int) -> Double {
        total == 0 ? 0 : Double(2 * common) / Double(total)
    }
}
