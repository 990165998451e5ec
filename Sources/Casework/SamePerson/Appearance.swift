/// A place in an agency's work where one person stands: an encounter, or a dossier.
///
/// It is what can be found to be of the same person as another, and what a member decides about.
package enum Appearance: Hashable, Codable, Sendable {
    case encounter(EncounterID)
    case dossier(DossierID)

    /// The encounter, if it is one.
    package var encounter: EncounterID? {
        if case .encounter(let id) = self { id } else { nil }
    }

    /// The dossier, if it is one.
    package var dossier: DossierID? {
        if case .dossier(let id) = self { id } else { nil }
    }

    /// What people call it.
    package var reference: String {
        switch self {
        case .encounter(let id): id.reference
        case .dossier(let id): id.reference
        }
    }
}

extension Appearance: CustomStringConvertible {
    /// Its kind and its identifier, as a path has them: `dossier-…`.
    package var description: String {
        switch self {
        case .encounter(let id): "encounter-\(id)"
        case .dossier(let id): "dossier-\(id)"
        }
    }

    /// What a path names; `nil` unless it is spelled as `description` spells it.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "encounter":
            guard let id = EncounterID(parts[1]) else { return nil }
            self = .encounter(id)
        case "dossier":
            guard let id = DossierID(parts[1]) else { return nil }
            self = .dossier(id)
        default:
            return nil
        }
    }
}

extension Appearance: Comparable {
    /// An order that means nothing and is always the same.
    package static func < (left: Appearance, right: Appearance) -> Bool {
        left.description < right.description
    }
}

/// Two appearances, in no order.
package struct AppearancePair: Hashable, Codable, Sendable {
    package let first: Appearance
    package let second: Appearance

    package init(_ one: Appearance, _ other: Appearance) {
        first = min(one, other)
        second = max(one, other)
    }
}
