/// Finds the records of a table that are one person: proposes pairs, compares them, learns a model from how
/// they compare, and keeps the pairs it finds likely.
///
/// A part of the candidates, chosen by chance, is compared first and the model learned from them; the
/// others are judged as soon as they are compared, so that the pairs are never kept, only those that may be
/// links. The result follows from the table, the settings and the seed, whatever the number of threads.
public struct Linker: Sendable {
    /// How it links.
    public var settings: LinkerSettings

    /// Makes a linker.
    public init(settings: LinkerSettings = LinkerSettings()) {
        self.settings = settings
    }

    /// Links a table.
    ///
    /// - Parameters:
    ///   - table: The records, of one source or of several.
    ///   - progress: Told now and again which part of a phase is done, 0 to 1; never by two threads at
    ///     once.
    /// - Returns: The links and what is to be known about them.
    /// - Throws: ``LinkingFailure``.
    public func run(
        _ table: RecordTable,
        progress: (@Sendable (LinkerPhase, Double) -> Void)? = nil
    ) throws(LinkingFailure) -> LinkageRun {
        guard table.count > 1 else { throw .tooFewRecords }
        var clock = ProcessorClock()
        var seconds: [LinkerPhase: Double] = [:]
        var memory = MemoryCount(limit: settings.memoryLimit)
        try memory.add(table.byteCount)

        progress?(.blocking, 0)
        let candidates = CandidatePairs(
            table,
            settings.plan ?? BlockingPlan(table, limits: settings.limits),
            scope: settings.scope,
            threads: settings.threads
        )
        try memory.add(candidates.report.bytes)
        seconds[.blocking] = clock.lap()

        let space = settings.model?.space ?? PatternSpace(table)
        let scoring = Scoring(
            candidates: candidates,
            comparer: PairComparer(table, space),
            settings: settings,
            progress: progress
        )
        let sample = scoring.sample()
        let (model, origin) = learn(from: sample, scoring: scoring, space: space)
        seconds[.training] = clock.lap()

        let outcome = scoring.score(sample, by: model)
        try memory.add(outcome.scored.count * MemoryLayout<ScoredPair>.stride)
        seconds[.scoring] = clock.lap()

        progress?(.finishing, 0)
        var report = candidates.report
        outcome.passes.fill(&report)
        let threshold = settings.threshold ?? model.threshold
        var loss = BlockingLoss(passes: candidates.plan.passes)
        for pair in outcome.scored where pair.probability >= threshold {
            loss.add(passes: pair.passes, weight: pair.probability)
        }
        seconds[.finishing] = clock.lap()
        progress?(.finishing, 1)
        return LinkageRun(
            scored: outcome.scored,
            threshold: threshold,
            model: model,
            origin: origin,
            patterns: outcome.patterns,
            report: report,
            loss: loss,
            accuracy: model.expectedAccuracy(of: outcome.patterns),
            seconds: seconds,
            bytes: memory.bytes
        )
    }

    /// The model that judges: the one given, one learned, or the built-in one.
    private func learn(
        from sample: Scoring.Sample,
        scoring: Scoring,
        space: PatternSpace
    ) -> (LinkageModel, LinkageRun.ModelOrigin) {
        if let model = settings.model { return (model, .given) }
        let records = scoring.candidates.rowCount
        guard records >= settings.fewestRecords else {
            return (.standard(for: space, records: records), .fewRecords)
        }
        do throws(TrainingFailure) {
            let model = try LinkageModel.train(
                candidates: sample.patterns,
                background: scoring.background(),
                space: space,
                records: records,
                pairs: scoring.candidates.scopePairs
            )
            return (model, .learned)
        } catch {
            return (.standard(for: space, records: records), .failure(error))
        }
    }
}
