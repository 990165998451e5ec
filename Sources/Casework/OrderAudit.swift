/// The rules of order that are under seal, as far as one agency can read: no grant without a basis, no
/// opening without the grant it needs, no answer before its referral.
///
/// A pure fold over what happened, in log order. What this agency cannot read it does not judge: the
/// consent is in the register of the agency that recorded it, and an agency that serves a person does
/// not see the referrals among others.
package struct OrderAudit: Sendable {
    private let reader: AgencyID
    private(set) var breaches: [OrderBreach] = []

    private var consents: [ConsentID: Consent] = [:]
    private var latestConsent: [EncounterID: ConsentID] = [:]
    private var encounters: [DossierID: EncounterID] = [:]
    private var leads: [DossierID: AgencyID] = [:]
    private var parts: [CompartmentID: SectionPart] = [:]
    private var referrals: [ReferralID: Referral] = [:]
    private var answered: Set<ReferralID> = []
    private var promises: [ReferralID: (promise: Promise, by: AgencyID)] = [:]
    private var granted: [CompartmentID: Set<AgencyID>] = [:]

    /// Judges some happenings.
    ///
    /// - Parameters:
    ///   - happenings: what an agency can fold, in any order.
    ///   - reader: that agency.
    /// - Returns: what breaks a rule, in log order.
    package static func breaches(
        in happenings: [Happening],
        readBy reader: AgencyID
    ) -> [OrderBreach] {
        var audit = OrderAudit(reader: reader)
        for happening in happenings.sorted(by: { $0.stamp < $1.stamp }) {
            audit.take(happening.fact, happening.stamp)
        }
        return audit.breaches
    }

    private init(reader: AgencyID) {
        self.reader = reader
    }

    private mutating func take(_ fact: Fact, _ stamp: Stamp) {
        switch fact {
        case .consentRecorded(let consent):
            consents[consent.id] = consent
            latestConsent[consent.encounter] = consent.id
        case .dossierOpened(let dossier, let lead, _, _):
            leads[dossier] = lead
        case .dossierLinked(let dossier, let encounter, let consent):
            encounters[dossier] = encounter
            if basis(consent, of: encounter, at: stamp.at) != nil {
                note(.dossierWithoutConsent, stamp)
            }
        case .sectionWritten(let part):
            if part.agency != stamp.agency { note(.writtenForAnother, stamp) }
            parts[part.compartment] = part
        case .sectionsPromised(let promise):
            take(promise, stamp)
        case .sectionsOpened(let opening):
            take(opening, stamp)
        case .referralSent(let referral):
            referrals[referral.id] = referral
        case .referralAccepted(let referral, _):
            takeAnswer(to: referral, stamp)
            accept(referral, stamp)
        case .referralDeclined(let referral, _, _):
            takeAnswer(to: referral, stamp)
        default:
            break
        }
    }

    private mutating func note(_ rule: OrderBreach.Rule, _ stamp: Stamp) {
        breaches.append(OrderBreach(position: stamp.position, rule: rule))
    }

    // MARK: Grants

    private mutating func take(_ promise: Promise, _ stamp: Stamp) {
        promises[promise.referral] = (promise, stamp.agency)
        guard !promise.parts.isEmpty else { return }
        if [stamp.agency, promise.to].contains(reader),
            referrals[promise.referral]?.to != promise.to
        {
            note(.grantWithoutReferral, stamp)
        }
        guard stamp.agency == reader else { return }
        guard let encounter = encounters[promise.dossier] else {
            return note(.grantWithoutConsent, stamp)
        }
        if let rule = basis(promise.consent, of: encounter, at: stamp.at) {
            return note(rule, stamp)
        }
        guard let consent = consents[promise.consent] else { return }
        if consent.purpose.isEmpty { note(.grantWithoutPurpose, stamp) }
        let covered = consent.allowed[promise.to, default: []]
        let isCovered = promise.parts.allSatisfy { part in
            parts[part].map { covered.contains($0.section) } ?? false
        }
        if !isCovered { note(.grantBeyondConsent, stamp) }
    }

    /// Why a consent is no basis at a time; `nil` when it is one.
    private func basis(
        _ id: ConsentID,
        of encounter: EncounterID,
        at moment: Moment
    ) -> OrderBreach.Rule? {
        guard let consent = consents[id], consent.encounter == encounter, !consent.isRefusal else {
            return .grantWithoutConsent
        }
        return latestConsent[encounter] == id && moment < consent.until ? nil : .grantAfterConsent
    }

    /// The keys go over now, so now the consent must still hold.
    private mutating func accept(_ referral: ReferralID, _ stamp: Stamp) {
        guard let (promise, promiser) = promises[referral] else { return }
        if promiser == reader, !promise.parts.isEmpty,
            let encounter = encounters[promise.dossier],
            basis(promise.consent, of: encounter, at: stamp.at) == .grantAfterConsent
        {
            note(.grantAfterConsent, stamp)
        }
        for part in promise.parts { granted[part, default: []].insert(promise.to) }
    }

    // MARK: Openings and answers

    private mutating func take(_ opening: Opening, _ stamp: Stamp) {
        guard stamp.agency == reader || leads[opening.dossier] == reader else { return }
        let isGranted = opening.parts.allSatisfy { part in
            parts[part]?.agency == stamp.agency
                || granted[part, default: []].contains(stamp.agency)
        }
        if !isGranted { note(.openingWithoutGrant, stamp) }
    }

    private mutating func takeAnswer(to id: ReferralID, _ stamp: Stamp) {
        guard let referral = referrals[id] else { return note(.answerBeforeSending, stamp) }
        if referral.to != stamp.agency { note(.answerByAnother, stamp) }
        if !answered.insert(id).inserted { note(.answeredTwice, stamp) }
    }
}

extension Desk {
    /// What breaks the rules of order, of all that this agency's desk was folded from.
    package var breachesOfOrder: [OrderBreach] {
        OrderAudit.breaches(in: ordered, readBy: agency)
    }

    /// What the rules of order look at, as the desk keeps it.
    private var ordered: [Happening] {
        let recorded = consents.values.map {
            Happening(stamp: $0.stamp, fact: .consentRecorded($0.consent))
        }
        // The link stands in the entry that opened the file.
        let linked = dossiers.values.compactMap { record -> Happening? in
            guard let encounter = record.encounter, let consent = record.consent,
                let stamp = record.course.first(where: \.opensDossier)?.stamp
            else { return nil }
            let fact = Fact.dossierLinked(record.id, encounter: encounter, consent: consent)
            return Happening(stamp: stamp, fact: fact)
        }
        return recorded + linked + dossiers.values.flatMap(\.course)
            + referrals.values.flatMap(\.course)
    }
}

extension Happening {
    fileprivate var opensDossier: Bool {
        if case .dossierOpened = fact { true } else { false }
    }
}
