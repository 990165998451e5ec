/// An encounter and what followed from it.
package struct EncounterRecord: Hashable, Sendable {
    package var encounter: Encounter?
    package var stamp: Stamp?
    package var screenings: [ScreeningID] = []
    package var consents: [ConsentID] = []
    package var noticeSent = false
    package var dossier: DossierID?

    mutating func registered(_ encounter: Encounter, _ stamp: Stamp) {
        self.encounter = encounter
        self.stamp = stamp
    }
}

/// A screening: the questions asked, the answers so far, and what a person concluded.
package struct ScreeningRecord: Hashable, Sendable {
    package let id: ScreeningID
    package let encounter: EncounterID
    /// The indicator sets, each as `id@version`.
    package let sets: [String]
    package let stamp: Stamp
    package var answers: [String: Answer] = [:]
    package var observations = ""
    package var conclusion: Conclusion?
}

/// The finding as it stood when a person decided, and what they decided and why.
package struct Conclusion: Hashable, Sendable {
    package let finding: Finding
    package let next: NextStep
    package let why: String
    package let stamp: Stamp
}

/// A consent and when it was recorded.
package struct ConsentRecord: Hashable, Sendable {
    package let consent: Consent
    package let stamp: Stamp
}

/// A document and what was decided of its drafts.
package struct DocumentRecord: Hashable, Sendable {
    package var document: Document?
    package var stamp: Stamp?
    package var decisions: [String: DraftDecision] = [:]

    mutating func received(_ document: Document, _ stamp: Stamp) {
        self.document = document
        self.stamp = stamp
    }
}

/// What a member decided of one draft.
package struct DraftDecision: Hashable, Sendable {
    package let outcome: DraftOutcome
    package let listing: ListingID?
    package let stamp: Stamp
}

/// One person's file, as far as its course tells: who leads, which sections exist and who holds them.
package struct DossierRecord: Hashable, Sendable {
    package let id: DossierID
    package var lead: AgencyID?
    package var ageBand: AgeBand = .unknown
    package var sex: Sex = .unknown
    /// Known to the lead agency only.
    package var encounter: EncounterID?
    package var consent: ConsentID?
    package var parts: [CompartmentID: SectionPart] = [:]
    /// Who was granted each part, besides the agency that founded it.
    package var granted: [CompartmentID: Set<AgencyID>] = [:]
    package var referrals: Set<ReferralID> = []
    /// The flags about openings of this dossier.
    package var flags: Set<FlagID> = []
    package var course: [Happening] = []

    init(id: DossierID) {
        self.id = id
    }

    mutating func apply(_ fact: Fact, _ stamp: Stamp) {
        course.insert(inOrder: Happening(stamp: stamp, fact: fact))
        switch fact {
        case .dossierOpened(_, let lead, let ageBand, let sex):
            self.lead = lead
            self.ageBand = ageBand
            self.sex = sex
        case .sectionWritten(let part):
            parts[part.compartment] = part
        case .referralLinked(let referral, _):
            referrals.insert(referral)
        case .flagLinked(let flag, _):
            flags.insert(flag)
        default:
            break
        }
    }

    /// The parts of a section that an agency holds the key of.
    package func parts(of section: Section, heldBy agency: AgencyID) -> Set<CompartmentID> {
        Set(
            parts.values.filter { part in
                part.section == section
                    && (part.agency == agency
                        || granted[part.compartment, default: []].contains(agency))
            }.map(\.compartment)
        )
    }

    /// The agencies that hold any part of a section.
    package func holders(of section: Section) -> Set<AgencyID> {
        parts.values.filter { $0.section == section }.reduce(into: []) { holders, part in
            holders.insert(part.agency)
            holders.formUnion(granted[part.compartment, default: []])
        }
    }

    /// How many notes the course says were written in some parts.
    package func notesWritten(in parts: Set<CompartmentID>) -> Int {
        course.count { happening in
            guard case .sectionWritten(let part) = happening.fact else { return false }
            return parts.contains(part.compartment)
        }
    }

    /// The sections of which anything was written.
    package var sections: Set<Section> { Set(parts.values.map(\.section)) }
}

/// A referral and how it was answered.
package struct ReferralRecord: Hashable, Sendable {
    package let id: ReferralID
    package var referral: Referral?
    package var sent: Stamp?
    package var state: ReferralState = .waiting
    package var answered: Stamp?
    package var course: [Happening] = []

    init(id: ReferralID) {
        self.id = id
    }

    mutating func apply(_ fact: Fact, _ stamp: Stamp) {
        course.insert(inOrder: Happening(stamp: stamp, fact: fact))
        switch fact {
        case .referralSent(let referral):
            self.referral = referral
            sent = stamp
        case .referralAccepted:
            state = .accepted
            answered = stamp
        case .referralDeclined(_, let reason, let words):
            state = .declined(reason, words: words)
            answered = stamp
        default:
            break
        }
    }

    /// Whether the deadline passed without an answer, or the answer came after it.
    package func missedDeadline(at now: Moment) -> Bool {
        guard let deadline = referral?.deadline else { return false }
        return (answered?.at ?? now) > deadline
    }
}
