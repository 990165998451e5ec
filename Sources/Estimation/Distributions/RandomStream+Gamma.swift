import Foundation

extension RandomStream {
    /// A number between 0 and 1 and never either, of 52 bits.
    ///
    /// - Returns: The number.
    public mutating func insideUnit() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

    /// A draw from the standard normal distribution, by inversion.
    ///
    /// - Returns: The value.
    public mutating func normal() -> Double { Normal.quantile(insideUnit()) }

    /// A draw from a gamma distribution of scale 1.
    ///
    /// Marsaglia and Tsang, A simple method for generating gamma variables (ACM Transactions on
    /// Mathematical Software 26, 2000, 363–372).
    ///
    /// - Parameter shape: Above 0. Below some hundredths most draws are smaller than any `Double`:
    ///   ``logGammaDistributed(shape:)`` has them.
    /// - Returns: The value, from 0 up.
    public mutating func gamma(shape: Double) -> Double {
        guard shape >= 1 else { return exp(logGammaDistributed(shape: shape)) }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let value = normal()
            let root = 1 + c * value
            guard root > 0 else { continue }
            let cube = root * root * root
            let square = value * value
            let height = insideUnit()
            if height < 1 - 0.0331 * square * square { return d * cube }
            if log(height) < 0.5 * square + d * (1 - cube + log(cube)) { return d * cube }
        }
    }

    /// The logarithm of a draw from a gamma distribution of scale 1, which small shapes do not lose.
    ///
    /// Below 1 the draw is one of shape + 1 times a uniform number to the power 1 / shape (Marsaglia
    /// and Tsang 2000, section 6).
    ///
    /// - Parameter shape: Above 0.
    /// - Returns: The logarithm.
    public mutating func logGammaDistributed(shape: Double) -> Double {
        if shape >= 1 { return log(gamma(shape: shape)) }
        return log(gamma(shape: shape + 1)) + log(insideUnit()) / shape
    }
}
