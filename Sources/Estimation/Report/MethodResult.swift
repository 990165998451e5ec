/// What one method makes of a table, with all that belongs to it.
///
/// What a method does not have is nil, and absent from JSON.
public struct MethodResult: Hashable, Sendable, Codable {
    /// The methods.
    public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
        /// Pair terms added one at a time while an overlap surprises.
        case stepwise
        /// The best of all hierarchical models by the Bayesian information criterion.
        case bic
        /// The average over all decomposable graphs.
        case decomposable
        /// Latent classes under a Dirichlet process; detects disagreement and is no headline.
        case latentClass = "latent-class"
        /// Chao's lower bound: at least.
        case chao
        /// Chao's lower bound corrected for bias, for one list.
        case chaoCorrected = "chao-corrected"
        /// Zelterman's estimate, for one list.
        case zelterman
        /// Zero-truncated Poisson regression, for one list.
        case truncatedPoisson = "truncated-poisson"
    }

    /// The method.
    public var name: Name
    /// How many people there are, seen or not; nil when the method has no estimate.
    public var estimate: Double?
    /// The 95 % interval that is published; an infinite end is null in JSON.
    public var interval: Interval?
    /// Whether the estimate of the model exists: 0 it does, 1 no maximum, 2 not identifiable, 3 neither.
    public var existence: Int?
    /// The model by its maximal terms, lists counted from 1: "[12,13,4]".
    public var model: String?
    /// The terms between lists that the model has, by name: "LA:NG"; of a regression, its covariates.
    public var terms: [String]?
    /// The highest order of terms that was searched.
    public var order: Int?
    /// How many models or graphs were compared.
    public var compared: Int?
    /// The acceleration of the BCa interval.
    public var acceleration: Double?
    /// The bias correction of the BCa interval; beyond 0.3 either way the selection is biased.
    public var z0: Double?
    /// The BCa interval.
    public var bca: Interval?
    /// The percentile interval.
    public var percentile: Interval?
    /// How many resamples were drawn.
    public var resamples: Int?
    /// How many of them had no estimate.
    public var failed: Int?
    /// The mean of the posterior, or of the models weighted by BIC.
    public var mean: Double?
    /// The median of the posterior.
    public var median: Double?
    /// The peaks of the posterior, highest first.
    public var modes: [Double]?
    /// The prior count in each cell, for graphs.
    public var delta: Double?
    /// What other prior counts give, for graphs.
    public var priors: [PriorResult]?
    /// The most probable graph by its cliques, lists counted from 1.
    public var topGraph: String?
    /// The probability of that graph.
    public var topProbability: Double?
    /// The split R-hat of log *N*; chains that agree have 1.
    public var rHat: Double?
    /// How many independent draws the chains are worth.
    public var effectiveSize: Double?
    /// The share of draws rejected at the cap on the unseen.
    public var rejectedShare: Double?
    /// How many chains ran.
    public var chains: Int?
    /// The deviance of the model.
    public var deviance: Double?
    /// The probability of a deviance as large, were the model right.
    public var fitProbability: Double?
    /// The standard error, where the interval is analytic.
    public var standardError: Double?

    /// Why something is missing, or what a reader must know of it.
    public var note: Wording?

    /// Creates the result of a method that has nothing yet.
    ///
    /// - Parameter name: The method.
    public init(_ name: Name) { self.name = name }
}

/// What a prior count gives.
public struct PriorResult: Hashable, Sendable, Codable {
    /// The prior count in each cell.
    public var delta: Double
    /// The median of the posterior.
    public var median: Double
    /// Its 95 % interval.
    public var interval: Interval
}
