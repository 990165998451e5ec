import Estimation

/// A population whose size is known, because a model makes it: the fit of a published table.
struct CoverageTruth {
    let name: String
    let listCount: Int
    /// People expected by history, those on no list first.
    let expected: [Double]

    /// How many there are.
    var size: Double { expected.reduce(0, +).rounded() }

    private init(_ name: String, _ fit: ModelFit) {
        self.name = name
        listCount = fit.model.listCount
        expected = fit.expected
    }

    /// The truths of the table in BENCHMARKS.md.
    static var all: [CoverageTruth] {
        get throws {
            let kingdom = try PublishedCounts.unitedKingdom
            return [
                CoverageTruth("UK, 5 lists, stepwise model", try Stepwise().fit(kingdom)),
                CoverageTruth("UK, 5 lists, best BIC of pairs", try best(kingdom)),
                CoverageTruth("Western", try Stepwise().fit(PublishedCounts.western)),
                CoverageTruth(
                    "New Orleans, 5 lists",
                    try Stepwise().fit(PublishedCounts.newOrleans)
                ),
                CoverageTruth("Kosovo, pairs", try Stepwise().fit(PublishedCounts.kosovo)),
            ]
        }
    }

    private static func best(_ table: CaptureTable) throws -> ModelFit {
        var best: ModelFit?
        for model in try HierarchicalModel.all(listCount: table.listCount, order: 2) {
            guard let fit = try? LogLinear.fit(model, to: table) else { continue }
            if fit.bic < best?.bic ?? .infinity { best = fit }
        }
        guard let best else { throw FitFailed.notConverged }
        return best
    }

    /// What the lists would show of such a population: everybody falls into a history by chance.
    func simulate(_ stream: inout RandomStream) throws -> CaptureTable {
        var counts = expected
        stream.multinomial(trials: size, weights: expected, into: &counts)
        counts[0] = 0
        return try CaptureTable(lists: (1...listCount).map { "\($0)" }, counts: counts)
    }
}
