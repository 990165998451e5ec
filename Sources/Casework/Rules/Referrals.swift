/// Asks an agency to serve a person.
///
/// It goes to the agency's queue and carries no name; the keys that the consent allows are made
/// ready, and wait for the answer.
package struct SendReferral: Command {
    package var dossier: DossierID
    package var to: AgencyID
    package var services: Set<Service>
    package var urgency: Urgency
    /// Hours until an answer is due; `nil` takes what the urgency gives.
    package var hours: Int?
    package var languages: String
    package var children: Int
    package var needs: String

    package init(
        dossier: DossierID,
        to: AgencyID,
        services: Set<Service>,
        urgency: Urgency,
        hours: Int?,
        languages: String,
        children: Int,
        needs: String
    ) {
        self.dossier = dossier
        self.to = to
        self.services = services
        self.urgency = urgency
        self.hours = hours
        self.languages = languages
        self.children = children
        self.needs = needs
    }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, ReferralID) {
        guard let record = desk.dossiers[dossier] else { throw .notFound }
        guard let course = setting.compartments[.course(dossier)] else { throw .notFound }
        guard to != setting.agency else { throw .referralToOneself }
        guard let receiver = setting.commons.agencies[to] else { throw .invalid(field: "to") }
        guard receiver.kind.receivesReferrals, setting.commons.retired[to] == nil else {
            throw .agencyTakesNoReferrals
        }
        guard !services.isEmpty else { throw .missing(field: "services") }
        guard (0...30).contains(children) else { throw .invalid(field: "children") }
        let hours = hours ?? urgency.hours
        guard (1...24 * 30).contains(hours) else { throw .invalid(field: "hours") }
        let isWaiting = record.referrals.contains { other in
            desk.referrals[other].map { $0.state == .waiting && $0.referral?.to == to } ?? false
        }
        guard !isWaiting else { throw .referralAlreadyWaiting }
        let consent = try desk.consentInForce(for: record.encounter, at: setting.now)
        let shared = record.parts(for: to, under: consent, heldBy: setting.agency)
        guard !shared.isEmpty else { throw .consentCoversNothing }

        let referral = Referral(
            id: .random(),
            from: setting.agency,
            to: to,
            services: services,
            urgency: urgency,
            deadline: setting.now.adding(hours: hours),
            ageBand: record.ageBand,
            sex: record.sex,
            languages: try checked(languages, "languages", limit: 200),
            children: children,
            needs: try checked(needs, "needs", limit: 2000)
        )
        let promise = Promise(
            dossier: dossier,
            referral: referral.id,
            to: to,
            parts: shared,
            consent: consent.id
        )
        let queue = CompartmentID.random()
        var decision = Decision(
            "referral.sent",
            [
                Placed(.referralSent(referral), in: .referral(referral.id)),
                Placed(.referralLinked(referral.id, dossier: dossier), in: .course(dossier)),
            ],
            founded: [.referral(referral.id): queue],
            grants: [Grant(compartment: queue, to: to)]
        )
        decision.promise(promise, course: course, until: consent.until)
        return (decision, referral.id)
    }
}

/// The agency says yes; now, and only now, it receives the keys that the consent covers.
///
/// Whether the consent still holds is asked of the keys that wait, where they are handed over: the
/// agency that answers cannot see the consent.
package struct AcceptReferral: Command {
    package var referral: ReferralID
    package var words: String

    package init(referral: ReferralID, words: String) {
        self.referral = referral
        self.words = words
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Void) {
        try desk.requireAnswerable(referral, in: setting)
        let words = try checked(words, "words", required: false, limit: 2000)
        let decision = Decision(
            "referral.accepted",
            [Placed(.referralAccepted(referral, words: words), in: .referral(referral))],
            releases: referral
        )
        return (decision, ())
    }
}

/// The agency says no, and why, so that the sender can go on at once.
package struct DeclineReferral: Command {
    package var referral: ReferralID
    package var reason: DeclineReason
    package var words: String

    package init(referral: ReferralID, reason: DeclineReason, words: String) {
        self.referral = referral
        self.reason = reason
        self.words = words
    }

    package func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Void) {
        try desk.requireAnswerable(referral, in: setting)
        let words = try checked(words, "words", required: reason == .other, limit: 2000)
        let fact = Fact.referralDeclined(referral, reason: reason, words: words)
        let decision = Decision(
            "referral.declined",
            [Placed(fact, in: .referral(referral))],
            discards: [referral]
        )
        return (decision, ())
    }
}

extension Desk {
    fileprivate func requireAnswerable(
        _ referral: ReferralID,
        in setting: Setting
    ) throws(Refusal) {
        guard let record = referrals[referral], record.referral?.to == setting.agency else {
            throw .notFound
        }
        guard record.state == .waiting else { throw .referralAlreadyAnswered }
    }
}
