import Foundation

extension Interval {
    /// The limits for a number of people when the logarithm of the part not seen is taken as normal.
    ///
    /// With *f* = estimate − seen and *C* = exp(z √log(1 + variance / *f*²)) they are
    /// seen + *f* / *C* and seen + *f* · *C* (Chao 1987, Biometrics 43, equation 12; Burnham et al.
    /// 1987). They never fall below the people seen. Where nobody is estimated unseen, both are the
    /// people seen.
    ///
    /// - Parameters:
    ///   - seen: The people seen.
    ///   - estimate: The people estimated, not below those seen.
    ///   - variance: The variance of the estimate, from 0 up.
    ///   - level: The coverage wanted, above 0 and below 1.
    /// - Returns: The limits.
    static func logNormal(
        seen: Double,
        estimate: Double,
        variance: Double,
        level: Double
    ) -> Interval {
        let unseen = estimate - seen
        guard unseen > 0 else { return Interval(low: seen, high: seen) }
        // Two divisions, since the square of a large number need not be finite.
        let spread = (log1p(variance / unseen / unseen)).squareRoot()
        let factor = exp(Normal.quantile((1 + level) / 2) * spread)
        return Interval(low: seen + unseen / factor, high: seen + unseen * factor)
    }
}
