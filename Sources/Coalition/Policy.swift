package import Casework

/// Who may do what.
///
/// The one place where it is decided; whatever is not allowed here is refused.
package enum Policy {
    /// The answer to one question, with the reason of a no.
    package enum Answer: Hashable, Sendable {
        case permitted
        case refused(Reason)
    }

    /// Why not, for the page that says so.
    package enum Reason: String, Error, Codable, Hashable, Sendable {
        /// Nobody is signed in.
        case notSignedIn
        /// The membership has ended.
        case noLongerMember
        /// None of the member's roles allows it.
        case notInRole
        /// The role would allow it, in another agency.
        case notInAgency
    }

    /// Whether a member may do something in this coalition.
    ///
    /// - Parameters:
    ///   - act: what is asked for.
    ///   - member: who asks; `nil` when nobody is signed in.
    ///   - commons: who belongs to the coalition now.
    /// - Returns: yes, or no with the reason.
    package static func answer(_ act: Act, by member: MemberCard?, in commons: Commons) -> Answer {
        if openToAll.contains(act) { return .permitted }
        guard let member else { return .refused(.notSignedIn) }
        guard commons.members[member.id] == member, !commons.left.contains(member.id),
            let agency = commons.agencies[member.agency]
        else { return .refused(.noLongerMember) }
        guard openToMembers.contains(act) || member.roles.contains(where: { allows($0, act) })
        else { return .refused(.notInRole) }
        guard belongs(act, to: agency, in: commons) else { return .refused(.notInAgency) }
        return .permitted
    }

    private static let openToAll: Set<Act> = [.signIn, .verifyRecord]
    private static let openToMembers: Set<Act> = [
        .seeHome, .seeDirectory, .seeRecord, .seeAccount, .changePassword, .renewKey,
    ]

    private static func allows(_ role: Role, _ act: Act) -> Bool {
        switch role {
        case .officer:
            [
                .seeEncounters, .seeScreenings, .seeDossiers, .seeReferrals, .registerEncounter,
                .screen, .recordConsent, .openDossier, .writeSection, .openSection, .sendReferral,
                .seeSamePerson, .decideSamePerson,
            ].contains(act)
        case .caseworker:
            [
                .seeDossiers, .seeReferrals, .answerReferral, .writeSection, .openSection,
                .sendReferral, .seeSamePerson, .decideSamePerson,
            ].contains(act)
        case .coordinator:
            [
                .seeDossiers, .seeReferrals, .seeMembers, .seeFigures, .enrolMember, .endMembership,
                .admitAgency, .retireKey, .renewAgencyKey, .retireAgency, .seeFlags, .reviewFlag,
                .seeEstimates, .publishEstimate, .withdrawEstimate, .seeSamePerson,
            ].contains(act)
        case .analyst:
            [
                .seeDocuments, .seeFigures, .receiveDocument, .decideDraft, .seeEstimates,
                .drawList, .enterOverlap, .makeEstimate,
            ].contains(act)
        case .observer:
            false
        }
    }

    /// Limits that hang on the agency rather than on the role.
    private static func belongs(_ act: Act, to agency: Agency, in commons: Commons) -> Bool {
        switch act {
        case .admitAgency, .retireAgency: commons.founder == agency.id
        case .answerReferral: agency.kind.receivesReferrals
        default: true
        }
    }
}
