import Foundation

/// The work from a table to its report.
public struct EstimationRun: Sendable {
    /// The version of the methods, which every report names.
    public static let version = "1.0"

    /// The table.
    public let table: CaptureTable
    /// How it is to be estimated from.
    public let settings: EstimationSettings
    /// What the caller said that the counts cannot show.
    public let declarations: Declarations

    /// Prepares the work.
    ///
    /// - Parameters:
    ///   - table: The table, of whole people.
    ///   - settings: How it is to be estimated from.
    ///   - declarations: What the caller says of the lists.
    public init(
        _ table: CaptureTable,
        settings: EstimationSettings = EstimationSettings(),
        declarations: Declarations = Declarations()
    ) {
        self.table = table
        self.settings = settings
        self.declarations = declarations
    }

    /// Checks the table, estimates by each method unless it is refused, and says what came of it.
    ///
    /// - Parameter progress: Told now and again, and never by two threads at once, how far the work is.
    /// - Returns: The report.
    /// - Throws: `CancellationError` when the task was cancelled.
    public func report(
        progress: (@Sendable (EstimationProgress) -> Void)? = nil
    ) async throws(CancellationError) -> EstimationReport {
        var report = described()
        let refusals = EstimationGates.refusals(table, declarations)
        guard refusals.isEmpty else { return refused(report, refusals) }

        var failures: [EstimationRefusal] = []
        var inapplicable: Set<MethodResult.Name> = []
        for name in MethodResult.Name.allCases where settings.methods.contains(name) {
            switch await run(name, progress) {
            case .success(let result?): report.methods.append(result)
            case .success(nil): inapplicable.insert(name)
            case .failure(.cancelled): throw CancellationError()
            case .failure(.noEstimate): failures.append(.noModel(method: name))
            }
        }
        guard failures.isEmpty else { return refused(report, failures) }

        progress?(EstimationProgress(step: .sensitivity, done: 0, of: 1))
        let ranked = rankedModels()
        let sensitivity = SensitivityAnalysis(table: table, order: settings.order)
            .run(ranked, rankedOrder: multiverseOrder)
        progress?(EstimationProgress(step: .sensitivity, done: 1, of: 1))
        report.sensitivity = sensitivity
        report.range = report.methods.filter { MethodResult.Name.headlines.contains($0.name) }
            .compactMap(\.interval).reduce(nil) { $0?.hull($1) ?? $1 }
        report.lowerBound = report.boundByMethods
        let warnings =
            EstimationGates.warnings(table, declarations)
            + EstimationGates.warnings(
                sensitivity,
                stepwise: report.methods.first { $0.name == .stepwise }?.estimate
            )
            + EstimationGates.warnings(report.methods, observed: table.observed)
            + EstimationGates.warnings(settings, inapplicable: inapplicable)
        report.reasons = warnings.map { .warning($0) }
        report.verdict = EstimationVerdict(report.reasons)
        report.accompanying = AccompanyingText.paragraphs(for: report)
        return report
    }

    /// The report without any number but counts and the lower bound.
    private func refused(
        _ report: EstimationReport,
        _ refusals: [EstimationRefusal]
    ) -> EstimationReport {
        var report = report
        report.methods.removeAll { $0.name != .chao }
        if refusals.contains(where: \.deniesBound) {
            report.methods = report.methods.map { $0.withheld }
        }
        report.lowerBound = report.boundByMethods
        report.reasons = refusals.map { .refusal($0) }
        report.verdict = EstimationVerdict(report.reasons)
        report.accompanying = AccompanyingText.paragraphs(for: report)
        return report
    }

    /// The report with what can be said of any table.
    private func described() -> EstimationReport {
        let overlaps = table.overlaps
        return EstimationReport(
            version: Self.version,
            observed: Int(people: table.observed),
            lists: table.lists,
            verdict: .refused,
            reasons: [],
            range: nil,
            lowerBound: nil,
            methods: [lowerBound()],
            listCounts: table.lists.enumerated().map { list, name in
                ListCount(
                    list: name,
                    people: Int(people: overlaps[1 << list]),
                    alone: Int(people: table.counts[1 << list])
                )
            },
            overlaps: ChapmanMatrix(table).pairs.map { pair in
                PairOverlap(
                    lists: [table.lists[pair.first], table.lists[pair.second]],
                    shared: Int(people: pair.shared),
                    chapman: pair.chapman?.estimate.ifFinite,
                    interval: pair.chapman?.interval()
                )
            },
            histories: table.counts.enumerated().filter { $0.element > 0 }.map {
                HistoryCount(
                    lists: table.names(in: $0.offset),
                    people: Int(people: $0.element)
                )
            },
            timesSeen: nil,
            sensitivity: nil,
            declarations: declarations,
            accompanying: [],
            seed: settings.seed,
            resamples: settings.resamples ?? EstimationSettings.standardResamples,
            inputHash: nil
        )
    }

    private func lowerBound() -> MethodResult {
        var result = MethodResult(.chao)
        do throws(ChaoBoundRefused) {
            let bound = try ChaoBound(table)
            result.estimate = bound.estimate
            result.interval = bound.interval
            result.standardError = bound.standardError.ifFinite
        } catch {
            result.note = Wording(error.text(in: .spanish), error.text(in: .english))
        }
        return result
    }

    /// The order of the models that are ranked: all orders where they can be listed, whatever order was
    /// asked for, so that no setting hides how far models disagree.
    var multiverseOrder: Int { EstimationSettings.highestOrder(listCount: table.listCount) }

    private func rankedModels() -> RankedModels? {
        try? ModelSearch(listCount: table.listCount, order: multiverseOrder).rank(table)
    }
}

/// How far the work on a report is.
public struct EstimationProgress: Hashable, Sendable {
    /// A part of the work.
    public enum Step: Hashable, Sendable {
        /// A method is at work.
        case method(MethodResult.Name)
        /// Other choices are tried.
        case sensitivity
    }

    /// The part that is at work.
    public let step: Step
    /// How many pieces of it are done.
    public let done: Int
    /// How many pieces it has.
    public let of: Int

    /// The part in words.
    public var words: Wording {
        switch step {
        case .method(let name): name.words
        case .sensitivity: Wording("otras elecciones", "other choices")
        }
    }
}
