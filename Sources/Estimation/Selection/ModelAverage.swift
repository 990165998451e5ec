import Foundation

/// The mean of models' estimates with weights exp(−difference / 2).
///
/// With Schwarz's criterion the weights are about the models' probabilities (Raftery, Sociological
/// Methodology 25, 1995), with Akaike's those of Buckland, Burnham and Augustin (Biometrics
/// 53, 1997). A mean hides that models may fall into camps; it is not to be shown without its spread.
public struct ModelAverage: Hashable, Sendable {
    /// The weighted mean.
    public let mean: Double
    /// The weighted standard deviation between models.
    public let standardDeviation: Double
    /// The estimates and weights of the models, by estimate; the weights add up to 1.
    public let distribution: [WeightedEstimate]

    /// One model's share.
    public struct WeightedEstimate: Hashable, Sendable {
        /// The estimate.
        public let estimate: Double
        /// The weight.
        public let weight: Double
    }

    /// The estimates between which the middle share of the weight lies.
    ///
    /// - Parameter level: The share, between 0 and 1.
    /// - Returns: The estimates at which the weight below passes (1 − level) / 2 and (1 + level) / 2.
    public func interval(level: Double = 0.95) -> Interval {
        Interval(low: quantile((1 - level) / 2), high: quantile((1 + level) / 2))
    }

    private func quantile(_ share: Double) -> Double {
        var below = 0.0
        for point in distribution {
            below += point.weight
            if below >= share { return point.estimate }
        }
        return distribution.last?.estimate ?? mean
    }

    init?(_ models: [RankedModel]) {
        guard !models.isEmpty else { return nil }
        let weights = models.map { exp(-$0.difference / 2) }
        let total = weights.reduce(0, +)
        distribution = zip(models, weights)
            .map { WeightedEstimate(estimate: $0.estimate, weight: $1 / total) }
            .sorted { $0.estimate < $1.estimate }
        let mean = distribution.reduce(0) { $0 + $1.weight * $1.estimate }
        self.mean = mean
        standardDeviation = distribution.reduce(0) {
            $0 + $1.weight * ($1.estimate - mean) * ($1.estimate - mean)
        }.squareRoot()
    }
}
