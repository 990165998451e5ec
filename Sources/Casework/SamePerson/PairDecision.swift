/// What a member said of two appearances.
package enum PairVerdict: String, Codable, CaseIterable, Sendable {
    /// They are of the same person.
    case merged
    /// They are of two persons.
    case keptApart
    /// What was said before no longer stands; nothing is decided.
    case undone
}

/// What a member said of two appearances, why and when; the newest of a pair stands.
package struct PairDecision: Hashable, Sendable {
    package let pair: AppearancePair
    package let verdict: PairVerdict
    package let why: String
    package let stamp: Stamp
}
