/// What each person weighs in an estimate: the estimates from the table with one person less.
///
/// Two people of the same capture history weigh the same, so there is one estimate for each history that
/// anybody has, and it counts as many times as people have it.
public struct Jackknife: Hashable, Sendable {
    /// The people of each history that anybody has, by history.
    public let weights: [Double]
    /// The estimate with one person of each of these histories less, or nil where there is none.
    public let estimates: [Double?]

    /// Takes estimates that were made.
    ///
    /// - Parameters:
    ///   - weights: The people of each history, above 0.
    ///   - estimates: The estimate with one of them less, in the same order.
    public init(weights: [Double], estimates: [Double?]) {
        self.weights = weights
        self.estimates = estimates
    }

    /// The acceleration: how fast the spread of the estimate grows with the estimate.
    ///
    /// With *d* the mean of the estimates less each of them, the sum of *d*³ over
    /// 6 (sum of *d*²)^(3/2), every sum and the mean weighted by people (Efron, JASA 82, 1987, section
    /// 10; in this form in DiCiccio and Efron, Statistical Science 11, 1996, equation 6.6). It is 0
    /// when no person weighs anything, and nil when the estimate ceases to exist without somebody.
    public var acceleration: Double? {
        let known = estimates.compactMap { $0 }
        guard known.count == weights.count else { return nil }
        let pairs = zip(weights, known)
        let mean = pairs.reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
        var (squares, cubes) = (0.0, 0.0)
        for (weight, estimate) in pairs {
            let difference = mean - estimate
            squares += weight * difference * difference
            cubes += weight * difference * difference * difference
        }
        return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
    }

    /// The histories that anybody has.
    static func histories(of counts: [Double]) -> [Int] {
        counts.indices.filter { counts[$0] > 0 }
    }

    /// The counts with one person of a history less.
    static func counts(_ counts: [Double], without history: Int) -> [Double] {
        var counts = counts
        counts[history] = max(0, counts[history] - 1)
        return counts
    }
}
