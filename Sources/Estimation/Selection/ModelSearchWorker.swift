import Foundation

/// The work of ``ModelSearch`` on one thread.
///
/// The best model is found exactly, though not every model is fitted: a model is no likelier than those
/// that extend it, nor than the counts under their own values as means, so one that could not be the best
/// even at that likelihood is passed over.
public struct ModelSearchWorker: SelectionWorker {
    private let lattice: ModelLattice
    private let criterion: InformationCriterion
    private let listCount: Int
    private let newton: PoissonNewton
    private var existence: LatticeExistence
    /// Each model's coefficients at the observed table, where its fits begin; from `starts`.
    private var coefficients: [Double] = []
    private var starts: [Int] = []
    /// The best model of the observed table.
    private var favourite: Int?
    /// What no model's log-likelihood exceeds.
    private var bounds: [Double]

    /// How far from the maximum a fit may stop while models are compared.
    private static let rough = 1e-6

    init(search: ModelSearch, table: CaptureTable) {
        lattice = search.lattice
        criterion = search.criterion
        listCount = search.listCount
        newton = PoissonNewton(listCount: search.listCount)
        existence = LatticeExistence(search.lattice)
        bounds = Array(repeating: .infinity, count: search.lattice.models.count)
        if table.listCount == listCount { prepare(table.counts) }
    }

    /// Fits each model to the observed table.
    private mutating func prepare(_ counts: [Double]) {
        newton.load(counts)
        existence.load(counts, newton: newton)
        var best = Double.infinity
        for (index, model) in lattice.models.enumerated() {
            starts.append(coefficients.count)
            newton.reset()
            if existence.exists(index), newton.fit(model.terms) {
                let value = value(of: index)
                if value < best - InformationCriterion.tie { (favourite, best) = (index, value) }
            } else {
                newton.reset()
            }
            for term in model.terms { coefficients.append(newton[term]) }
        }
    }

    /// Finds the best model for the counts and estimates by it.
    ///
    /// - Parameter counts: People by capture history, 2^*K* values from 0 up, the first 0.
    /// - Returns: The estimate, or nil when no model has one.
    public mutating func estimate(_ counts: [Double]) -> Double? {
        guard counts.count == newton.cellCount, !starts.isEmpty else { return nil }
        newton.load(counts)
        existence.load(counts, newton: newton)
        let charge = criterion.charge(observed: newton.overlap(0))
        let saturated = counts.reduce(0) { $1 > 0 ? $0 + $1 * log($1) - $1 : $0 }

        var (best, bestValue) = (-1, Double.infinity)
        if let favourite, fit(favourite, tolerance: Self.rough) {
            (best, bestValue) = (favourite, value(of: favourite))
        }
        for model in lattice.models.indices.reversed() {
            var bound = saturated
            for larger in lattice.extensions(of: model) { bound = min(bound, bounds[Int(larger)]) }
            bounds[model] = bound
            let least = Double(lattice.models[model].terms.count) * charge - 2 * bound
            guard least < bestValue + 2 * InformationCriterion.tie,
                fit(model, tolerance: Self.rough)
            else { continue }
            bounds[model] = min(bound, newton.logLikelihood + Self.rough)
            let value = value(of: model)
            let isTied = abs(value - bestValue) < InformationCriterion.tie
            if isTied ? model < best : value < bestValue { (best, bestValue) = (model, value) }
        }
        guard best >= 0, fit(best, tolerance: PoissonNewton.exact) else { return nil }
        return newton.overlap(0) + exp(newton[0])
    }

    private mutating func fit(_ model: Int, tolerance: Double) -> Bool {
        guard existence.exists(model) else { return false }
        let terms = lattice.models[model].terms
        let start = starts[model]
        for index in terms.indices { newton[terms[index]] = coefficients[start + index] }
        if newton.fit(terms, tolerance: tolerance) { return true }
        newton.reset()
        return newton.fit(terms, tolerance: tolerance)
    }

    /// The criterion of the model just fitted, without the part that is the same for all.
    private func value(of model: Int) -> Double {
        criterion.value(
            logLikelihood: newton.logLikelihood,
            parameters: lattice.models[model].terms.count,
            observed: newton.overlap(0)
        )
    }
}
