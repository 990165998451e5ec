/// What the passes of blocking proposed, and what they left out.
public struct BlockingReport: Hashable, Sendable {
    /// One pass's part in it.
    public struct Pass: Hashable, Sendable {
        /// What its blocks share, by the columns' own names.
        public var name: String
        /// How many keys the records have, several for one record where several tokens can be shared.
        public var keys = 0
        /// How many blocks of two records and more were compared.
        public var blocks = 0
        /// How many blocks were too large and were split by a further key.
        public var blocksSplit = 0
        /// How many blocks stayed too large and were compared among neighbours in a sorted order.
        public var blocksSorted = 0
        /// About how many pairs of the too large blocks this pass therefore did not propose; other passes
        /// may have proposed them.
        public var pairsForgone = 0.0
        /// How many different pairs it proposed; known once the pairs were gone through.
        public var pairs = 0
        /// How many of them no other pass proposed.
        public var pairsAlone = 0

        init(name: String) {
            self.name = name
        }
    }

    /// The passes in order.
    public internal(set) var passes: [Pass]
    /// How many different pairs were proposed by all passes together.
    public internal(set) var pairs = 0
    /// How many pairs stand in blocks together, those of several blocks counted as often.
    public internal(set) var pairsInBlocks = 0.0
    /// How much memory the blocks take, in bytes.
    public internal(set) var bytes = 0

    /// The pairs that capped blocks cost, over all passes.
    public var pairsForgone: Double { passes.reduce(0) { $0 + $1.pairsForgone } }
}
