/// Forward choice of dependences between two lists, by how unlikely their overlap is.
///
/// From independent lists, the pair whose overlap is least likely under the present model joins it, as
/// long as its probability is below the threshold and the larger model has an estimate; and again, until
/// no pair does (Chan, Silverman and Vincent, Journal of the American Statistical Association 116, 2021).
/// The probability is the smaller tail of the Poisson distribution whose mean is the
/// overlap that the model expects.
public struct Stepwise: Selection, Hashable {
    /// The probability below which an overlap is taken for dependence, at most one half.
    public let threshold: Double

    /// Creates the method.
    ///
    /// - Parameter threshold: The probability below which an overlap is taken for dependence; the paper
    ///   recommends 0.02. One above one half counts as one half.
    public init(threshold: Double = 0.02) {
        self.threshold = min(threshold, 0.5)
    }

    /// Prepares to choose from counts of as many lists.
    ///
    /// - Parameter table: A table; only its number of lists matters.
    /// - Returns: A worker.
    public func makeWorker(for table: CaptureTable) -> StepwiseWorker {
        StepwiseWorker(listCount: table.listCount, threshold: threshold)
    }

    /// Chooses a model and fits it.
    ///
    /// - Parameter table: The counts.
    /// - Returns: The fit of the chosen model.
    /// - Throws: ``FitFailed``, when not even independent lists have an estimate.
    public func fit(_ table: CaptureTable) throws(FitFailed) -> ModelFit {
        var worker = makeWorker(for: table)
        guard worker.estimate(table.counts) != nil else {
            let code = Existence.code(of: .mainEffects(of: table.listCount), in: table.counts)
            throw code == .exists ? .notConverged : .noEstimate(code)
        }
        return try LogLinear.fit(
            HierarchicalModel(listCount: table.listCount, terms: worker.chosen),
            to: table
        )
    }
}
