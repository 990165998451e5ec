/// What each two lists of a table suggest by themselves.
///
/// Numbers far apart say that lists depend on each other: a high one that people on the one list avoid
/// the other, a low one that they are sent there or are found by the same means.
public struct ChapmanMatrix: Hashable, Sendable {
    /// Two lists and what they suggest.
    public struct Pair: Hashable, Sendable {
        /// The index of the first list.
        public let first: Int
        /// The index of the second list, above the first.
        public let second: Int
        /// The people on both lists, whatever other lists they are on.
        public let shared: Double
        /// The estimate, or why there is none.
        public let result: Result<Chapman, TooFewShared>

        /// The estimate, or nil where fewer than ``Chapman/fewestShared`` people are on both.
        public var chapman: Chapman? { try? result.get() }
    }

    /// The pairs, by their first list and then their second.
    public let pairs: [Pair]

    /// Compares each two lists of a table.
    ///
    /// - Parameter table: The table.
    public init(_ table: CaptureTable) {
        let overlaps = table.overlaps
        pairs = table.lists.indices.flatMap { first in
            (first + 1..<table.listCount).map { second in
                let shared = overlaps[1 << first | 1 << second]
                return Pair(
                    first: first,
                    second: second,
                    shared: shared,
                    result: Result { () throws(TooFewShared) in
                        try Chapman(
                            first: overlaps[1 << first],
                            second: overlaps[1 << second],
                            shared: shared
                        )
                    }
                )
            }
        }
    }
}
