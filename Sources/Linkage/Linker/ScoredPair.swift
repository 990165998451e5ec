/// Two records that may be one person, with what was found about them.
public struct ScoredPair: Hashable, Sendable {
    /// The two rows.
    public var pair: CandidatePair
    /// How they compare.
    public var pattern: Pattern
    /// Which passes proposed the pair, the first pass in the lowest bit.
    public var passes: UInt32
    /// How likely both are one person: 0 to 1.
    public var probability: Double

    /// The pair as a link.
    public var link: Link { Link(pair: pair, probability: probability) }
}
