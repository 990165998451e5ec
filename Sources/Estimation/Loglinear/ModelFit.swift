import Foundation

/// A log-linear model at its greatest likelihood.
public struct ModelFit: Hashable, Sendable {
    /// The model.
    public let model: HierarchicalModel
    /// How many people were seen, *n*.
    public let observed: Double
    /// How many people were not seen, by the fit: exp of the coefficient of the empty set.
    public let unseen: Double
    /// The coefficient of each term, by mask; minus infinity for a term on whose lists together nobody is.
    public let coefficients: [Int: Double]
    /// The standard error of each finite coefficient, by mask, from the information at the maximum.
    public let standardErrors: [Int: Double]
    /// People expected by history, 2^*K* values; the first is ``unseen``.
    public let expected: [Double]
    /// The natural logarithm of the likelihood of the counts.
    public let logLikelihood: Double
    /// Twice the logarithm of how much likelier the counts are under their own values as means.
    public let deviance: Double
    /// The histories that may have people less the coefficients that are finite; with 0 the deviance tells
    /// nothing.
    public let degreesOfFreedom: Int

    /// How many people there are, seen or not.
    public var estimate: Double { observed + unseen }
    /// The number of terms, those at minus infinity too.
    public var parameterCount: Int { model.terms.count }
    /// Akaike's criterion, 2 · parameters − 2 · log-likelihood.
    public var aic: Double { 2 * Double(parameterCount) - 2 * logLikelihood }
    /// Schwarz's criterion, parameters · log *n* − 2 · log-likelihood, with *n* the people seen.
    public var bic: Double { Double(parameterCount) * log(observed) - 2 * logLikelihood }
    /// The standard error of the logarithm of ``unseen``.
    public var standardError: Double { standardErrors[0] ?? .infinity }

    /// The interval by the normal distribution of the logarithm of ``unseen``.
    ///
    /// It takes the model as given, so it is too narrow for a model that these counts chose.
    ///
    /// - Parameter level: The share of such intervals that hold the number, between 0 and 1.
    /// - Returns: *n* + unseen · exp(± z · standard error).
    public func waldInterval(level: Double = 0.95) -> Interval {
        let factor = exp(Normal.quantile((1 + level) / 2) * standardError)
        return Interval(low: observed + unseen / factor, high: observed + unseen * factor)
    }

    init(model: HierarchicalModel, counts: [Double], newton: PoissonNewton) {
        self.model = model
        observed = counts.dropFirst().reduce(0, +)
        coefficients = Dictionary(
            uniqueKeysWithValues: model.terms.map { ($0, newton[$0]) }
        )
        standardErrors = Dictionary(
            uniqueKeysWithValues: newton.variances().map { ($0.term, $0.variance.squareRoot()) }
        )
        var means = [Double](repeating: 0, count: counts.count)
        for term in model.terms { means[term] = newton[term] }
        SubsetSums.overSubsets(&means)
        expected = means.map { exp($0) }
        unseen = expected[0]
        var likelihood = 0.0
        var deviance = 0.0
        for (count, mean) in zip(counts, expected).dropFirst() {
            likelihood -= mean
            deviance -= 2 * (count - mean)
            guard count > 0 else { continue }
            likelihood += count * log(mean) - logGamma(count + 1)
            deviance += 2 * count * log(count / mean)
        }
        logLikelihood = likelihood
        self.deviance = deviance
        degreesOfFreedom = expected.dropFirst().count { $0 > 0 } - standardErrors.count
    }
}
