/// Counts as shares of their sum.
enum Shares {
    /// The shares that make Σ count·log(share) as large as can be, none above its limit.
    ///
    /// What is over its limit is set to it and the others share the rest by their counts (the
    /// Karush-Kuhn-Tucker conditions of that maximum), again and again until none is over.
    ///
    /// - Parameters:
    ///   - counts: Not negative.
    ///   - limits: As many, or none for no limits; they sum to 1 at the least.
    /// - Returns: Shares that sum to 1; alike when all counts are 0.
    static func normalized(_ counts: [Double], limits: [Double] = []) -> [Double] {
        let sum = counts.reduce(0, +)
        guard sum > 0 else { return counts.map { _ in 1 / Double(counts.count) } }
        var shares = counts.map { $0 / sum }
        guard limits.count == counts.count else { return shares }
        var isLimited = [Bool](repeating: false, count: counts.count)
        while let _ = shares.indices.first(where: { !isLimited[$0] && shares[$0] > limits[$0] }) {
            for index in shares.indices where shares[index] > limits[index] {
                isLimited[index] = true
            }
            let taken = zip(limits, isLimited).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
            let free = zip(counts, isLimited).reduce(0) { $1.1 ? $0 : $0 + $1.0 }
            guard free > 0, taken < 1 else { return counts.map { $0 / sum } }
            for index in shares.indices {
                shares[index] =
                    isLimited[index] ? limits[index] : counts[index] / free * (1 - taken)
            }
        }
        return shares
    }
}
