extension LinkageModel {
    /// Learns a model from a table, without knowing which of its pairs are one person.
    ///
    /// The same counts give the same model; nothing is drawn by chance.
    ///
    /// - Parameters:
    ///   - candidates: The patterns of all candidates.
    ///   - background: The patterns of pairs drawn at random from those that are *no* candidates; a
    ///     hundred thousand and more are good. When every pair is a candidate it is empty.
    ///   - space: The features of both.
    ///   - records: How many records there are.
    ///   - pairs: How many pairs there are, candidates and others: n(n − 1)/2 within a file, the product
    ///     of both sizes between two.
    /// - Returns: The model, with its threshold and what is doubtful about it.
    /// - Throws: ``TrainingFailure`` when there is nothing to learn from.
    public static func train(
        candidates: PatternCounts,
        background: PatternCounts,
        space: PatternSpace,
        records: Int,
        pairs: Double
    ) throws(TrainingFailure) -> LinkageModel {
        guard !space.features.isEmpty else { throw .noFeatures }
        guard candidates.total > 0 else { throw .noCandidates }
        guard records > 1, pairs.isFinite, pairs > 0 else { throw .notACount }
        let table = PatternTable(
            candidates: candidates,
            background: background,
            pairs: pairs,
            space: space
        )
        let fit = fitted(table, space.features, records: Double(records))
        var model = LinkageModel(space: space, mixture: fit.mixture)
        let expected = model.expectedAccuracy(of: candidates)
        model.threshold = expected.bestThreshold
        model.quality = ModelQuality(
            of: model,
            expected: expected,
            records: records,
            isSettled: fit.isSettled
        )
        return model
    }

    /// How many pairs of one community there must be for each record; a few are no community but the
    /// largest families, or persons with many records.
    private static let communityPairs = 20.0

    /// The mixture with a community, where the table has one, and else that without.
    private static func fitted(
        _ table: PatternTable,
        _ features: [Feature],
        records: Double
    ) -> MixtureFit {
        func learned(_ classes: [PairClass]) -> MixtureFit {
            let start = MixtureStart(table, features: features, records: records, classes: classes)
            var fit = MixtureFit(table, features: features, start: start)
            fit.run(limit: 300)
            return fit
        }
        let told = PairClass.allCases.filter { $0.isTold(by: features) }
        let fit = learned(told)
        guard told.contains(.community), fit.size(of: .community) < communityPairs * records
        else { return fit }
        return learned(told.filter { $0 != .community })
    }
}
