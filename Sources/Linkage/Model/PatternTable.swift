/// The patterns to learn from, taken apart once so that each round of learning only multiplies.
struct PatternTable {
    /// The features, as many levels as each has.
    let levelCounts: [Int]
    /// Where each feature's levels begin when all are laid one after another.
    let offsets: [Int]
    /// The patterns, in order.
    let patterns: [Pattern]
    /// For each pattern in turn, and each feature, the place of its level among all.
    let places: [Int32]
    /// How many candidates have each pattern.
    let candidates: [Double]
    /// How many pairs that are no candidates have it, estimated from a sample.
    let others: [Double]

    /// How many pairs there are.
    let total: Double

    var featureCount: Int { levelCounts.count }
    var placeCount: Int { levelCounts.reduce(0, +) }

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - candidates: The candidates' patterns.
    ///   - background: Patterns of pairs that are no candidates.
    ///   - pairs: How many pairs there are; those that are no candidates are taken to be spread as
    ///     the background is.
    ///   - space: The features.
    init(
        candidates: PatternCounts,
        background: PatternCounts,
        pairs: Double,
        space: PatternSpace
    ) {
        levelCounts = space.features.map(\.levels.count)
        var offsets: [Int] = []
        var next = 0
        for count in levelCounts {
            offsets.append(next)
            next += count
        }
        self.offsets = offsets
        let rest = max(0, pairs - candidates.total)
        let scale = background.total > 0 ? rest / background.total : 0
        var merged = candidates
        merged.merge(background)
        let all = merged.sorted().map(\.pattern)
        patterns = all
        self.candidates = all.map { candidates[$0] }
        others = all.map { background[$0] * scale }
        total = self.candidates.reduce(0, +) + others.reduce(0, +)
        places = all.flatMap { pattern in
            zip(offsets, space.levels(of: pattern)).map { Int32($0 + $1) }
        }
    }
}
