import Foundation

extension RandomStream {
    /// How many of some trials succeed.
    ///
    /// By inversion where ten or fewer are expected; above by transformed rejection (BTRS in Hörmann,
    /// The generation of binomial random variates, Journal of Statistical Computation and Simulation
    /// 46, 1993, 101–110). Both are exact but for rounding: at 10^9 trials the
    /// logarithms of factorials leave what is accepted uncertain by some millionths, and by more beyond.
    ///
    /// - Parameters:
    ///   - trials: A whole number from 0 up.
    ///   - probability: Of success in each; one outside 0…1 counts as the nearer end.
    /// - Returns: A whole number from 0 to `trials`.
    public mutating func binomial(trials: Double, probability: Double) -> Double {
        if probability > 0.5 {
            return trials - binomial(trials: trials, probability: 1 - probability)
        }
        guard probability > 0, trials > 0 else { return 0 }
        return trials * probability < 10
            ? binomialByInversion(trials, probability) : binomialByRejection(trials, probability)
    }

    private mutating func binomialByInversion(_ trials: Double, _ probability: Double) -> Double {
        let odds = probability / (1 - probability)
        var left = unit()
        var term = exp(trials * log1p(-probability))
        var count = 0.0
        while left >= term, term > 0, count < trials {
            left -= term
            count += 1
            term *= odds * (trials - count + 1) / count
        }
        return count
    }

    private mutating func binomialByRejection(_ trials: Double, _ probability: Double) -> Double {
        let deviation = (trials * probability * (1 - probability)).squareRoot()
        let b = 1.15 + 2.53 * deviation
        let a = -0.0873 + 0.0248 * b + 0.01 * probability
        let surelyBelow = 0.92 - 4.2 / b
        while true {
            let u = unit() - 0.5
            let v = insideUnit()
            let edge = 0.5 - abs(u)
            let count = ((2 * a / edge + b) * u + trials * probability + 0.5).rounded(.down)
            if edge >= 0.07, v <= surelyBelow { return count }
            guard count >= 0, count <= trials else { continue }
            let mode = ((trials + 1) * probability).rounded(.down)
            let height = v * (2.83 + 5.1 / b) * deviation / (a / (edge * edge) + b)
            let ratio =
                logGamma(mode + 1) + logGamma(trials - mode + 1) - logGamma(count + 1)
                - logGamma(trials - count + 1)
                + (count - mode) * log(probability / (1 - probability))
            if log(height) <= ratio { return count }
        }
    }

    /// How some trials are shared out among outcomes, by one binomial draw for each outcome given those
    /// before it.
    ///
    /// - Parameters:
    ///   - trials: A whole number from 0 up.
    ///   - weights: What the probabilities are proportional to, finite, from 0 up; outcomes of weight 0
    ///     cost nothing. Without any above 0 nobody is shared out.
    ///   - counts: Where the counts go, as long as `weights`.
    public mutating func multinomial(
        trials: Double,
        weights: [Double],
        into counts: inout [Double]
    ) {
        var left = trials
        var weightLeft = weights.reduce(0, +)
        var last: Int?
        for outcome in counts.indices {
            counts[outcome] = 0
            let weight = weights[outcome]
            guard weight > 0 else { continue }
            last = outcome
            guard left > 0 else { continue }
            counts[outcome] = binomial(trials: left, probability: weight / weightLeft)
            left -= counts[outcome]
            weightLeft -= weight
        }
        // Rounding may leave the last outcome a share just under 1 of what is left.
        if let last { counts[last] += left }
    }

    /// A draw from a Poisson distribution.
    ///
    /// By inversion below a mean of 10; above by transformed rejection (PTRS in Hörmann, The transformed
    /// rejection method for generating Poisson random variables, Insurance: Mathematics and Economics
    /// 12, 1993, 39–45). Both are exact but for rounding, as in ``binomial(trials:probability:)``.
    ///
    /// - Parameter mean: From 0 up.
    /// - Returns: A whole number from 0 up; infinity for an infinite mean.
    public mutating func poisson(mean: Double) -> Double {
        guard mean > 0 else { return 0 }
        guard mean.isFinite else { return .infinity }
        return mean < 10 ? poissonByInversion(mean) : poissonByRejection(mean)
    }

    private mutating func poissonByInversion(_ mean: Double) -> Double {
        var left = unit()
        var term = exp(-mean)
        var count = 0.0
        // Far out the terms vanish before rounding lets the sum reach 1.
        while left >= term, term > 0 {
            left -= term
            count += 1
            term *= mean / count
        }
        return count
    }

    private mutating func poissonByRejection(_ mean: Double) -> Double {
        let b = 0.931 + 2.53 * mean.squareRoot()
        let a = -0.059 + 0.02483 * b
        let surelyBelow = 0.9277 - 3.6224 / (b - 2)
        while true {
            let u = unit() - 0.5
            let v = insideUnit()
            let edge = 0.5 - abs(u)
            let count = ((2 * a / edge + b) * u + mean + 0.43).rounded(.down)
            if edge >= 0.07, v <= surelyBelow { return count }
            guard count >= 0, edge >= 0.013 || v <= edge else { continue }
            let height = v * (1.1239 + 1.1328 / (b - 3.4)) / (a / (edge * edge) + b)
            if log(height) <= count * log(mean) - mean - logGamma(count + 1) { return count }
        }
    }

    /// The failures before a number of successes: a Poisson draw whose mean is a gamma draw.
    ///
    /// - Parameters:
    ///   - successes: Above 0.
    ///   - probability: Of success, above 0 and at most 1.
    /// - Returns: A whole number from 0 up; infinity where the mean is beyond any `Double`.
    public mutating func negativeBinomial(successes: Double, probability: Double) -> Double {
        poisson(mean: gamma(shape: successes) * ((1 - probability) / probability))
    }
}
