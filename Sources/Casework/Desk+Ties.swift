extension Desk {
    /// Whether a member has had to do with a dossier before they read it: met the person, screened,
    /// recorded a consent, began the dossier, wrote in it, or sent or answered a referral of it.
    ///
    /// To have read it is no tie, and neither is what a colleague did: whoever takes over from one
    /// writes a note, or is flagged once and explains.
    package func isTied(_ member: MemberID, to dossier: DossierID) -> Bool {
        guard let record = dossiers[dossier] else { return false }
        let worked = timeline(of: dossier).contains { happening in
            guard happening.stamp.member == member else { return false }
            return switch happening.fact {
            case .sectionsOpened, .flagLinked: false
            default: true
            }
        }
        if worked { return true }
        guard let met = record.encounter.flatMap({ encounters[$0] }) else { return false }
        return met.stamp?.member == member
            || met.screenings.contains { screenings[$0]?.stamp.member == member }
            || met.consents.contains { consents[$0]?.stamp.member == member }
    }

    /// Whether the person was met by this agency, or accepted by it, within the hours of one shift.
    func hasJustArrived(_ dossier: DossierID, at now: Moment) -> Bool {
        guard let record = dossiers[dossier] else { return false }
        let start = now.adding(hours: -OpeningPattern.arrivalHours)
        let met = record.encounter.flatMap { encounters[$0]?.stamp }
        let accepted = record.referrals.compactMap { referrals[$0] }
            .filter { $0.referral?.to == agency && $0.state == .accepted }
            .compactMap(\.answered)
        return ([met].compactMap(\.self) + accepted).contains { $0.at > start }
    }

    /// The newest entry with which a member wrote in a dossier.
    func newestWritten(by member: MemberID, in dossier: DossierID) -> UInt64? {
        dossiers[dossier]?.course.last { happening in
            guard case .sectionWritten = happening.fact else { return false }
            return happening.stamp.member == member
        }?.stamp.position
    }
}
