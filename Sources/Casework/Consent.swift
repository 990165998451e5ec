/// What a person allowed: which sections, to whom, for what, until when.
package struct Consent: Hashable, Codable, Sendable {
    package var id: ConsentID
    package var encounter: EncounterID
    /// The language in which it was explained, ISO 639 (three letters, or two).
    package var language: String
    package var givenBy: ConsentGiver
    /// Who else was in the room; an interpreter is never somebody who came with the person.
    package var interpreter: Interpreter
    package var present: String
    package var purpose: String
    /// Which sections each agency may open.
    ///
    /// Empty is a refusal.
    package var allowed: [AgencyID: Set<Section>]
    /// The end; nothing is granted on this consent afterwards.
    package var until: Moment

    package init(
        id: ConsentID,
        encounter: EncounterID,
        language: String,
        givenBy: ConsentGiver,
        interpreter: Interpreter,
        present: String,
        purpose: String,
        allowed: [AgencyID: Set<Section>],
        until: Moment
    ) {
        self.id = id
        self.encounter = encounter
        self.language = language
        self.givenBy = givenBy
        self.interpreter = interpreter
        self.present = present
        self.purpose = purpose
        self.allowed = allowed.filter { !$0.value.isEmpty }
        self.until = until
    }

    /// Whether the person said no to everything.
    package var isRefusal: Bool { allowed.isEmpty }

    /// The sections that `agency` may open at `moment`.
    package func sections(for agency: AgencyID, at moment: Moment) -> Set<Section> {
        moment < until ? allowed[agency, default: []] : []
    }
}

/// Who gave the consent.
///
/// An adult who came with a child is not on the list.
package enum ConsentGiver: String, Codable, CaseIterable, Sendable {
    case person, legalGuardian, childProtectionAuthority
}

/// How language was bridged.
package enum Interpreter: String, Codable, CaseIterable, Sendable {
    case notNeeded, professional, byTelephone, agencyStaff
}

/// What goes to the coalition's figures of a person who refused: nothing that points at anyone.
package struct Notice: Hashable, Codable, Sendable {
    /// Year and month of the encounter, such as `2026-11`.
    package var month: String
    package var isTreatedAsChild: Bool
    package var sex: Sex
    /// What the screening showed; `nil` when there was none.
    package var elements: ElementState?

    package init(month: String, isTreatedAsChild: Bool, sex: Sex, elements: ElementState?) {
        self.month = month
        self.isTreatedAsChild = isTreatedAsChild
        self.sex = sex
        self.elements = elements
    }
}
