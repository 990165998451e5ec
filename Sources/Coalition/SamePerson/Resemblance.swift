package import Casework
import Linkage

/// How alike the cards of two persons are: enough for a member to look, never enough to decide.
package struct Resemblance: Hashable, Sendable {
    /// How likely it is that both are of one person, from 0 to 1.
    package let probability: Double
    /// What is known of both, and whether it agrees; in the order of `Trait`.
    package let agreements: [Agreement]

    package init(probability: Double, agreements: [Agreement]) {
        self.probability = probability
        self.agreements = agreements
    }

    /// From which probability on a member is asked.
    package static let asked = Likeness.asked

    /// How likely it is, in words.
    package var likelihood: Likelihood {
        switch probability {
        case 0.99...: .almostCertain
        case 0.9..<0.99: .veryLikely
        case 0.5..<0.9: .likely
        case Self.asked..<0.5: .possible
        default: .unlikely
        }
    }
}

/// How likely it is that two are one person, for those who read words rather than numbers.
package enum Likelihood: String, Codable, CaseIterable, Sendable {
    case almostCertain, veryLikely, likely, possible, unlikely
}

/// What a person is found again by.
package enum Trait: String, Codable, CaseIterable, Sendable {
    case givenNames, surnames, birthDate, sex, nationality, document, phone
}

/// What two cards say of one trait.
package struct Agreement: Hashable, Sendable {
    package let trait: Trait
    package let degree: Degree

    package init(trait: Trait, degree: Degree) {
        self.trait = trait
        self.degree = degree
    }

    package enum Degree: String, Codable, CaseIterable, Sendable {
        case same, alike, partly, different
    }
}

/// Somebody who may be the same person.
package struct Candidate: Sendable {
    /// The dossier, or the encounter that led to none.
    package let appearance: Appearance
    package let resemblance: Resemblance
}
