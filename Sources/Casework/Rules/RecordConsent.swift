/// A person said what may be shared with whom, or said no.
package struct RecordConsent: Command {
    package var encounter: EncounterID
    package var language: String
    package var givenBy: ConsentGiver
    package var interpreter: Interpreter
    package var present: String
    package var purpose: String
    package var allowed: [AgencyID: Set<Section>]
    /// How long the consent holds, in days from now.
    package var days: Int
    /// On a refusal: whether the person lets an anonymous notice go to the coalition's figures.
    package var allowsNotice: Bool

    package init(
        encounter: EncounterID,
        language: String,
        givenBy: ConsentGiver,
        interpreter: Interpreter,
        present: String,
        purpose: String,
        allowed: [AgencyID: Set<Section>],
        days: Int,
        allowsNotice: Bool
    ) {
        self.encounter = encounter
        self.language = language
        self.givenBy = givenBy
        self.interpreter = interpreter
        self.present = present
        self.purpose = purpose
        self.allowed = allowed
        self.days = days
        self.allowsNotice = allowsNotice
    }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, ConsentID) {
        guard let record = desk.encounters[encounter], let met = record.encounter else {
            throw .notFound
        }
        guard (1...365).contains(days) else { throw .invalid(field: "days") }
        guard Set(allowed.keys).isSubset(of: setting.commons.agencies.keys) else {
            throw .invalid(field: "allowed")
        }
        let isRefusal = allowed.values.allSatisfy(\.isEmpty)
        let consent = Consent(
            id: .random(),
            encounter: encounter,
            language: try checked(language, "language", limit: 60),
            givenBy: givenBy,
            interpreter: interpreter,
            present: try checked(present, "present", required: false, limit: 400),
            purpose: try checked(purpose, "purpose", required: !isRefusal, limit: 400),
            allowed: allowed,
            until: setting.now.adding(hours: 24 * days)
        )
        var facts = [Placed(.consentRecorded(consent), in: setting.register)]
        if isRefusal, allowsNotice, !record.noticeSent {
            let shown = record.screenings.compactMap { desk.screenings[$0]?.conclusion }.last
            let notice = Notice(
                month: String((record.stamp?.at ?? setting.now).iso.prefix(7)),
                isTreatedAsChild: met.ageBand.isTreatedAsChild,
                sex: met.sex,
                elements: shown?.finding.palermo.conclusion
            )
            facts.append(Placed(.noticeGiven(notice), in: .commons))
            facts.append(Placed(.noticeSent(encounter), in: setting.register))
        }
        var decision = Decision(isRefusal ? "consent.refused" : "consent.recorded", facts)
        desk.renewPromises(of: record.dossier, under: consent, in: setting, &decision)
        return (decision, consent.id)
    }
}

extension Desk {
    /// What was made ready under an earlier consent is thrown away, and made ready again as far as the
    /// new one allows, for every referral that still waits.
    ///
    /// A person who says no to everything leaves nothing ready: such a referral cannot be accepted.
    fileprivate func renewPromises(
        of dossier: DossierID?,
        under consent: Consent,
        in setting: Setting,
        _ decision: inout Decision
    ) {
        guard let record = dossier.flatMap({ dossiers[$0] }),
            let course = setting.compartments[.course(record.id)]
        else { return }
        for referral in record.referrals {
            guard let to = promises[referral]?.to, referrals[referral]?.state == .waiting else {
                continue
            }
            let promise = Promise(
                dossier: record.id,
                referral: referral,
                to: to,
                parts: record.parts(for: to, under: consent, heldBy: setting.agency),
                consent: consent.id
            )
            decision.discards.append(referral)
            decision.promise(promise, course: course, until: consent.until)
        }
    }
}
