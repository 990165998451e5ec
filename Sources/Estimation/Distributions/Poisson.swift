import Foundation

/// The Poisson distribution.
public enum Poisson {
    /// The probability of just this many.
    ///
    /// Loader's form, in which nothing large cancels (Fast and accurate computation of binomial
    /// probabilities, 2000, section 4): the deviance and the error of Stirling's formula.
    ///
    /// - Parameters:
    ///   - count: A whole number from 0 up.
    ///   - mean: Finite, from 0 up.
    /// - Returns: The probability.
    public static func probability(of count: Double, mean: Double) -> Double {
        if count == 0 { return exp(-mean) }
        if mean == 0 { return 0 }
        return exp(-stirlingError(count) - deviance(count, mean))
            / (2 * Double.pi * count).squareRoot()
    }

    /// The probabilities of at most and of at least so many.
    ///
    /// - Parameters:
    ///   - count: From 0 up. One between whole numbers has the lower tail of the one below and the
    ///     upper tail of the one above.
    ///   - mean: Finite, from 0 up.
    /// - Returns: Both, the smaller to nearly double precision however small it is.
    public static func tails(count: Double, mean: Double) -> (lower: Double, upper: Double) {
        let below = (count + rounding).rounded(.down)
        let above = (count - rounding).rounded(.up)
        return (lowerTail(below, mean), upperTail(above, mean))
    }

    /// The smaller of the two tails, when it is below a threshold.
    ///
    /// Tells of a large tail after a few terms of its sum.
    ///
    /// - Parameters:
    ///   - threshold: At most one half.
    ///   - count: As for ``tails(count:mean:)``.
    ///   - mean: Finite, from 0 up.
    /// - Returns: The smaller tail, or nil when it reaches the threshold.
    public static func tail(below threshold: Double, count: Double, mean: Double) -> Double? {
        let tail: Double
        if count < mean {
            tail = lowerSum((count + rounding).rounded(.down), mean, enough: threshold)
        } else {
            tail = upperSum((count - rounding).rounded(.up), mean, enough: threshold)
        }
        return tail < threshold ? tail : nil
    }

    /// What sums of counts may be off a whole number by.
    private static let rounding = 1e-7

    private static func lowerTail(_ count: Double, _ mean: Double) -> Double {
        count < mean ? lowerSum(count, mean) : 1 - upperSum(count + 1, mean)
    }

    private static func upperTail(_ count: Double, _ mean: Double) -> Double {
        count > mean ? upperSum(count, mean) : 1 - lowerSum(count - 1, mean)
    }

    /// The sum from `count` down, for a count below the mean, where terms fall from the first.
    private static func lowerSum(
        _ count: Double,
        _ mean: Double,
        enough: Double = .infinity
    ) -> Double {
        guard count >= 0 else { return 0 }
        let first = probability(of: count, mean: mean)
        var (term, sum, next) = (1.0, 1.0, count)
        while term > 1e-17 * sum, first * sum < enough, next > 0 {
            term *= next / mean
            sum += term
            next -= 1
        }
        return first * sum
    }

    /// The sum from `count` up, for a count at or above the mean.
    private static func upperSum(
        _ count: Double,
        _ mean: Double,
        enough: Double = .infinity
    ) -> Double {
        let first = probability(of: count, mean: mean)
        var (term, sum, next) = (1.0, 1.0, count + 1)
        while term > 1e-17 * sum, first * sum < enough {
            term *= mean / next
            sum += term
            next += 1
        }
        return first * sum
    }

    /// log(count!) less Stirling's formula for it.
    private static func stirlingError(_ count: Double) -> Double {
        if count < 16 {
            return logGamma(count + 1) - (count + 0.5) * log(count) + count
                - 0.5 * log(2 * Double.pi)
        }
        let square = count * count
        return
            (1.0 / 12
            - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square)
                / square)
                / square)
            / count
    }

    /// count · log(count / mean) + mean − count, without cancellation where the two are near.
    private static func deviance(_ count: Double, _ mean: Double) -> Double {
        let difference = count - mean
        guard abs(difference) < 0.1 * (count + mean) else {
            return count * log(count / mean) + mean - count
        }
        let ratio = difference / (count + mean)
        let square = ratio * ratio
        var sum = difference * ratio
        var term = 2 * count * ratio
        var power = 1.0
        while true {
            term *= square
            power += 2
            let next = sum + term / power
            if next == sum { return sum }
            sum = next
        }
    }
}
