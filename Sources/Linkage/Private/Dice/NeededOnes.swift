/// For each sum of the ones of two filters, the fewest common ones that reach a threshold.
///
/// So a comparison is one of whole numbers, and decides exactly as `Dice.coefficient(…) >= threshold`.
struct NeededOnes {
    /// More than any two filters share: at a threshold above 0, two empty ones are no hit.
    static let unreachable = Int32.max / 2

    /// By the sum of the ones.
    let counts: [Int32]

    /// - Parameters:
    ///   - threshold: The least coefficient of a hit.
    ///   - bits: The length of a filter.
    init(threshold: Double, bits: Int) {
        // They rise with the total. Looked for beyond half of it, which no two filters share, so that they
        // do so even where an odd total has no pair that is alike enough.
        var common = 0
        counts = (0...2 * bits).map { total in
            while common <= total, !(Dice.coefficient(common: common, total: total) >= threshold) {
                common += 1
            }
            return common <= total ? Int32(common) : Self.unreachable
        }
    }

    /// The ones that a filter can have to be alike enough to one with `ones`, by their numbers alone: the
    /// smaller can share no more than all of its own; nil where there is no such filter.
    func partners(of ones: Int) -> ClosedRange<Int>? {
        let bits = counts.count / 2
        func mayReach(_ other: Int) -> Bool { counts[ones + other] <= min(ones, other) }
        guard mayReach(ones), let least = Self.first(in: 0...ones, where: mayReach) else {
            return nil
        }
        let beyond = Self.first(in: ones...bits) { !mayReach($0) }
        return least...(beyond.map { $0 - 1 } ?? bits)
    }

    /// The first number from which on a condition holds that, once it holds, holds for all that follow.
    private static func first(
        in range: ClosedRange<Int>,
        where holds: (Int) -> Bool
    ) -> Int? {
        guard holds(range.upperBound) else { return nil }
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
