/// What linking a table found.
public struct LinkageRun: Sendable {
    /// Where the model came from.
    public enum ModelOrigin: Hashable, Sendable {
        /// It was learned from this table.
        case learned
        /// It was given.
        case given
        /// It is the built-in one, since there are too few records to learn from.
        case fewRecords
        /// It is the built-in one, since learning failed.
        case failure(TrainingFailure)
    }

    /// All pairs at or above the floor, by their rows.
    public let scored: [ScoredPair]
    /// From which probability on they are links.
    public let threshold: Double
    /// The model.
    public let model: LinkageModel
    /// Where the model came from.
    public let origin: ModelOrigin
    /// How many candidates have each pattern.
    public let patterns: PatternCounts
    /// What blocking proposed and what it left out.
    public let report: BlockingReport
    /// What blocking lost, as far as the links themselves can tell.
    public let loss: BlockingLoss
    /// What the links are expected to be worth, at this and at other thresholds, among the candidates.
    public let accuracy: ExpectedAccuracy
    /// The processor's seconds that each phase took, over all threads of the process.
    public let seconds: [LinkerPhase: Double]
    /// How many bytes were used at the most, as far as they were counted: the table, the blocks, and what
    /// comparing them took.
    public let bytes: Int

    /// The links, by their rows.
    public var links: [Link] {
        scored.filter { $0.probability >= threshold }.map(\.link)
    }

    /// The share of the links that are expected to be right; nil without links.
    public var expectedPrecision: Double? { accuracy.precision(at: threshold) }

    /// The share of all pairs of one person that are expected to be found: of those among the candidates,
    /// less what blocking lost at the least; nil when none is expected.
    public var expectedRecall: Double? {
        accuracy.recall(at: threshold).map { $0 * loss.completeness }
    }
}
