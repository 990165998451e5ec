/// Something that happened, as a box holds it.
///
/// Facts are never changed; later facts say more.
///
/// The names of the cases and of their parts are what is stored: renaming one breaks every log.
package enum Fact: Hashable, Codable, Sendable {
    // Open: who takes part.
    case coalitionFounded(name: String, isDemo: Bool)
    case agencyJoined(Agency)
    case memberEnrolled(MemberCard)
    case memberLeft(MemberID)
    case keyRenewed(MemberID, signingKey: [UInt8], proofOfPossession: [UInt8])
    case keyRetired(MemberID, since: Moment)
    case agencyRetired(AgencyID, since: Moment)
    case wrappingKeyRenewed(AgencyID, wrappingKey: [UInt8])
    case listed(Listing)
    case estimatePublished(PublishedEstimate)
    case estimateWithdrawn(EstimateID, why: String)

    // An agency's register.
    case memberNamed(MemberID, name: String, signIn: String)
    case encounterRegistered(Encounter)
    case screeningStarted(ScreeningID, encounter: EncounterID, sets: [String])
    case screeningAnswered(ScreeningID, answers: [String: Answer], observations: String)
    case screeningConcluded(ScreeningID, finding: Finding, next: NextStep, why: String)
    case consentRecorded(Consent)
    case noticeSent(EncounterID)
    case dossierLinked(DossierID, encounter: EncounterID, consent: ConsentID)
    case listDrawn(CaptureList)
    case overlapEntered(OverlapTable)
    case estimateAsked(EstimateRun)
    case cardKeyMade(CardKey)
    case cardKept(of: Appearance, PersonCard)
    case pairDecided(AppearancePair, PairVerdict, why: String)

    // What all agencies share.
    case noticeGiven(Notice)
    case documentReceived(Document)
    case draftDecided(DocumentID, draft: String, outcome: DraftOutcome, listing: ListingID?)

    // The course of a dossier.
    case dossierOpened(DossierID, lead: AgencyID, ageBand: AgeBand, sex: Sex)
    case sectionWritten(SectionPart)
    case sectionsPromised(Promise)
    case sectionsOpened(Opening)
    case referralLinked(ReferralID, dossier: DossierID)
    case flagLinked(FlagID, dossier: DossierID)

    // A flag.
    case openingFlagged(OpeningFlag)
    case flagReviewed(FlagID, words: String)

    // A referral.
    case referralSent(Referral)
    case referralAccepted(ReferralID, words: String)
    case referralDeclined(ReferralID, reason: DeclineReason, words: String)

    // What a section says.
    case noted(SectionNote)
}

/// One agency's part of one section: a compartment, and who founded it.
package struct SectionPart: Hashable, Codable, Sendable {
    package var dossier: DossierID
    package var section: Section
    package var agency: AgencyID
    package var compartment: CompartmentID

    package init(
        dossier: DossierID,
        section: Section,
        agency: AgencyID,
        compartment: CompartmentID
    ) {
        self.dossier = dossier
        self.section = section
        self.agency = agency
        self.compartment = compartment
    }
}

/// The parts that an agency is to receive if it accepts a referral, and the consent that allows it.
package struct Promise: Hashable, Codable, Sendable {
    package var dossier: DossierID
    package var referral: ReferralID
    package var to: AgencyID
    package var parts: Set<CompartmentID>
    package var consent: ConsentID

    package init(
        dossier: DossierID,
        referral: ReferralID,
        to: AgencyID,
        parts: Set<CompartmentID>,
        consent: ConsentID
    ) {
        self.dossier = dossier
        self.referral = referral
        self.to = to
        self.parts = parts
        self.consent = consent
    }
}

/// What was written in a section at one time.
package struct SectionNote: Hashable, Codable, Sendable {
    package var section: Section
    /// Named lines, such as the parts of a name; the order is the page's.
    package var lines: [NoteField: String]
    package var text: String

    package init(section: Section, lines: [NoteField: String] = [:], text: String = "") {
        self.section = section
        self.lines = lines.filter { !$0.value.isEmpty }
        self.text = text
    }

    /// Whether nothing was written.
    package var isEmpty: Bool { lines.isEmpty && text.isEmpty }
}

/// The named lines of a section.
package enum NoteField: String, Codable, CaseIterable, Sendable, CodingKeyRepresentable {
    case givenNames, familyNames, otherNames, birthDate, documentNumber, telephone

    /// The section a line belongs to.
    package var section: Section {
        switch self {
        case .givenNames, .familyNames, .otherNames, .birthDate, .documentNumber: .identity
        case .telephone: .whereabouts
        }
    }
}

/// What a person decides after a screening.
package enum NextStep: String, Codable, CaseIterable, Sendable {
    case offerHelp, urgentProtection, screenAgain, informOnly, nothingFurther
}

/// Where in the log a fact stands, who wrote it and when they said it was.
package struct Stamp: Hashable, Sendable, Codable {
    package var position: UInt64
    /// The box's place within its entry.
    package var ordinal: Int
    /// As the writer's clock had it; the log bounds it from both sides.
    package var at: Moment
    package var member: MemberID
    package var agency: AgencyID

    package init(position: UInt64, ordinal: Int, at: Moment, member: MemberID, agency: AgencyID) {
        self.position = position
        self.ordinal = ordinal
        self.at = at
        self.member = member
        self.agency = agency
    }
}

extension Stamp: Comparable {
    package static func < (left: Stamp, right: Stamp) -> Bool {
        (left.position, left.ordinal) < (right.position, right.ordinal)
    }
}

/// A fact and its stamp: one line of a timeline.
package struct Happening: Hashable, Sendable {
    package var stamp: Stamp
    package var fact: Fact

    package init(stamp: Stamp, fact: Fact) {
        self.stamp = stamp
        self.fact = fact
    }
}

extension [Happening] {
    /// Puts a happening where log order wants it; facts arrive late when a key is granted late.
    mutating func insert(inOrder happening: Happening) {
        var index = endIndex
        while index > startIndex, self[index - 1].stamp > happening.stamp { index -= 1 }
        insert(happening, at: index)
    }
}
