/// What a screening shows, with its reasons.
///
/// It says which elements are present, which are missing and where there is not enough information.
/// What the person is, and what follows, is for a person to decide. A finding is stored as it stood
/// at that moment, so the names of its parts cannot change.
package struct Finding: Codable, Hashable, Sendable {
    /// The dimensions of one set, and what they say together.
    package struct BySet: Codable, Hashable, Sendable {
        /// The set, as `id@version`.
        package let set: String
        package let dimensions: [DimensionFinding]
        package let combination: Combination

        package var positive: [DimensionFinding] { dimensions.filter(\.isPositive) }
    }

    package let age: AgeBand
    package let palermo: PalermoFinding
    /// One for each set with dimensions that was asked.
    package let bySet: [BySet]
    /// One for each set that was read.
    package let tallies: [AnswerTally]
    package let reasons: [FindingReason]

    /// Questions of the sets read that were not asked, or whose answer is not known.
    package var unanswered: Int { tallies.reduce(0) { $0 + $1.unanswered } }

    /// Reads answers by the rule of each set.
    ///
    /// - Parameters:
    ///   - sets: What was asked. Of several versions of one set, only the first is read; a set for
    ///     another age is not read at all.
    ///   - answers: By indicator code. A code that is absent was not asked.
    ///   - age: Decides which strengths count, and whether the means are needed.
    /// - Returns: The finding; the same for the same sets, answers and age.
    package static func evaluate(
        sets: [IndicatorSet],
        answers: [String: Answer],
        age: AgeBand
    ) -> Finding {
        var seen: Set<String> = []
        let asked = sets.filter { seen.insert($0.id).inserted }
        let read = asked.filter { $0.applies(to: age) }
        let forChild = age.isTreatedAsChild

        let grouped = read.filter { $0.method == .dimensions }.map { set in
            let dimensions = set.dimensions.map {
                DimensionFinding($0.id, of: set, answers: answers, forChild: forChild)
            }
            return (set: set.versionedID, dimensions: dimensions)
        }
        let palermo = PalermoFinding(
            sets: read,
            answers: answers,
            positive: grouped.flatMap(\.dimensions).filter(\.isPositive),
            age: age
        )
        let bySet = grouped.map { set, dimensions in
            let act = palermo.act.state
            return BySet(
                set: set,
                dimensions: dimensions,
                combination: Combination(dimensions, act: act, forChild: forChild)
            )
        }
        return Finding(
            age: age,
            palermo: palermo,
            bySet: bySet,
            tallies: read.map { AnswerTally($0, answers: answers) },
            reasons: reasons(asked, answers, age, palermo, bySet)
        )
    }

    /// The reasons in the order in which a person would want them: who, the elements, the
    /// dimensions, what no rule covers, and what to be careful of.
    private static func reasons(
        _ asked: [IndicatorSet],
        _ answers: [String: Answer],
        _ age: AgeBand,
        _ palermo: PalermoFinding,
        _ bySet: [BySet]
    ) -> [FindingReason] {
        let read = asked.filter { $0.applies(to: age) }
        var reasons: [FindingReason] = []
        if age.isTreatedAsChild { reasons.append(.treatedAsChild(age: age)) }
        for element in palermo.elements {
            reasons.append(.element(element))
            let direct = read.filter { $0.method == .elements }.flatMap(\.indicators)
                .filter { $0.bears(on: element.element) }.map(\.code)
            let isDenied = !direct.isEmpty && direct.allSatisfy { answers[$0] == .no }
            if element.state == .present, isDenied {
                reasons.append(.answersDisagree(element.element, codes: direct))
            }
        }
        for group in bySet {
            reasons += group.dimensions.map { .dimension(set: group.set, $0) }
            reasons.append(.combination(set: group.set, group.combination))
        }
        for set in read where set.method == .list {
            let codes = set.indicators.filter { $0.palermo.isEmpty && answers[$0.code] == .yes }
                .map(\.code)
            if !codes.isEmpty {
                reasons.append(.withoutRule(set: set.versionedID, codes: codes))
            }
        }
        for set in asked where !set.applies(to: age) {
            reasons.append(.setForAnotherAge(set: set.versionedID))
        }
        for set in read where set.sourceMark != .primary {
            reasons.append(.sourceNotChecked(set: set.versionedID, set.sourceMark))
        }
        let known = Set(asked.flatMap(\.indicators).map(\.code))
        let strangers = Set(answers.keys).subtracting(known).sorted()
        if !strangers.isEmpty { reasons.append(.answersWithoutQuestion(codes: strangers)) }
        return reasons
    }
}
