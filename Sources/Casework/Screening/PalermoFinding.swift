/// What the answers show of the three elements of trafficking, and of all those needed.
package struct PalermoFinding: Codable, Hashable, Sendable {
    package let act: ElementFinding
    package let means: ElementFinding
    package let purpose: ElementFinding
    /// False for a child, or a person of unknown age.
    ///
    /// Act and purpose are then enough (Palermo Protocol, article 3 c); the means are shown all the
    /// same.
    package let meansNeeded: Bool

    package var elements: [ElementFinding] { [act, means, purpose] }

    /// Present when every element needed is; missing when one needed is; otherwise not enough
    /// information.
    package var conclusion: ElementState {
        let needed = meansNeeded ? elements : [act, purpose]
        if needed.contains(where: { $0.state == .missing }) { return .missing }
        return needed.allSatisfy { $0.state == .present } ? .present : .notEnoughInformation
    }

    init(
        sets: [IndicatorSet],
        answers: [String: Answer],
        positive: [DimensionFinding],
        age: AgeBand
    ) {
        func finding(_ element: PalermoElement) -> ElementFinding {
            ElementFinding(element, sets: sets, answers: answers, positive: positive)
        }
        act = finding(.act)
        means = finding(.means)
        purpose = finding(.purpose)
        meansNeeded = !age.isTreatedAsChild
    }
}
