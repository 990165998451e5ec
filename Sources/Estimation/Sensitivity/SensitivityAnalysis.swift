import Foundation

/// Estimates the same table under choices that somebody else might have made.
struct SensitivityAnalysis {
    let table: CaptureTable
    /// The highest order of terms; nil takes all orders of up to four lists, and pairs of more.
    let order: Int?

    /// The shares of links whose errors are looked at.
    static let linkShares = [0.05, 0.1, 0.2]
    /// The distances in BIC whose models are looked at.
    static let distances = [2.0, 6, 10]

    /// Estimates under each choice, from all models of the table as it is, where they can be listed.
    func run(_ ranked: RankedModels?, rankedOrder: Int) -> Sensitivity {
        Sensitivity(
            order: rankedOrder,
            modelCount: ranked?.codes.count ?? 0,
            admissibleCount: ranked?.count(of: .exists) ?? 0,
            bands: ranked.map(bands) ?? [],
            models: ranked.map(near) ?? [],
            withoutList: table.lists.indices.compactMap { list in
                table.without(list).map { estimates([table.lists[list]], $0) }
            },
            mergedPairs: OverlapGraph(table).pairs.compactMap { first, second in
                table.merging(first, second).map {
                    estimates([table.lists[first], table.lists[second]], $0)
                }
            },
            consistency: table.lists.indices.map(consistency),
            links: LinkErrorEstimate.Kind.allCases.flatMap { kind in
                Self.linkShares.map { links(kind, $0) }
            }
        )
    }

    private func bands(_ ranked: RankedModels) -> [ModelBand] {
        Self.distances.compactMap { distance in
            let models = ranked.within(distance)
            guard let range = ranked.range(within: distance),
                let average = ModelAverage(Array(models))
            else { return nil }
            return ModelBand(
                within: distance,
                models: models.count,
                range: range,
                weightedMean: average.mean
            )
        }
    }

    private func near(_ ranked: RankedModels) -> [RankedEstimate] {
        ranked.within(Self.distances.max() ?? 0).map {
            RankedEstimate(
                model: $0.model.label,
                distance: $0.difference,
                estimate: $0.estimate
            )
        }
    }

    private func estimates(_ lists: [String], _ other: CaptureTable) -> AlternativeEstimate {
        AlternativeEstimate(
            lists: lists,
            observed: Int(people: other.observed),
            stepwise: stepwise(other),
            bic: best(other)
        )
    }

    private func consistency(_ list: Int) -> ListConsistency {
        let known = table.overlaps[1 << list]
        let others = table.within(list)
        let estimate = others.flatMap(stepwise)
        return ListConsistency(
            list: table.lists[list],
            known: Int(people: known),
            resighted: Int(people: others?.observed ?? 0),
            estimate: estimate,
            logRatio: estimate.map { log($0 / known) }
        )
    }

    private func links(_ kind: LinkErrorEstimate.Kind, _ share: Double) -> LinkErrorEstimate {
        let other =
            switch kind {
            case .missed: table.missingLinks(share)
            case .falseLinks: table.addingFalseLinks(share)
            }
        return LinkErrorEstimate(
            kind: kind,
            share: share,
            observed: Int(people: other.observed),
            independence: try? LogLinear.fit(.mainEffects(of: other.listCount), to: other).estimate,
            stepwise: stepwise(other)
        )
    }

    private func stepwise(_ table: CaptureTable) -> Double? {
        var worker = Stepwise().makeWorker(for: table)
        return worker.estimate(table.counts)
    }

    /// The best model's estimate; nil beyond five lists, since so many searches would take minutes.
    private func best(_ table: CaptureTable) -> Double? {
        guard table.listCount <= HierarchicalModel.enumerable.anyOrder else { return nil }
        let order = ModelSearch.affordableOrder(order, listCount: table.listCount)
        return try? ModelSearch(listCount: table.listCount, order: order).rank(table).best?.estimate
    }
}

extension ModelSearch {
    /// The order of terms to search where resamples are searched too.
    ///
    /// - Parameters:
    ///   - wanted: The order that was asked for; nil takes all orders of up to four lists, and pairs
    ///     of more.
    ///   - listCount: The number of lists.
    /// - Returns: An order that the lists can have.
    static func affordableOrder(_ wanted: Int?, listCount: Int) -> Int {
        let highest = EstimationSettings.highestOrder(listCount: listCount)
        return min(wanted ?? (listCount > 4 ? 2 : highest), highest)
    }
}
