/// How often each way of comparing occurs between two records of one person, as a rule.
///
/// These are the beginnings of learning and the prior that keeps it sensible where a table says
/// little; a table of any size soon outweighs them.
enum TypicalLevels {
    /// The share of each level among pairs of one person who say something of the feature.
    ///
    /// - Parameter feature: What is compared.
    /// - Returns: As many shares as the feature has levels; that of *missing* is 0, the others sum to 1.
    static func shares(of feature: Feature) -> [Double] {
        let findings = feature.levels.map(\.finding)
        let weights = feature.levels.map { level -> Double in
            guard level.finding != .missing else { return 0 }
            // Rarities of one finding share its weight.
            let alike = findings.count { $0 == level.finding }
            return weight(of: level.finding, in: feature.kind) / Double(alike)
        }
        let sum = weights.reduce(0, +)
        return sum > 0 ? weights.map { $0 / sum } : weights
    }

    /// The most that each level may be among pairs of one person, however a table looks.
    ///
    /// People change a surname when they marry, and an age is guessed; but where two records of "one
    /// person" mostly contradict each other, it is a community or a family that was found.
    ///
    /// - Parameter feature: What is compared.
    /// - Returns: As many limits as the feature has levels; 1 is none.
    static func limits(of feature: Feature) -> [Double] {
        feature.levels.map { level in
            switch (feature.kind, level.finding) {
            case (.givenNames, .different): 0.1
            case (.surnames, .different): 0.15
            case (.sex, .different): 0.05
            case (.document, .different): 0.25
            case (.dateOfBirth, .different): 0.12
            case (.dateOfBirth, .withinTwoYears): 0.1
            case (.dateOfBirth, .withinTenYears), (.dateOfBirth, .sameYear): 0.08
            default: 1
            }
        }
    }

    private static func weight(of finding: Level.Finding, in kind: Feature.Kind) -> Double {
        switch finding {
        case .missing: 0
        case .same:
            switch kind {
            case .sex: 0.97
            case .phone, .other, .remainder: 0.6
            case .document: 0.85
            case .place: 0.65
            default: 0.72
            }
        case .asWritten: 0.93
        case .oneSaysMore: 0.12
        case .otherSpelling: 0.1
        case .soundsAlike, .nickname: 0.03
        case .initial, .alike, .sameBeginning, .sameEnd: 0.02
        case .partly: 0.04
        case .movedPart, .exchanged: 0.03
        case .different:
            switch kind {
            case .givenNames, .surnames, .dateOfBirth: 0.02
            case .sex: 0.03
            case .document: 0.05
            default: 0.2
            }
        case .sameYearFirstOfJanuary: 0.02
        case .sameYearAndMonth: 0.01
        case .sameYearOnly: 0.05
        case .dayAndMonthExchanged: 0.02
        case .oneDigit: 0.06
        case .otherDay, .otherMonth, .otherYear: 0.02
        case .sameYear, .yearsNear, .withinTwoYears: 0.01
        case .withinTenYears: 0.005
        }
    }
}
