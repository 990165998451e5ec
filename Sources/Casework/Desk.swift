/// What one agency's members see of the work: a view folded from the boxes that the agency can open,
/// without the sections of dossiers, which are opened one by one.
///
/// Facts of different compartments may arrive in any order (a key granted today opens boxes of last
/// week), so folding them commutes across compartments: the same boxes give the same desk.
package struct Desk: Hashable, Sendable {
    package let agency: AgencyID
    package private(set) var members: [MemberID: MemberName] = [:]
    package private(set) var encounters: [EncounterID: EncounterRecord] = [:]
    package private(set) var screenings: [ScreeningID: ScreeningRecord] = [:]
    package private(set) var consents: [ConsentID: ConsentRecord] = [:]
    package private(set) var dossiers: [DossierID: DossierRecord] = [:]
    package private(set) var referrals: [ReferralID: ReferralRecord] = [:]
    package private(set) var notices: [Happening] = []
    package private(set) var documents: [DocumentID: DocumentRecord] = [:]
    package private(set) var promises: [ReferralID: Promise] = [:]
    /// What each member opened, in log order.
    package private(set) var openings: [MemberID: [Happening]] = [:]
    package private(set) var flags: [FlagID: FlagRecord] = [:]

    package private(set) var lists: [CaptureListID: CaptureListRecord] = [:]
    package private(set) var overlaps: [OverlapID: OverlapRecord] = [:]
    package private(set) var estimates: [EstimateID: EstimateRecord] = [:]

    /// The key of the agency's cards; `nil` until the first is made.
    package private(set) var cardKey: CardKey?
    /// What members said of two appearances, in log order.
    package private(set) var pairDecisions: [PairDecision] = []

    package init(agency: AgencyID) {
        self.agency = agency
    }

    /// Folds one fact.
    package mutating func apply(_ fact: Fact, stamp: Stamp) {
        switch fact {
        case .memberNamed(let member, let name, let signIn):
            members[member] = MemberName(name: name, signIn: signIn, since: stamp.at)
        case .encounterRegistered(let encounter):
            encounters[encounter.id, default: EncounterRecord()].registered(encounter, stamp)
        case .screeningStarted(let id, let encounter, let sets):
            screenings[id] = ScreeningRecord(id: id, encounter: encounter, sets: sets, stamp: stamp)
            encounters[encounter, default: EncounterRecord()].screenings.append(id)
        case .screeningAnswered(let id, let answers, let observations):
            screenings[id]?.answers = answers
            screenings[id]?.observations = observations
        case .screeningConcluded(let id, let finding, let next, let why):
            screenings[id]?.conclusion =
                Conclusion(finding: finding, next: next, why: why, stamp: stamp)
        case .consentRecorded(let consent):
            consents[consent.id] = ConsentRecord(consent: consent, stamp: stamp)
            encounters[consent.encounter, default: EncounterRecord()].consents.append(consent.id)
        case .noticeSent(let encounter):
            encounters[encounter, default: EncounterRecord()].noticeSent = true
        case .dossierLinked(let dossier, let encounter, let consent):
            dossiers[dossier, default: DossierRecord(id: dossier)].encounter = encounter
            dossiers[dossier]?.consent = consent
            encounters[encounter, default: EncounterRecord()].dossier = dossier
        case .listDrawn(let list):
            lists[list.id] = CaptureListRecord(list: list, stamp: stamp)
        case .overlapEntered(let table):
            overlaps[table.id] = OverlapRecord(table: table, stamp: stamp)
        case .estimateAsked(let run):
            estimates[run.id] = EstimateRecord(run: run, stamp: stamp)
        case .cardKeyMade(let key):
            // The first one stays: under another, no card made so far would be found again.
            cardKey = cardKey ?? key
        case .pairDecided(let pair, let verdict, let why):
            pairDecisions.append(
                PairDecision(pair: pair, verdict: verdict, why: why, stamp: stamp)
            )
        case .noticeGiven:
            notices.insert(inOrder: Happening(stamp: stamp, fact: fact))
        case .documentReceived(let document):
            documents[document.id, default: DocumentRecord()].received(document, stamp)
        case .draftDecided(let document, let draft, let outcome, let listing):
            documents[document, default: DocumentRecord()].decisions[draft] =
                DraftDecision(outcome: outcome, listing: listing, stamp: stamp)
        case .dossierOpened(let id, _, _, _), .referralLinked(_, let id), .flagLinked(_, let id):
            dossiers[id, default: DossierRecord(id: id)].apply(fact, stamp)
        case .sectionsOpened(let opening):
            dossiers[opening.dossier, default: DossierRecord(id: opening.dossier)]
                .apply(fact, stamp)
            openings[stamp.member, default: []].insert(
                inOrder: Happening(stamp: stamp, fact: fact)
            )
        case .sectionsPromised(let promise):
            dossiers[promise.dossier, default: DossierRecord(id: promise.dossier)]
                .apply(fact, stamp)
            promises[promise.referral] = promise
            settlePromises(of: promise.dossier)
        case .sectionWritten(let part):
            dossiers[part.dossier, default: DossierRecord(id: part.dossier)].apply(fact, stamp)
        case .referralSent(let referral):
            referrals[referral.id, default: ReferralRecord(id: referral.id)].apply(fact, stamp)
        case .referralAccepted(let id, _), .referralDeclined(let id, _, _):
            referrals[id, default: ReferralRecord(id: id)].apply(fact, stamp)
            if let promise = promises[id] { settlePromises(of: promise.dossier) }
        case .openingFlagged(let flag):
            flags[flag.id, default: FlagRecord(id: flag.id)].apply(fact, stamp)
        case .flagReviewed(let id, _):
            flags[id, default: FlagRecord(id: id)].apply(fact, stamp)
        case .coalitionFounded, .agencyJoined, .memberEnrolled, .memberLeft, .keyRenewed,
            .keyRetired, .agencyRetired, .wrappingKeyRenewed, .listed, .estimatePublished,
            .estimateWithdrawn, .cardKept, .noted:
            break
        }
    }

    /// Notes who holds what: the parts promised under the referrals that were accepted.
    ///
    /// Reckoned anew each time, because a promise may be replaced before the answer, and the answer
    /// may be folded before either.
    private mutating func settlePromises(of dossier: DossierID) {
        let kept = dossiers[dossier]?.referrals
            .filter { referrals[$0]?.state == .accepted }
            .compactMap { promises[$0] }
        dossiers[dossier]?.granted = (kept ?? []).reduce(into: [:]) { granted, promise in
            for part in promise.parts { granted[part, default: []].insert(promise.to) }
        }
    }

    /// The course of a dossier and of its referrals as one story, in log order.
    package func timeline(of dossier: DossierID) -> [Happening] {
        guard let record = dossiers[dossier] else { return [] }
        let referred = record.referrals.compactMap { referrals[$0] }.flatMap(\.course)
        return (record.course + referred).sorted { $0.stamp < $1.stamp }
    }
}

/// A member's name and sign-in name, which only the member's own agency can read.
package struct MemberName: Hashable, Sendable {
    package let name: String
    package let signIn: String
    /// When they were enrolled.
    package let since: Moment
}
