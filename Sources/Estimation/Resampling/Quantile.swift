/// Quantiles of a sample, of type 8: nearly unbiased in the median whatever the distribution.
///
/// Hyndman and Fan, Sample quantiles in statistical packages (The American Statistician 50, 1996, 361–365).
enum Quantile {
    /// The quantile at position (*B* + 1/3) *p* + 1/3 of *B* sorted values, on the line between neighbours.
    ///
    /// - Parameters:
    ///   - probability: From 0 to 1.
    ///   - sorted: Finite values in ascending order, at least one.
    /// - Returns: The quantile; the first or last value where the position is beyond them.
    static func type8(_ probability: Double, of sorted: [Double]) -> Double {
        let count = Double(sorted.count)
        let position = min(max((count + 1.0 / 3) * probability + 1.0 / 3, 1), count)
        let below = Int(position)
        let share = position - Double(below)
        let value = sorted[below - 1]
        return share == 0 ? value : value + share * (sorted[below] - value)
    }
}
