/// The test of whether a model's estimate exists and is identified, from which counts are 0.
///
/// Terms on whose lists together nobody is are at minus infinity; the histories that contain one are left
/// out. Let X have a row for each history that is left and a column for each term that is left, 1 where
/// the term is within the history. The coefficients are identified just when the columns of X are
/// independent. The maximum exists just when some z has X'z = 0 and is positive at each history with
/// count 0 (Fienberg and Rinaldo, Annals of Statistics 40, 2012, 996–1023; for several lists Chan,
/// Silverman and Vincent, Journal of the American Statistical Association 116, 2021).
///
/// Programs that do not ask print numbers such as 10^11 people, or pass over it in silence.
public enum Existence {
    /// Tests a model.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - counts: People by history, 2^*K* values from 0 up for the model's *K* lists.
    /// - Returns: What was found.
    public static func code(of model: HierarchicalModel, in counts: [Double]) -> ExistenceCode {
        code(of: model.terms, in: counts)
    }

    static func code(of terms: [Int], in counts: [Double]) -> ExistenceCode {
        var overlaps = counts
        SubsetSums.overSupersets(&overlaps)
        let free = terms.filter { overlaps[$0] > 0 }
        let boundary = terms.filter { overlaps[$0] == 0 }
        let kept = counts.indices.dropFirst().filter { history in
            !boundary.contains { history & $0 == $0 }
        }
        let seen = kept.filter { counts[$0] > 0 }
        let empty = kept.filter { counts[$0] == 0 }

        // Where a count is positive z may be anything, so those histories can serve to eliminate.
        var rows = TermRows(terms: free, histories: seen + empty)
        rows.eliminate(columns: seen.count)
        if rows.remaining.isEmpty { return .exists }
        let rest = rows.remaining.map { Array(rows.values[$0][seen.count...]) }

        let hasMaximum = PhaseOne.hasPositiveSolution(rest)
        rows.eliminate(columns: kept.count)
        switch (hasMaximum, rows.remaining.isEmpty) {
        case (true, true): return .exists
        case (false, true): return .noMaximum
        case (true, false): return .notIdentifiable
        case (false, false): return .neither
        }
    }
}

/// The transposed matrix X', a row for each term, under elimination.
private struct TermRows {
    var values: [[Double]]
    /// The rows that have not served as pivots.
    var remaining: [Int]
    private var eliminated = 0

    init(terms: [Int], histories: [Int]) {
        values = terms.map { term in histories.map { $0 & term == term ? 1 : 0 } }
        remaining = Array(terms.indices)
    }

    /// Uses up to the first so many columns as pivots, each with the remaining row largest in it.
    mutating func eliminate(columns: Int) {
        while eliminated < columns, !remaining.isEmpty {
            let column = eliminated
            eliminated += 1
            guard
                let place = remaining.indices.max(by: {
                    abs(values[remaining[$0]][column]) < abs(values[remaining[$1]][column])
                }), abs(values[remaining[place]][column]) > 1e-9
            else { continue }
            let pivot = values[remaining.remove(at: place)]
            for row in remaining where values[row][column] != 0 {
                let factor = values[row][column] / pivot[column]
                values[row][column] = 0
                for later in (column + 1)..<max(pivot.count, column + 1) {
                    values[row][later] -= factor * pivot[later]
                }
            }
        }
    }
}
