import Foundation

/// The chi-square distribution.
public enum ChiSquare {
    /// The probability of a value as large or larger.
    ///
    /// The regularised incomplete gamma function Q(k/2, x/2), by its series where x is small and by
    /// Lentz's continued fraction where it is large (NIST Digital Library of Mathematical Functions,
    /// 8.11.4 and 8.9.2).
    ///
    /// - Parameters:
    ///   - value: The value, from 0 up.
    ///   - degreesOfFreedom: From 1 up.
    /// - Returns: The probability, to about 12 digits.
    public static func upperTail(_ value: Double, degreesOfFreedom: Int) -> Double {
        guard value > 0 else { return 1 }
        let (a, x) = (Double(degreesOfFreedom) / 2, value / 2)
        let front = exp(a * log(x) - x - logGamma(a))
        return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x)
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1 / a
        var sum = term
        var order = a
        while term > sum * 1e-16 {
            order += 1
            term *= x / order
            sum += term
        }
        return sum
    }

    private static func fraction(_ a: Double, _ x: Double) -> Double {
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var value = d
        for step in 1...10_000 {
            let i = Double(step)
            let numerator = -i * (i - a)
            b += 2
            d = 1 / nonzero(numerator * d + b)
            c = nonzero(b + numerator / c)
            value *= c * d
            if abs(c * d - 1) < 1e-15 { break }
        }
        return value
    }

    private static func nonzero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
