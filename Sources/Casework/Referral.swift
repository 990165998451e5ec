/// Asking an agency to serve a person: the least that it needs to answer, and no name.
package struct Referral: Hashable, Codable, Sendable {
    package var id: ReferralID
    package var from: AgencyID
    package var to: AgencyID
    package var services: Set<Service>
    package var urgency: Urgency
    package var deadline: Moment
    package var ageBand: AgeBand
    package var sex: Sex
    /// Languages the person speaks, as the officer wrote them.
    package var languages: String
    package var children: Int
    /// What the shelter must know to say yes or no.
    package var needs: String

    package init(
        id: ReferralID,
        from: AgencyID,
        to: AgencyID,
        services: Set<Service>,
        urgency: Urgency,
        deadline: Moment,
        ageBand: AgeBand,
        sex: Sex,
        languages: String,
        children: Int,
        needs: String
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.services = services
        self.urgency = urgency
        self.deadline = deadline
        self.ageBand = ageBand
        self.sex = sex
        self.languages = languages
        self.children = children
        self.needs = needs
    }
}

/// What may be asked for.
package enum Service: String, Codable, CaseIterable, Sendable {
    case shelter, medical, psychological, social, legal, interpretation, childCare
    case voluntaryReturn, training
}

/// How soon an answer is needed, with the hours it is given by default.
package enum Urgency: String, Codable, CaseIterable, Sendable {
    case emergency, urgent, routine

    /// The deadline for an answer, in hours from sending.
    package var hours: Int {
        switch self {
        case .emergency: 1
        case .urgent: 24
        case .routine: 72
        }
    }
}

/// Why an agency said no.
package enum DeclineReason: String, Codable, CaseIterable, Sendable {
    case full, notOurMandate, languageNotCovered, unsafeHere, moreInformationNeeded, other
}

/// Where a referral stands.
package enum ReferralState: Hashable, Codable, Sendable {
    case waiting
    case accepted
    case declined(DeclineReason, words: String)
}
