import Foundation

/// Why a model has no fit to some counts.
public enum FitFailed: Error, Hashable, Sendable {
    /// The likelihood has no maximum, or its place is not determined: see ``ExistenceCode``.
    case noEstimate(ExistenceCode)
    /// The maximum was not reached. With an estimate that exists this is a matter of rounding: counts
    /// that differ by many orders of magnitude.
    case notConverged
    /// The model is for another number of lists than the counts.
    case wrongListCount(model: Int, counts: Int)
}

/// Poisson log-linear models of how people come to be on lists.
///
/// The number of people with history w, other than the empty one, is Poisson with mean μ_w, and log μ_w
/// is the sum of the coefficients of the model's terms within w; exp of the coefficient of the empty set
/// is the number of those on no list (Fienberg, Biometrika 59, 1972; Cormack, Biometrics 45, 1989).
public enum LogLinear {
    /// Fits a model, after a check that the estimate exists and is identified.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - table: The counts.
    /// - Returns: The fit of greatest likelihood.
    /// - Throws: ``FitFailed``.
    public static func fit(
        _ model: HierarchicalModel,
        to table: CaptureTable
    ) throws(FitFailed) -> ModelFit {
        try fit(model, to: table.counts)
    }

    /// Fits a model, after a check that the estimate exists and is identified.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - counts: People by history, 2^*K* values from 0 up, the first 0.
    /// - Returns: The fit of greatest likelihood.
    /// - Throws: ``FitFailed``.
    public static func fit(
        _ model: HierarchicalModel,
        to counts: [Double]
    ) throws(FitFailed) -> ModelFit {
        guard counts.count == 1 << model.listCount else {
            throw .wrongListCount(
                model: model.listCount,
                counts: counts.count.trailingZeroBitCount
            )
        }
        let code = Existence.code(of: model, in: counts)
        guard code == .exists else { throw .noEstimate(code) }
        let newton = PoissonNewton(listCount: model.listCount)
        newton.load(counts)
        newton.reset()
        guard newton.fit(model.terms) else { throw .notConverged }
        return ModelFit(model: model, counts: counts, newton: newton)
    }
}
