extension Desk {
    /// The newest consent recorded for an encounter.
    package func latestConsent(for encounter: EncounterID) -> Consent? {
        encounters[encounter]?.consents.last.flatMap { consents[$0]?.consent }
    }

    /// The consent that holds now for a person met, on which a file may be opened or shared.
    ///
    /// - Parameters:
    ///   - encounter: the encounter; `nil` where this agency does not know it.
    ///   - now: when the consent is to be used.
    /// - Returns: the newest consent recorded.
    /// - Throws: `Refusal.consentMissing`, `.consentRefused` or `.consentExpired`.
    package func consentInForce(
        for encounter: EncounterID?,
        at now: Moment
    ) throws(Refusal) -> Consent {
        guard let consent = encounter.flatMap({ latestConsent(for: $0) }) else {
            throw .consentMissing
        }
        guard !consent.isRefusal else { throw .consentRefused }
        guard now < consent.until else { throw .consentExpired }
        return consent
    }

    /// The dossier that a referral is about, where this agency may know it.
    package func dossier(of referral: ReferralID) -> DossierRecord? {
        dossiers.values.first { $0.referrals.contains(referral) }
    }
}
