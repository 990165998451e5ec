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

    /// The mean from which tails near it are found by Temme's series.
    private static let large = 1e5
    /// How far from 0 the series' argument may be: beyond, sums are short.
    private static let farthest = 0.02

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
        if let tail = largeTail(count + 1, mean, isLower: true) { return tail }
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
        if let tail = largeTail(count, mean, isLower: false) { return tail }
        let first = probability(of: count, mean: mean)
        var (term, sum, next) = (1.0, 1.0, count + 1)
        while term > 1e-17 * sum, first * sum < enough {
            term *= mean / next
            sum += term
            next += 1
        }
        return first * sum
    }

    /// The probability of fewer than `order`, or of as many or more, for a large mean and an order near it.
    ///
    /// The uniform expansion of the incomplete gamma function (Temme, The asymptotic expansion of the
    /// incomplete gamma functions, SIAM Journal on Mathematical Analysis 10, 1979; NIST Digital Library
    /// of Mathematical Functions, 8.12.3 to 8.12.12), in time that does not grow with the mean.
    ///
    /// - Returns: The probability to about 10 digits, or nil where the sums are to be used.
    private static func largeTail(_ order: Double, _ mean: Double, isLower: Bool) -> Double? {
        guard mean > large else { return nil }
        let half = deviance(order, mean)
        let length = (2 * half / order).squareRoot()
        guard length < farthest else { return nil }
        let eta = mean < order ? -length : length
        let zeroth: [Double] = [-1.0 / 3, 1.0 / 12, -2.0 / 135, 1.0 / 864, 1.0 / 2_835]
        let first: [Double] = [-1.0 / 540, -1.0 / 288, 25.0 / 12_096]
        let factor = polynomial(zeroth, eta) + polynomial(first, eta) / order
        let correction =
            exp(-half) / (2 * Double.pi * order).squareRoot() * factor
        let distance = mean < order ? -half.squareRoot() : half.squareRoot()
        return isLower
            ? erfc(distance) / 2 + correction : erfc(-distance) / 2 - correction
    }

    /// The polynomial with these coefficients, the constant first.
    private static func polynomial(_ coefficients: [Double], _ value: Double) -> Double {
        coefficients.reversed().reduce(0) { $0 * value + $1 }
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
