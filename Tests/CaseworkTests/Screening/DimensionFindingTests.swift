import Testing

@testable import Casework

@Suite struct DimensionFindingTests {
    let labour: IndicatorSet

    init() throws { labour = try IndicatorLibrary.standard.newest("ilo-labour") }

    func codes(_ dimension: Dimension, _ strength: Strength?, forChild: Bool) -> [String] {
        labour.indicators
            .filter { $0.dimension == dimension && $0.strength(forChild: forChild) == strength }
            .map(\.code)
    }

    @Test(arguments: Dimension.allCases, [AgeBand.over59, .under12])
    func `each dimension is positive exactly by the method`(dimension: Dimension, age: AgeBand) {
        let forChild = age.isTreatedAsChild
        let strong = codes(dimension, .strong, forChild: forChild)
        let medium = codes(dimension, .medium, forChild: forChild)
        let weak = codes(dimension, .weak, forChild: forChild)
        for s in 0...min(strong.count, 3) {
            for m in 0...min(medium.count, 4) {
                for w in 0...min(weak.count, 2) {
                    let yes = strong.prefix(s) + medium.prefix(m) + weak.prefix(w)
                    let finding = DimensionFinding(
                        dimension,
                        of: labour,
                        answers: Dictionary(uniqueKeysWithValues: yes.map { ($0, .yes) }),
                        forChild: forChild
                    )
                    let counts = StrengthCounts(strong: s, medium: m, weak: w)
                    #expect(finding.counts == counts)
                    #expect(finding.isPositive == StrengthRuleTests.isPositive(counts))
                    #expect(finding.counted == Array(yes))
                }
            }
        }
    }

    @Test(arguments: [false, true])
    func `a dimension is settled when no completion of the answers changes it`(forChild: Bool) {
        let dimension = Dimension.abuseOfVulnerabilityAtDestination
        let indicators = labour.indicators.filter { $0.dimension == dimension }
        // Each indicator is no, open or yes; 3^7 ways.
        for number in 0..<2187 {
            var answers: [String: Answer] = [:]
            var open: [Indicator] = []
            var yes: [Indicator] = []
            var rest = number
            for indicator in indicators {
                switch rest % 3 {
                case 0: answers[indicator.code] = .no
                case 1: open.append(indicator)
                default:
                    answers[indicator.code] = .yes
                    yes.append(indicator)
                }
                rest /= 3
            }
            let outcomes = (0..<(1 << open.count)).map { mask in
                let chosen = open.indices.filter { mask & (1 << $0) != 0 }.map { open[$0] }
                let strengths = (yes + chosen).compactMap { $0.strength(forChild: forChild) }
                return StrengthRuleTests.isPositive(StrengthCounts(strengths))
            }
            let finding = DimensionFinding(
                dimension,
                of: labour,
                answers: answers,
                forChild: forChild
            )
            #expect(finding.isSettled == (Set(outcomes).count == 1), "\(number)")
        }
    }

    @Test func `an indicator that children's strengths leave out is shown and does not count`() {
        let answers: [String: Answer] = ["d4-01": .yes, "d4-08": .yes]
        let child = DimensionFinding(.exploitation, of: labour, answers: answers, forChild: true)
        #expect(child.uncounted == ["d4-08"])
        #expect(!child.isPositive)
        let adult = DimensionFinding(.exploitation, of: labour, answers: answers, forChild: false)
        #expect(adult.uncounted.isEmpty)
        #expect(adult.rules == [.oneStrongAndAnother])
    }

    @Test func `what is weak for an adult can be strong for a child`() {
        let answers: [String: Answer] = ["d1-01": .yes, "d1-10": .yes]
        let child = DimensionFinding(
            .deceptiveRecruitment,
            of: labour,
            answers: answers,
            forChild: true
        )
        #expect(child.rules == [.twoStrong])
        let adult = DimensionFinding(
            .deceptiveRecruitment,
            of: labour,
            answers: answers,
            forChild: false
        )
        #expect(adult.rules == [.oneStrongAndAnother])
    }

    @Test func `no and unknown do not count`() {
        let asked = labour.indicators.filter { $0.dimension == .exploitation }.map(\.code)
        for answer in [Answer.no, .unknown, .notAsked] {
            let finding = DimensionFinding(
                .exploitation,
                of: labour,
                answers: Dictionary(uniqueKeysWithValues: asked.map { ($0, answer) }),
                forChild: false
            )
            #expect(finding.counts == StrengthCounts())
            #expect(finding.open == (answer == .no ? [] : asked))
            #expect(finding.isSettled == (answer == .no))
        }
    }
}
