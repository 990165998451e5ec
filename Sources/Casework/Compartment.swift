/// Whose key seals a box: the smallest thing that can be granted, and erased, as a whole.
///
/// A dossier's sections are compartments. So are the places where the work itself is written down,
/// which members read every day: an agency's register, the course of a dossier (what happened, not
/// what was said), a referral, and what all agencies share.
package enum Compartment: Hashable, Codable, Sendable {
    /// In the clear: the directory, challenges, measures, published estimates, and who may sign for
    /// whom.
    case open
    /// Read by every agency of the coalition.
    case commons
    /// One agency's own work: encounters, screenings, consents, its members' names, and what its
    /// analysts draw and reckon from them.
    case register(AgencyID)
    /// The course of a dossier, read by the agencies that serve the person.
    case course(DossierID)
    /// What one agency wrote in one section; a second agency's notes are a compartment of its own, so
    /// that a shelter's notes on health never hang on a key that the police hold.
    case section(DossierID, Section, AgencyID)
    /// A referral, read by the agency that asks and the agency that is asked.
    case referral(ReferralID)
    /// A flag, read by the opener's agency, by those that lead the dossiers, and by the commissions
    /// that the coalition has on that day.
    case flag(FlagID)

    /// Whether its boxes may be opened only against an *opened* entry.
    package var needsOpening: Bool {
        if case .section = self { true } else { false }
    }
}

package typealias AgencyID = Identifier<Agency>
package typealias MemberID = Identifier<MemberCard>
package typealias EncounterID = Identifier<Encounter>
package typealias ScreeningID = Identifier<ScreeningRecord>
package typealias ConsentID = Identifier<Consent>
package typealias DossierID = Identifier<DossierRecord>
package typealias ReferralID = Identifier<ReferralRecord>
package typealias FlagID = Identifier<OpeningFlag>
package typealias CaptureListID = Identifier<CaptureList>
package typealias OverlapID = Identifier<OverlapTable>
package typealias EstimateID = Identifier<EstimateRun>
package typealias DocumentID = Identifier<Document>
package typealias ListingID = Identifier<Listing>
package typealias CompartmentID = Identifier<Compartment>
