/// Everything that is to be known of an estimate: what was seen, what each method makes of it, how far
/// they can be trusted, and what must be said with the number.
///
/// The same table, settings and declarations always give the same report, on any number of threads.
/// Numbers of people in it are exact; ``RoundedPeople`` says them with no more digits than they bear.
public struct EstimationReport: Hashable, Sendable, Codable {
    /// The version of the methods: a report says which one made it.
    public var version: String
    /// How many people are on some list.
    public var observed: Int
    /// The names of the lists.
    public var lists: [String]
    /// Whether there is a number to speak of.
    public var verdict: EstimationVerdict
    /// Why the verdict is what it is, those that refuse first; none when it is sound.
    public var reasons: [EstimationReason]
    /// From the lowest to the highest that the headline methods allow, nil when refused.
    ///
    /// The hull of the bootstrap intervals of `bic` and `stepwise` and of the 95 % of `decomposable`.
    public var range: Interval?
    /// At least how many people there are, nil where nothing bounds them: the lower end of the interval of
    /// Chao's bound, above neither the range nor an estimate.
    ///
    /// The bound is itself an estimate, so that its middle, which stands among the methods, would claim too
    /// much; and where lists avoid each other it is none.
    public var lowerBound: Double?
    /// What each method gives; when refused, the lower bound alone.
    public var methods: [MethodResult]
    /// How many people each list holds.
    public var listCounts: [ListCount]
    /// What each pair of lists shares.
    public var overlaps: [PairOverlap]
    /// How many people are on just which lists; histories of nobody are left out.
    public var histories: [HistoryCount]
    /// How many people one list saw how often; nil for several lists.
    public var timesSeen: [TimesSeen]?
    /// How the estimate moves under other choices; nil when refused.
    public var sensitivity: Sensitivity?
    /// What the caller said that the counts cannot show.
    public var declarations: Declarations
    /// What must be said with the number, in order.
    public var accompanying: [Wording]
    /// The seed of all random numbers.
    public var seed: UInt64
    /// How many resamples were asked for; each method names its own.
    public var resamples: Int
    /// The SHA-256 of the file that was read, in hexadecimal, where the caller adds it.
    public var inputHash: String?
}

/// Whether an estimate may be spoken of.
public enum EstimationVerdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// No number may be given.
    case refused
    /// The range only indicates; the reasons say why.
    case indicative
    /// No check failed.
    case sound

    /// The verdict that some reasons ask for.
    init(_ reasons: [EstimationReason]) {
        self =
            reasons.isEmpty ? .sound : reasons.contains(where: \.refuses) ? .refused : .indicative
    }
}

/// How many people one list holds.
public struct ListCount: Hashable, Sendable, Codable {
    /// The name of the list.
    public var list: String
    /// How many people are on it.
    public var people: Int
    /// How many of them are on no other.
    public var alone: Int
}

/// What two lists share.
public struct PairOverlap: Hashable, Sendable, Codable {
    /// The names of the lists.
    public var lists: [String]
    /// How many people are on both.
    public var shared: Int
    /// What these two lists alone would say (Chapman), nil below 7 shared.
    ///
    /// A diagnostic of dependence: pairs that say very different things cannot all be independent.
    public var chapman: Double?
    /// Its 95 % interval.
    public var interval: Interval?
}

/// How many people one list saw so often.
public struct TimesSeen: Hashable, Sendable, Codable {
    /// How often.
    public var times: Int
    /// How many people.
    public var people: Int
}

/// How many people have one history.
public struct HistoryCount: Hashable, Sendable, Codable {
    /// The names of the lists that the people are on.
    public var lists: [String]
    /// How many they are.
    public var people: Int
}

extension Int {
    /// A number of people as a whole one; beyond what can be counted exactly, the largest that can.
    init(people: Double) {
        self = Int(Swift.min(Swift.max(people.rounded(), 0), 0x1p53))
    }
}

extension Double {
    /// The number, nil when it is infinite or none: JSON has no such numbers.
    var ifFinite: Double? { isFinite ? self : nil }
}
