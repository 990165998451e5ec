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
        let kind = isRefusal ? "consent.refused" : "consent.recorded"
        let revokes = desk.grantsWaiting(against: consent, at: setting.now)
        return (Decision(kind, facts, revokes: revokes), consent.id)
    }
}

extension Desk {
    /// The keys made ready under an earlier consent that this one no longer allows.
    fileprivate func grantsWaiting(against consent: Consent, at now: Moment) -> [Grant] {
        guard let dossier = encounters[consent.encounter]?.dossier.flatMap({ dossiers[$0] }) else {
            return []
        }
        return dossier.referrals.compactMap { promises[$0] }.flatMap { promise -> [Grant] in
            guard referrals[promise.referral]?.state == .waiting else { return [] }
            let allowed = consent.sections(for: promise.to, at: now)
            return promise.parts.compactMap { part in
                guard let section = dossier.parts[part]?.section, !allowed.contains(section) else {
                    return nil
                }
                let condition = Grant.Condition(referral: promise.referral, until: now)
                return Grant(compartment: part, to: promise.to, condition: condition)
            }
        }
    }

    /// The newest consent recorded for an encounter.
    package func latestConsent(for encounter: EncounterID) -> Consent? {
        encounters[encounter]?.consents.last.flatMap { consents[$0]?.consent }
    }
}
