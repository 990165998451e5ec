/// Estimates from resamples that came before, for tables so small that the same resamples come again.
struct KnownEstimates {
    private let histories: [Int]
    private var byCounts: [[Double]: Double?]?

    /// Remembers estimates only where that pays.
    init(table: CaptureTable, resamples: Int) {
        histories = Jackknife.histories(of: table.counts)
        byCounts = Self.repeats(of: table, in: resamples) > Self.worthwhile ? [:] : nil
    }

    /// The share of repeated resamples from which remembering costs less than estimating again.
    private static let worthwhile = 0.02

    /// About which share of resamples repeats an earlier one.
    ///
    /// Two Poisson counts of mean *m* are the same with a probability of nearly 1 / √(4π*m*), and so are two
    /// whole resamples with the product of these over the histories, but that both have *n* people.
    private static func repeats(of table: CaptureTable, in resamples: Int) -> Double {
        let same = table.counts.reduce((4 * Double.pi * table.observed).squareRoot()) {
            $0 / max(1, (4 * Double.pi * $1).squareRoot())
        }
        return min(1, Double(resamples) * same / 2)
    }

    mutating func estimate(_ counts: [Double], else work: ([Double]) -> Double?) -> Double? {
        guard byCounts != nil else { return work(counts) }
        let key = histories.map { counts[$0] }
        if let known = byCounts?[key] { return known }
        let estimate = work(counts)
        byCounts?[key] = .some(estimate)
        return estimate
    }
}
