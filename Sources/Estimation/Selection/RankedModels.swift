import Foundation

/// A fitted model among those that are compared.
public struct RankedModel: Hashable, Sendable {
    /// The model.
    public let model: HierarchicalModel
    /// How many people there are, seen or not.
    public let estimate: Double
    /// The natural logarithm of the likelihood of the counts.
    public let logLikelihood: Double
    /// Its criterion less that of the best, from 0 up.
    public internal(set) var difference = 0.0

    init(model: HierarchicalModel, newton: PoissonNewton, counts: [Double]) {
        self.model = model
        estimate = newton.overlap(0) + exp(newton[0])
        logLikelihood = counts.reduce(newton.logLikelihood) { $0 - logGamma($1 + 1) }
    }
}

/// All models that have an estimate from a table, best first.
public struct RankedModels: Hashable, Sendable {
    /// What makes a model better.
    public let criterion: InformationCriterion
    /// The number of people seen.
    public let observed: Double
    /// The models that have an estimate, best first.
    public let models: [RankedModel]
    /// What the test of existence said of each model of the search, in the search's order.
    public let codes: [ExistenceCode]
    /// Models that have an estimate that was not reached, a matter of rounding; they are not ranked.
    public let unreached: Int

    /// The best model; nil when none has an estimate.
    public var best: RankedModel? { models.first }

    /// How many models have a code.
    ///
    /// - Parameter code: The code.
    /// - Returns: Their number.
    public func count(of code: ExistenceCode) -> Int { codes.count { $0 == code } }

    /// The models whose criterion is within a distance of the best.
    ///
    /// - Parameter difference: The distance, from 0 up.
    /// - Returns: The models, best first.
    public func within(_ difference: Double) -> ArraySlice<RankedModel> {
        models.prefix { $0.difference <= difference }
    }

    /// The range of the estimates of the models within a distance of the best.
    ///
    /// - Parameter difference: The distance, from 0 up.
    /// - Returns: The range; nil when no model has an estimate.
    public func range(within difference: Double) -> Interval? {
        let estimates = within(difference).map(\.estimate)
        guard let low = estimates.min(), let high = estimates.max() else { return nil }
        return Interval(low: low, high: high)
    }

    /// The mean of all models by weight; nil when none has an estimate.
    public var average: ModelAverage? { ModelAverage(models) }

    /// The same models, ranked by another criterion.
    ///
    /// - Parameter criterion: What makes a model better.
    /// - Returns: The models, best first.
    public func ranked(by criterion: InformationCriterion) -> RankedModels {
        RankedModels(
            criterion: criterion,
            observed: observed,
            unranked: models,
            codes: codes,
            unreached: unreached
        )
    }

    init(
        criterion: InformationCriterion,
        observed: Double,
        unranked: [RankedModel],
        codes: [ExistenceCode],
        unreached: Int
    ) {
        self.criterion = criterion
        self.observed = observed
        self.codes = codes
        self.unreached = unreached
        var models = unranked
        for index in models.indices {
            models[index].difference = criterion.value(
                logLikelihood: models[index].logLikelihood,
                parameters: models[index].model.terms.count,
                observed: observed
            )
        }
        let least = models.lazy.map(\.difference).min() ?? 0
        for index in models.indices {
            // Rounding may not decide between equals: they stay in the search's order.
            let difference = models[index].difference - least
            models[index].difference = difference < InformationCriterion.tie ? 0 : difference
        }
        self.models = models.enumerated()
            .sorted { ($0.element.difference, $0.offset) < ($1.element.difference, $1.offset) }
            .map(\.element)
    }
}
