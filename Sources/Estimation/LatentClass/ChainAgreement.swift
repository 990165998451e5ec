import Foundation

/// Whether several chains tell of the same law.
///
/// Each chain is cut in halves, so that one that still drifts disagrees with itself. The classical forms
/// are used, without ranks: of a logarithm the variance is finite, and their values can be laid beside
/// published ones.
struct ChainAgreement {
    /// The factor by which the spread could still shrink: split R̂.
    ///
    /// Gelman and others, *Bayesian Data Analysis*, third edition, 2013, section 11.4: the root of the
    /// variance of all draws, estimated with the spread of the means of the half-chains, over the mean
    /// variance within them. 1 where the halves agree; not a number where nothing varies.
    let rHat: Double
    /// How many independent draws say as much as these; not a number where nothing varies.
    ///
    /// Gelman and others, section 11.5, with the variogram replaced by autocovariances and the sum of
    /// autocorrelations ended by Geyer's initial monotone sequence, as in Vehtari and others,
    /// *Rank-normalization, folding, and localization*, Bayesian Analysis 16, 2021, section 3.2.
    let effectiveSize: Double

    /// Compares chains.
    ///
    /// - Parameter chains: The draws of each chain, as many of each and at least 4.
    init(_ chains: [[Double]]) {
        let half = (chains.map(\.count).min() ?? 0) / 2
        let parts = chains.flatMap { [Array($0.prefix(half)), Array($0.suffix(half))] }
        let length = Double(half)
        let means = parts.map { $0.reduce(0, +) / length }
        let deviations = zip(parts, means).map { part, mean in part.map { $0 - mean } }
        let within =
            deviations
            .map { part in part.reduce(0) { $0 + $1 * $1 } / (length - 1) }
            .reduce(0, +) / Double(parts.count)
        let grand = means.reduce(0, +) / Double(parts.count)
        let between = means.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / Double(parts.count - 1)
        let total = (length - 1) / length * within + between
        rHat = (total / within).squareRoot()
        let all = length * Double(parts.count)

        func correlation(_ lag: Int) -> Double {
            let covariance =
                deviations
                .map { part -> Double in
                    var sum = 0.0
                    for index in 0..<half - lag { sum += part[index] * part[index + lag] }
                    return sum / length
                }
                .reduce(0, +) / Double(parts.count)
            return 1 - (within * (length - 1) / length - covariance) / total
        }

        var sum = -1.0
        var least = Double.infinity
        var lag = 0
        while lag + 1 < half {
            let pair = (lag == 0 ? 1 : correlation(lag)) + correlation(lag + 1)
            guard pair > 0 else { break }
            least = min(least, pair)
            sum += 2 * least
            lag += 2
        }
        // Draws that swing to and fro may say more than independent ones, but not without bound.
        effectiveSize = within > 0 ? all / max(sum, 1 / log10(all)) : .nan
    }
}
