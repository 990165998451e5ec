import Testing

@testable import Casework

@Suite struct StrengthRuleTests {
    /// The smallest counts that are positive, as the method lists them.
    ///
    /// This is another way to say the rules than the code's: a dimension is positive when it has at
    /// least one of these.
    static let smallest = [(2, 0, 0), (1, 1, 0), (1, 0, 1), (0, 3, 0), (0, 2, 1)]

    static func isPositive(_ counts: StrengthCounts) -> Bool {
        smallest.contains { strong, medium, weak in
            counts.strong >= strong && counts.medium >= medium && counts.weak >= weak
        }
    }

    @Test func `the rules agree with the method on all small counts`() {
        for strong in 0...6 {
            for medium in 0...6 {
                for weak in 0...6 {
                    let counts = StrengthCounts(strong: strong, medium: medium, weak: weak)
                    #expect(!counts.rules.isEmpty == Self.isPositive(counts), "\(counts)")
                }
            }
        }
    }

    @Test(arguments: [
        (StrengthCounts(strong: 2), [StrengthRule.twoStrong]),
        (StrengthCounts(strong: 1, medium: 1), [.oneStrongAndAnother]),
        (StrengthCounts(strong: 1, weak: 1), [.oneStrongAndAnother]),
        (StrengthCounts(medium: 3), [.threeMedium]),
        (StrengthCounts(medium: 2, weak: 1), [.twoMediumAndOneWeak]),
        (StrengthCounts(strong: 2, medium: 3, weak: 1), StrengthRule.allCases),
    ])
    func `the rules that are met are named`(counts: StrengthCounts, rules: [StrengthRule]) {
        #expect(counts.rules == rules)
    }

    @Test(arguments: [
        StrengthCounts(),
        StrengthCounts(strong: 1),
        StrengthCounts(weak: 1),
        StrengthCounts(weak: 100),
        StrengthCounts(medium: 1, weak: 100),
        StrengthCounts(medium: 2),
    ])
    func `counts just short of a rule are not positive`(counts: StrengthCounts) {
        #expect(counts.rules.isEmpty)
    }

    @Test func `counting strengths gives one count for each`() {
        let counts = StrengthCounts([.weak, .strong, .weak, .medium, .weak])
        #expect(counts == StrengthCounts(strong: 1, medium: 1, weak: 3))
    }
}
