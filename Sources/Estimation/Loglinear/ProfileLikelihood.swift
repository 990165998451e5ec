import Foundation

/// The interval of a fixed model by profile likelihood.
///
/// The number of people *N* is a parameter, and the likelihood is that of a multinomial distribution of
/// *N* people over all histories, at its greatest for each *N* (Cormack, Biometrics 48, 1992, 567–576).
/// With *n*0 = *N* − *n* people put into the empty history, whose mean is that of the empty set alone,
/// and D the deviance of that fit, the logarithm of the profile is
///
/// −D/2 + log Γ(*N*+1) − *N* log *N* − log Γ(*n*0+1) + *n*0 log *n*0.
public struct ProfileLikelihood: Hashable, Sendable {
    /// The most likely number of people.
    public let estimate: Double
    /// The numbers whose log-likelihood is near enough to the greatest.
    ///
    /// That is within half the quantile of χ² with one degree of freedom. The upper end is infinite when
    /// it is beyond ten times the estimate.
    public let interval: Interval

    /// Finds the interval of a model.
    ///
    /// - Parameters:
    ///   - model: The model, taken as given.
    ///   - table: The counts.
    ///   - level: The share of such intervals that hold the number, between 0 and 1.
    /// - Returns: The estimate and the interval.
    /// - Throws: ``FitFailed`` when the model has no estimate.
    public static func interval(
        _ model: HierarchicalModel,
        _ table: CaptureTable,
        level: Double = 0.95
    ) throws(FitFailed) -> ProfileLikelihood {
        let profile = Profile(model, table, start: try LogLinear.fit(model, to: table))
        let peak = try profile.peak()
        let search = ProfileSearch(level: level, observed: table.observed, around: peak) { unseen in
            try? profile.value(unseen: unseen)
        }
        guard let interval = search.interval(summit: (peak, try profile.value(unseen: peak))) else {
            throw .notConverged
        }
        return ProfileLikelihood(estimate: table.observed + peak, interval: interval)
    }
}

/// The profile of one model and table, by the number of people not seen.
private struct Profile {
    private let terms: [Int]
    private let counts: [Double]
    private let observed: Double
    private let fitted: Double
    private let newton: PoissonNewton

    init(_ model: HierarchicalModel, _ table: CaptureTable, start: ModelFit) {
        terms = model.terms
        counts = table.counts
        observed = start.observed
        fitted = start.unseen
        newton = PoissonNewton(listCount: model.listCount)
        for (term, coefficient) in start.coefficients { newton[term] = coefficient }
    }

    /// The logarithm of the profile, less what is the same for every number.
    func value(unseen: Double) throws(FitFailed) -> Double {
        newton.load(counts, unseen: unseen)
        guard newton.fit(terms) else { throw .notConverged }
        // At the maximum the fitted total is N, so −D/2 is the likelihood less Σ n log n − N.
        let total = observed + unseen
        return newton.logLikelihood + total + logGamma(total + 1) - total * log(total)
            - logGamma(unseen + 1)
    }

    /// Where the profile is greatest: where its slope passes 0, by halving.
    func peak() throws(FitFailed) -> Double {
        var (rising, falling) = (0.0, 2 * fitted + 10)
        while try slope(unseen: falling) > 0 { (rising, falling) = (falling, 2 * falling) }
        while falling - rising > 1e-9 * (observed + falling) {
            let middle = (rising + falling) / 2
            if try slope(unseen: middle) > 0 { rising = middle } else { falling = middle }
        }
        return (rising + falling) / 2
    }

    /// The derivative of the profile.
    ///
    /// Where coefficients are at their best, what moves with the number
    /// unseen is the term that its own count multiplies.
    private func slope(unseen: Double) throws(FitFailed) -> Double {
        _ = try value(unseen: unseen)
        let total = observed + unseen
        return newton[0] + digamma(total + 1) - log(total) - digamma(unseen + 1)
    }
}

/// The derivative of log Γ, by the recurrence and then the asymptotic series (Abramowitz and Stegun, 6.3.5
/// and 6.3.18).
private func digamma(_ value: Double) -> Double {
    var (value, sum) = (value, 0.0)
    while value < 12 {
        sum -= 1 / value
        value += 1
    }
    let square = 1 / (value * value)
    let series = square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)))
    return sum + log(value) - 0.5 / value - series
}
