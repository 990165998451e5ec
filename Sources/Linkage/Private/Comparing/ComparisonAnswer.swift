/// All that a private comparison says, by what was asked.
public enum ComparisonAnswer: Hashable, Sendable {
    /// How many persons are on just which lists. No agency learns which of its persons another knows.
    case count(OverlapCounts)
    /// Whether the one asked about is on the other list, and nothing else.
    case yesOrNo(Bool)
    /// Which row of the first agency's file is which row of the second's; both get the same.
    case pairs([RowPair])

    /// A row of each file that are one person.
    public struct RowPair: Hashable, Sendable {
        /// The row of the first agency's file, counted from 0.
        public let first: Int
        /// The row of the second agency's file, counted from 0.
        public let second: Int
        /// How alike the filters are, in hundredths.
        public let likeness: Int
    }
}
