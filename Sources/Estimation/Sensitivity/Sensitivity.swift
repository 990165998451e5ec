/// How an estimate moves under choices that somebody else might have made.
public struct Sensitivity: Hashable, Sendable, Codable {
    /// The highest order of terms among the models that were compared.
    public var order: Int
    /// How many models were compared.
    public var modelCount: Int
    /// How many of them have an estimate that exists and is identified.
    public var admissibleCount: Int
    /// The models near the best, by distance in BIC: 2, 6 and 10.
    public var bands: [ModelBand]
    /// The models within 10 BIC of the best, best first.
    public var models: [RankedEstimate]
    /// The estimates without each list.
    public var withoutList: [AlternativeEstimate]
    /// The estimates with two lists taken as one.
    public var mergedPairs: [AlternativeEstimate]
    /// The people of each list, estimated from the others.
    public var consistency: [ListConsistency]
    /// The estimates had linking missed links, or made false ones.
    public var links: [LinkErrorEstimate]
}

/// The models within some BIC of the best.
public struct ModelBand: Hashable, Sendable, Codable {
    /// The distance in BIC.
    public var within: Double
    /// How many models are as near.
    public var models: Int
    /// From the lowest to the highest of their estimates.
    public var range: Interval
    /// The mean of their estimates, each weighted by exp(−ΔBIC / 2).
    public var weightedMean: Double
}

/// One model near the best.
public struct RankedEstimate: Hashable, Sendable, Codable {
    /// The model by its maximal terms, lists counted from 1.
    public var model: String
    /// How far its BIC is above the lowest.
    public var distance: Double
    /// Its estimate.
    public var estimate: Double
}

/// The estimates from a table with other lists.
public struct AlternativeEstimate: Hashable, Sendable, Codable {
    /// The lists that were left out, or taken as one.
    public var lists: [String]
    /// How many people are seen in that table.
    public var observed: Int
    /// The estimate by stepwise selection, nil when it has none.
    public var stepwise: Double?
    /// The estimate by the best BIC, nil when it has none.
    public var bic: Double?
}

/// The people of one list, as a population of known size.
public struct ListConsistency: Hashable, Sendable, Codable {
    /// The list.
    public var list: String
    /// How many people are on it.
    public var known: Int
    /// How many of them the other lists have.
    public var resighted: Int
    /// How many the other lists alone would say, nil when they can say nothing.
    public var estimate: Double?
    /// The natural logarithm of estimate over known; below 0 is too low.
    public var logRatio: Double?
}

/// The estimates had linking erred.
public struct LinkErrorEstimate: Hashable, Sendable, Codable {
    /// The ways in which linking errs.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Links between people on two lists were missed.
        case missed
        /// People on one list each were linked who are different people.
        case falseLinks = "false"
    }

    /// The way in which linking erred.
    public var kind: Kind
    /// The share of links concerned.
    public var share: Double
    /// How many people would have been seen.
    public var observed: Int
    /// The estimate from independent lists.
    public var independence: Double?
    /// The estimate by stepwise selection.
    public var stepwise: Double?
}
