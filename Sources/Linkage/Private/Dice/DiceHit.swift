/// A filter of one set and a filter of another that are alike enough.
public struct DiceHit: Hashable, Sendable {
    /// Where the filter stands in the left set.
    public let left: Int
    /// Where the filter stands in the right set.
    public let right: Int
    /// Their Dice coefficient, 0 to 1.
    public let coefficient: Double
}

/// Why a search gave no result.
public enum DiceSearchFailure: Error, Hashable, Sendable {
    /// The filters of the two sets have not the same number of words.
    case lengthsDiffer(left: Int, right: Int)
    /// The task was cancelled.
    case cancelled
}
