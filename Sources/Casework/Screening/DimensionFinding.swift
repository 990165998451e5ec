/// What the answers show of one dimension, judged on its own by the ILO's rule.
package struct DimensionFinding: Codable, Hashable, Sendable {
    package let dimension: Dimension
    /// The codes answered yes, by the strength that counts at the person's age.
    package let strong: [String]
    package let medium: [String]
    package let weak: [String]
    /// The codes answered yes that have no strength at the person's age, and so do not count.
    package let uncounted: [String]
    /// The codes still open: not asked, or asked and not known.
    package let open: [String]
    /// Every rule that is met; none when the dimension is not positive.
    package let rules: [StrengthRule]
    /// Whether the open codes could no longer change whether the dimension is positive.
    package let isSettled: Bool

    package var isPositive: Bool { !rules.isEmpty }
    /// The codes that count towards the rules, strongest first.
    package var counted: [String] { strong + medium + weak }
    package var counts: StrengthCounts {
        StrengthCounts(strong: strong.count, medium: medium.count, weak: weak.count)
    }

    init(
        _ dimension: Dimension,
        of set: IndicatorSet,
        answers: [String: Answer],
        forChild: Bool
    ) {
        let asked = set.indicators.filter { $0.dimension == dimension }
        let yes = asked.filter { answers[$0.code] == .yes }
        let open = asked.filter { answers[$0.code, default: .notAsked].isOpen }
        func codes(_ strength: Strength?) -> [String] {
            yes.filter { $0.strength(forChild: forChild) == strength }.map(\.code)
        }
        self.dimension = dimension
        strong = codes(.strong)
        medium = codes(.medium)
        weak = codes(.weak)
        uncounted = codes(nil)
        self.open = open.map(\.code)
        rules = StrengthCounts(yes.compactMap { $0.strength(forChild: forChild) }).rules
        let reachable = (yes + open).compactMap { $0.strength(forChild: forChild) }
        isSettled = !rules.isEmpty || StrengthCounts(reachable).rules.isEmpty
    }
}
