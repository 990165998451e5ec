/// What one thread's comparisons change: what they remember, and room to count in.
struct ComparisonMemory: Sendable {
    /// What was found for tokens of names.
    var tokens: PairMemory
    /// What was found for values, of all columns together; a column's numbers begin after the last's.
    var values: PairMemory
    /// Clear between two measures.
    var masks = MatchMasks()

    /// Makes an empty memory of about a third of a megabyte, or less for few tokens and values.
    init(tokens: Int, values: Int) {
        self.tokens = PairMemory(bits: Self.bits(tokens))
        self.values = PairMemory(bits: Self.bits(values))
    }

    private static func bits(_ count: Int) -> Int {
        count < 64 ? 10 : count < 1024 ? 12 : 14
    }
}
