/// What the positive dimensions of one set say together, by the rows that are published.
///
/// The names are neutral on purpose: they say which dimensions are positive, and a person
/// concludes. A combination that no row describes is ``notDefined``.
package enum Combination: String, Codable, CaseIterable, Sendable {
    /// None is positive yet, and open answers could still change that.
    case notEnoughInformation
    /// None is positive, and no open answer could change that.
    case noDimensionPositive
    /// Exploitation is positive and nothing else.
    case exploitationOnly
    /// Deceptive recruitment and exploitation are positive and nothing else.
    case deceptionAndExploitation
    /// Deceptive or coercive recruitment, exploitation and coercion at destination are positive.
    case recruitmentExploitationAndCoercion
    /// Exploitation is positive with abuse of vulnerability, at recruitment or at destination, which
    /// may stand as the means or reinforce it.
    case exploitationWithAbuseOfVulnerability
    /// A child: exploitation is positive and the act is present; no means is needed.
    case exploitationOfChildWithAct
    case notDefined

    /// - Parameters:
    ///   - findings: The dimensions of one set.
    ///   - act: What the screening shows of the act.
    ///   - forChild: Whether the rules for children apply.
    init(_ findings: [DimensionFinding], act: ElementState, forChild: Bool) {
        let positive = Set(findings.filter(\.isPositive).map(\.dimension))
        let recruitment: Set<Dimension> = [.deceptiveRecruitment, .coerciveRecruitment]
        let vulnerability: Set<Dimension> = [
            .recruitmentByAbuseOfVulnerability, .abuseOfVulnerabilityAtDestination,
        ]
        if positive.isEmpty {
            self = findings.allSatisfy(\.isSettled) ? .noDimensionPositive : .notEnoughInformation
        } else if !positive.contains(.exploitation) {
            self = .notDefined
        } else if forChild, act == .present {
            self = .exploitationOfChildWithAct
        } else if positive.contains(.coercionAtDestination), !positive.isDisjoint(with: recruitment)
        {
            self = .recruitmentExploitationAndCoercion
        } else if !positive.isDisjoint(with: vulnerability) {
            self = .exploitationWithAbuseOfVulnerability
        } else if positive == [.exploitation] {
            self = .exploitationOnly
        } else if positive == [.deceptiveRecruitment, .exploitation] {
            self = .deceptionAndExploitation
        } else {
            self = .notDefined
        }
    }
}
