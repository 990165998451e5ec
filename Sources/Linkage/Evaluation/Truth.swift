/// Which rows of a table are one person, as someone knows who labelled them.
public struct Truth: Sendable {
    /// The pairs of rows that are one person.
    public let pairs: Set<CandidatePair>

    /// The true pairs as given, each counted once in whatever order its rows stand.
    public init(pairs: some Sequence<CandidatePair>) {
        self.pairs = Set(
            pairs.map { CandidatePair(left: min($0.left, $0.right), right: max($0.left, $0.right)) }
        )
    }

    /// All pairs of rows that have one person.
    ///
    /// - Parameter persons: Who each row is.
    public init(persons: [some Hashable]) {
        let rows = Dictionary(grouping: persons.indices) { persons[$0] }
        pairs = Set(
            rows.values.flatMap { rows in
                rows.indices.flatMap { place in
                    rows[(place + 1)...].map {
                        CandidatePair(left: UInt32(rows[place]), right: UInt32($0))
                    }
                }
            }
        )
    }

    /// Whether two rows are one person.
    public func contains(_ pair: CandidatePair) -> Bool { pairs.contains(pair) }
}
