/// The age of a person as far as a screening needs to know it.
package enum AgeBand: String, Codable, CaseIterable, Sendable {
    case under12
    case from12to17
    case from18to29
    case from30to59
    case over59
    case unknown

    /// Whether the rules for children apply.
    ///
    /// A child is anyone under 18 (Palermo Protocol, article 3 d). A person of unknown age is treated
    /// as a child, because the error in the other direction takes protection from a child.
    package var isTreatedAsChild: Bool {
        switch self {
        case .under12, .from12to17, .unknown: true
        case .from18to29, .from30to59, .over59: false
        }
    }
}
