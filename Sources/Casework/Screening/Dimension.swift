/// One of the six dimensions in which the ILO's operational indicators are grouped.
package enum Dimension: String, Codable, CaseIterable, Sendable {
    case deceptiveRecruitment
    case coerciveRecruitment
    case recruitmentByAbuseOfVulnerability
    case exploitation
    case coercionAtDestination
    case abuseOfVulnerabilityAtDestination

    /// The element that a positive dimension shows.
    ///
    /// None shows the act: a recruitment dimension speaks of how, and the act is asked directly.
    package var element: PalermoElement {
        self == .exploitation ? .purpose : .means
    }
}
