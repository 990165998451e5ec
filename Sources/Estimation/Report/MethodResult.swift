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

    /// The 95 % interval of the model by the normal distribution of the logarithm of the unseen.
    ///
    /// As ``profile`` it takes the model as given, so it is too narrow where the counts chose the model.
    public var wald: Interval?
    /// The 95 % interval of the model by profile likelihood.
    public var profile: Interval?
    /// What models weighed by each criterion give.
    public var averages: [CriterionAverage]?
    /// The pairs of lists whose overlap is as surprising as before, since no model with them has an estimate.
    public var unresolved: [String]?
    /// How many models have an estimate that was not reached, a matter of rounding.
    public var unreached: Int?

    /// Why something is missing, or what a reader must know of it, in whole sentences.
    public var note: Wording?

    /// Creates the result of a method that has nothing yet.
    ///
    /// - Parameter name: The method.
    public init(_ name: Name) { self.name = name }
}

/// What all models give, weighed by a criterion.
public struct CriterionAverage: Hashable, Sendable, Codable {
    /// The criterion.
    public var criterion: InformationCriterion
    /// The best model by it, by its maximal terms.
    public var model: String
    /// The estimate of that model.
    public var estimate: Double
    /// The mean of all models by their weights.
    ///
    /// It hides that models may fall into camps; it is not to be shown without the two that follow.
    public var mean: Double
    /// The standard deviation between models, by their weights.
    public var standardDeviation: Double
    /// The estimates between which 95 % of the weight lies.
    public var interval: Interval

    init?(_ ranked: RankedModels) {
        guard let best = ranked.best, let average = ranked.average else { return nil }
        criterion = ranked.criterion
        model = best.model.label
        estimate = best.estimate
        mean = average.mean
        standardDeviation = average.standardDeviation
        interval = average.interval()
    }
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
