extension ModelQuality {
    /// Looks for what is doubtful about a model that was learned from candidates.
    init(
        of model: LinkageModel,
        expected: ExpectedAccuracy,
        candidates: PatternCounts,
        records: Int,
        isSettled: Bool
    ) {
        var doubts: [Doubt] = []
        if expected.matches < 30 { doubts.append(.fewMatches(expected: Int(expected.matches))) }
        self.doubts = doubts
    }
}
