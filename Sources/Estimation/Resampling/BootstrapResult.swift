/// Why there is no interval.
public enum NoInterval: Error, Hashable, Sendable {
    /// The level is not between 0 and 1.
    case level(Double)
    /// Fewer than ``BootstrapResult/leastEstimates`` resamples have an estimate.
    case tooFewEstimates(Int)
    /// All resamples have estimates on one side of that from the table, so its bias cannot be told.
    case allOnOneSide
    /// Without one of the people there is no estimate, so the acceleration cannot be told.
    case noAcceleration
    /// The estimates from resamples are so skewed that the formula of BCa has no value.
    case tooSkewed
    /// The estimate from the table is itself outside this range: resamples show a bias that exceeds
    /// the range's own level.
    case estimateOutside(Interval)
}

/// What a bootstrap found: the estimates, and the intervals that follow from them.
public struct BootstrapResult: Hashable, Sendable {
    /// The fewest estimates that an interval is made from.
    public static let leastEstimates = 40

    /// The estimate from the table.
    public let point: Double
    /// The estimates from resamples, in the order of resamples, without those that had none.
    public let estimates: [Double]
    /// How many resamples had no estimate.
    public let failed: Int
    /// The estimates with one person less.
    public let jackknife: Jackknife
    /// Which share of the estimates from resamples lies below the estimate from the table, as a quantile of
    /// the normal distribution: 0 where the median of resamples is the estimate, nil where all lie on one
    /// side or there are none.
    ///
    /// An estimate that is the same but for rounding, within 1e-9 of it, counts as one half.
    public let z0: Double?

    private let sorted: [Double]

    /// Takes estimates that were made.
    ///
    /// - Parameters:
    ///   - point: The estimate from the table.
    ///   - resampled: The estimate from each resample, nil where there was none.
    ///   - jackknife: The estimates with one person less.
    public init(point: Double, resampled: [Double?], jackknife: Jackknife) {
        self.point = point
        estimates = resampled.compactMap { $0 }
        failed = resampled.count - estimates.count
        self.jackknife = jackknife
        sorted = estimates.sorted()
        let bias = Normal.quantile(Self.shareBelow(point, estimates))
        z0 = bias.isFinite ? bias : nil
    }

    /// The acceleration of BCa; nil when the estimate ceases to exist without somebody.
    public var acceleration: Double? { jackknife.acceleration }

    /// The bias-corrected and accelerated interval.
    ///
    /// Efron, Better bootstrap confidence intervals (JASA 82, 1987, 171–185), equations 2.3 and 2.4.
    ///
    /// - Parameter level: How often such intervals should hold the truth, between 0 and 1.
    /// - Returns: The interval.
    /// - Throws: ``NoInterval``.
    public func bca(level: Double) throws(NoInterval) -> Interval {
        let tail = try tail(of: level)
        guard let z0 else { throw .allOnOneSide }
        guard let acceleration else { throw .noAcceleration }
        let from = try Self.corrected(tail, z0, acceleration)
        let to = try Self.corrected(1 - tail, z0, acceleration)
        return try holdingTheEstimate(from, to)
    }

    /// The interval between quantiles of the estimates from resamples.
    ///
    /// Efron and Tibshirani, An Introduction to the Bootstrap (1993), section 13.3.
    ///
    /// - Parameter level: How often such intervals should hold the truth, between 0 and 1.
    /// - Returns: The interval.
    /// - Throws: ``NoInterval``.
    public func percentile(level: Double) throws(NoInterval) -> Interval {
        let tail = try tail(of: level)
        guard z0 != nil else { throw .allOnOneSide }
        return try holdingTheEstimate(tail, 1 - tail)
    }

    /// The smallest interval that holds both others: the one to publish.
    ///
    /// Each of them alone holds the truth too rarely for some tables; see the benchmark of coverage.
    ///
    /// - Parameter level: As for the others.
    /// - Returns: The interval.
    /// - Throws: ``NoInterval`` when either cannot be made.
    public func hull(level: Double) throws(NoInterval) -> Interval {
        try bca(level: level).hull(percentile(level: level))
    }

    private func tail(of level: Double) throws(NoInterval) -> Double {
        guard level > 0, level < 1 else { throw .level(level) }
        guard estimates.count >= Self.leastEstimates else {
            throw .tooFewEstimates(estimates.count)
        }
        return (1 - level) / 2
    }

    private static func corrected(
        _ probability: Double,
        _ z0: Double,
        _ acceleration: Double
    ) throws(NoInterval) -> Double {
        let shifted = z0 + Normal.quantile(probability)
        let scale = 1 - acceleration * shifted
        guard scale > 0 else { throw .tooSkewed }
        return Normal.cdf(z0 + shifted / scale)
    }

    private func holdingTheEstimate(
        _ from: Double,
        _ to: Double
    ) throws(NoInterval) -> Interval {
        let interval = Interval(
            low: Quantile.type8(from, of: sorted),
            high: Quantile.type8(to, of: sorted)
        )
        let margin = Self.rounding * abs(point)
        guard interval.low <= point + margin, interval.high >= point - margin else {
            throw .estimateOutside(interval)
        }
        return interval
    }

    private static let rounding = 1e-9

    private static func shareBelow(_ point: Double, _ estimates: [Double]) -> Double {
        var below = 0.0
        for estimate in estimates {
            if abs(estimate - point) < rounding * abs(point) {
                below += 0.5
            } else if estimate < point {
                below += 1
            }
        }
        return below / Double(estimates.count)
    }
}
