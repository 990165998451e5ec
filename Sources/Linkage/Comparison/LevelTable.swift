/// What each verdict on each feature adds to a pattern: the digit of its level times its worth.
struct LevelTable: Sendable {
    private var shares: [UInt32] = []
    private static let findings = Level.Finding.allCases.count

    /// A table for the features of a space, in their order.
    ///
    /// A finding for which a feature has no level counts as its last level, and a rarity that is not
    /// told apart as the next more common one that is.
    init(_ space: PatternSpace) {
        for (feature, weight) in zip(space.features, space.weights) {
            for finding in Level.Finding.allCases {
                for rarity in Level.Rarity.allCases {
                    let place = Self.place(of: finding, rarity, in: feature.levels)
                    shares.append(UInt32(place) &* weight)
                }
            }
        }
    }

    private static func place(
        of finding: Level.Finding,
        _ rarity: Level.Rarity,
        in levels: [Level]
    ) -> Int {
        let fitting = levels.indices.filter { levels[$0].finding == finding }
        let told = fitting.filter { (levels[$0].rarity?.rawValue ?? 0) <= rarity.rawValue }
        return told.first ?? fitting.last ?? levels.count - 1
    }

    /// What a verdict on a feature, named by its place, adds.
    @inline(__always)
    subscript(feature: Int, verdict: Verdict) -> UInt32 {
        let finding = Int(verdict.finding.rawValue) &+ feature &* Self.findings
        return shares[finding &* 4 &+ verdict.rarity.rawValue]
    }
}
