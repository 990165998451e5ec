import Foundation

/// What each set of lists adds to the logarithm of the law of a graph and a number never seen.
///
/// With *t* the table over the lists of set *A*, *u* the number never seen, *N* = *n* + *u*, and
/// *d* = δ 2^(*K*−|*A*|), a clique *A* adds
///
///     ln Γ(t(0)+u+d) + Σ ln Γ(t(x)+d) − 2^|A| ln Γ(d) + ln Γ(2^K δ) − ln Γ(N + 2^K δ),
///
/// the sum over the *x* ≠ 0, and a separator takes as much away: the marginal likelihood of the
/// hyper-Dirichlet law (Dawid and Lauritzen 1993, section 3.4; Madigan and York, *Bayesian methods for
/// estimation of the size of a closed population*, Biometrika 84, 1997, section 2). What all graphs
/// share is ln Γ(N+1) − ln Γ(u+1) − ln N, with the prior 1/N, and the logarithm of the cell's width; the
/// constants of the table are left out.
struct CliqueScores {
    /// For each cell what all graphs share.
    let shared: [Double]
    /// For each set of lists, by mask, the cells' values one after the other.
    let sets: [Double]
    /// The number of cells.
    let cellCount: Int

    /// Evaluates all sets of lists of a table.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - delta: The prior count of each cell of the table.
    ///   - cells: The numbers never seen.
    init(_ table: CaptureTable, delta: Double, cells: UnseenCells) {
        let people = table.observed
        let prior = Double(table.counts.count) * delta
        let unseen = (0..<cells.count).map(cells.middle)
        shared = unseen.indices.map { cell in
            let all = people + unseen[cell]
            return logGamma(all + 1) - logGamma(unseen[cell] + 1) - log(all)
                + log(cells.width[cell])
        }
        let whole = unseen.map { logGamma(prior) - logGamma(people + $0 + prior) }
        var sets = Array(repeating: 0.0, count: cells.count)
        sets.reserveCapacity(table.counts.count * cells.count)
        for set in 1..<table.counts.count {
            let size = set.nonzeroBitCount
            let each = delta * Double(1 << (table.listCount - size))
            let marginal = Self.marginal(of: table.counts, on: set)
            var fixed = -Double(1 << size) * logGamma(each)
            for history in 1..<marginal.count where history & ~set == 0 {
                fixed += logGamma(marginal[history] + each)
            }
            for cell in unseen.indices {
                sets.append(
                    logGamma(marginal[0] + unseen[cell] + each) + fixed + whole[cell]
                )
            }
        }
        self.sets = sets
        cellCount = cells.count
    }

    /// The table over the lists of a set, by the masks within it.
    private static func marginal(of counts: [Double], on set: Int) -> [Double] {
        var marginal = Array(repeating: 0.0, count: counts.count)
        for (history, count) in counts.enumerated() { marginal[history & set] += count }
        return marginal
    }
}
