import Foundation

/// What the chains of the latent-class sampler say of the number of all people.
public struct LatentClassResult: Hashable, Sendable {
    /// The number of people seen.
    public let observed: Double
    /// The median of the draws of all chains together.
    public let median: Double
    /// Their mean.
    public let mean: Double
    /// The median of each chain.
    ///
    /// Where the law has several humps, chains that found different ones show it here.
    public let chainMedians: [Double]
    /// The split R̂ of ln(1 + number never seen).
    ///
    /// 1 where chains agree. Above ``greatestRHat`` they tell of different laws, and no number of this
    /// method may be used. The form is that of Gelman and others, *Bayesian Data Analysis*, third
    /// edition, 2013, section 11.4.
    public let rHat: Double
    /// How many independent draws of ln(1 + number never seen) the draws are worth (Vehtari and others,
    /// Bayesian Analysis 16, 2021, section 3.2, without ranks).
    public let effectiveSize: Double
    /// The share of the sweeps that drew more than 20 times as many people never seen as seen, where the
    /// prior is cut off.
    ///
    /// Above nearly none, the upper limit is that of the prior.
    public let rejectedShare: Double

    private let sorted: [Double]

    /// The R̂ above which chains do not agree.
    public static let greatestRHat = 1.05

    init(observed: Double, unseen: [[Double]], rejectedShare: Double) {
        self.observed = observed
        let sorted = unseen.joined().map { observed + $0 }.sorted()
        self.sorted = sorted
        median = Quantile.type8(0.5, of: sorted)
        mean = sorted.reduce(0, +) / Double(sorted.count)
        chainMedians = unseen.map { observed + Quantile.type8(0.5, of: $0.sorted()) }
        let agreement = ChainAgreement(unseen.map { $0.map { log1p($0) } })
        rHat = agreement.rHat
        effectiveSize = agreement.effectiveSize
        self.rejectedShare = rejectedShare
    }

    /// Whether the chains agree so far as R̂ tells.
    public var isMixed: Bool { rHat <= Self.greatestRHat }

    /// The range that leaves as many draws on either side.
    ///
    /// - Parameter level: The probability of the range, between 0 and 1.
    /// - Returns: The range of the number of all people.
    public func interval(level: Double) -> Interval {
        Interval(
            low: Quantile.type8((1 - level) / 2, of: sorted),
            high: Quantile.type8((1 + level) / 2, of: sorted)
        )
    }
}
