/// How a table is linked.
public struct LinkerSettings: Hashable, Sendable {
    /// Which pairs are asked for; the table's usual scope when nil.
    public var scope: BlockingScope?
    /// By what passes pairs are proposed; those that the table's fields allow when nil.
    public var plan: BlockingPlan?
    /// How large blocks may be, where the plan is chosen from the table; what suits its rows when nil.
    public var limits: BlockingLimits?
    /// A model to use instead of learning one.
    public var model: LinkageModel?
    /// From which probability on a pair is a link; the model's own threshold when nil.
    public var threshold: Double?
    /// From which probability on a pair is kept for a person to look at.
    public var floor = 0.1
    /// How many threads work; the result is the same for any number.
    public var threads = 1
    /// What the random pairs are drawn with.
    public var seed: UInt64 = 0
    /// About how many candidates a model is learned from; all of them where there are fewer.
    public var trainingPairs = 1_000_000
    /// How many random pairs that are no candidates are learned from.
    public var backgroundPairs = 200_000
    /// With fewer records than this the built-in model is used.
    public var fewestRecords = 200
    /// How many bytes the table and the work on it may take together; no limit when nil.
    public var memoryLimit: Int?

    /// Makes the usual settings.
    public init() {}
}
