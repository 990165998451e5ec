import Foundation

extension ChaoBound {
    /// The lower bound from several lists that find different shares of the people.
    ///
    /// The expected count of a history is log-linear in the lists, with one more coefficient for each
    /// number *j* of lists from 3 up, that counts the lists beyond *j* − 1 and may not be negative
    /// (Rivest and Baillargeon 2007, Biometrics 63, section 3). People on one and on two lists then
    /// settle how many are on none. Of two lists it is *ab*/*m*, Lincoln's and Petersen's number.
    ///
    /// The standard error is that of the multinomial, from the information of the Poisson fit
    /// (Rivest and Lévesque 2001); the interval is by profile likelihood.
    ///
    /// - Parameters:
    ///   - table: The table; a list that has nobody is left out.
    ///   - level: The coverage of the interval, above 0 and below 1.
    /// - Throws: ``ChaoBoundRefused`` where nobody is on two lists or the likelihood has no maximum.
    public init(_ table: CaptureTable, level: Double = 0.95) throws(ChaoBoundRefused) {
        let likelihood = HeterogeneityLikelihood(table)
        guard likelihood.anybodyTwice else { throw .nobodySeenTwice }
        guard let fit = likelihood.fit() else { throw .noMaximum }
        form = .lists
        observed = table.observed
        let unseen = exp(fit.point.coefficients[0])
        // Beyond a million for each person seen it is the search that stopped, not the likelihood.
        guard unseen < 1e6 * observed else { throw .noMaximum }
        estimate = observed + unseen
        standardError = (unseen + unseen * unseen * fit.firstVariance).squareRoot()
        let search = ProfileSearch(level: level, observed: observed, around: unseen) {
            likelihood.profile(unseen: $0, from: fit.point.coefficients)
        }
        guard let interval = search.interval else { throw .noMaximum }
        self.interval = interval
        intervalKind = .profileLikelihood
        self.level = level
    }
}

/// The likelihood of a table when people differ in how easily any list finds them.
struct HeterogeneityLikelihood {
    private let seen: BoundedPoisson
    private let whole: BoundedPoisson
    private let counts: [Double]
    private let listed: [Double]
    /// Whether somebody is on two lists.
    let anybodyTwice: Bool

    init(_ table: CaptureTable) {
        let overlaps = table.overlaps
        let used = table.lists.indices.filter { overlaps[1 << $0] > 0 }
        let histories = table.counts.indices.dropFirst().filter { history in
            table.lists.indices.allSatisfy { used.contains($0) || history >> $0 & 1 == 0 }
        }
        let width = 1 + used.count + max(0, used.count - 2)
        let rows = histories.flatMap { history -> [Double] in
            let lists = used.map { Double(history >> $0 & 1) }
            let beyond = stride(from: 3, through: used.count, by: 1).map {
                Double(max(0, history.nonzeroBitCount - $0 + 1))
            }
            return [1] + lists + beyond
        }
        let first = 1 + used.count
        seen = BoundedPoisson(rows: rows, width: width, firstBounded: first)
        let unseen = [1] + [Double](repeating: 0, count: width - 1)
        whole = BoundedPoisson(rows: rows + unseen, width: width, firstBounded: first)
        counts = histories.map { table.counts[$0] }
        listed = used.map { overlaps[1 << $0] / table.observed }
        anybodyTwice = histories.contains { $0.nonzeroBitCount > 1 && table.counts[$0] > 0 }
    }

    /// The fit to the people seen.
    func fit() -> BoundedPoisson.Fit? {
        let shares = listed.map { min(0.9, $0) }
        let start = [log(counts.reduce(0, +))] + shares.map { log($0 / (1 - $0)) }
        return seen.fit(
            counts,
            from: start + [Double](repeating: 0, count: seen.width - start.count)
        )
    }

    /// The logarithm of the multinomial likelihood at its highest when so many were not seen, but for a
    /// constant (Cormack 1992; the factorials by the gamma function).
    func profile(unseen: Double, from start: [Double]) -> Double? {
        guard let fit = whole.fit(counts + [unseen], from: start) else { return nil }
        let people = counts.reduce(unseen, +)
        // The expected counts add up to the counts, since the first column is constant.
        return fit.point.likelihood + people + logGamma(people + 1) - people * log(people)
            - logGamma(unseen + 1)
    }
}
