/// Two rows of a table that may be one person; `left` is below `right`.
public struct CandidatePair: Hashable, Sendable {
    /// The row that comes first.
    public var left: UInt32
    /// The row that comes later.
    public var right: UInt32

    /// Makes a pair; `left` is below `right`.
    public init(left: UInt32, right: UInt32) {
        self.left = left
        self.right = right
    }
}

/// A pair and how likely it is that both are one person.
public struct Link: Hashable, Sendable {
    /// The two rows.
    public var pair: CandidatePair
    /// 0 to 1.
    public var probability: Double

    /// Makes a link.
    public init(pair: CandidatePair, probability: Double) {
        self.pair = pair
        self.probability = probability
    }
}
