import Casework
import Ledger
import Vault

extension Commons {
    /// Folds an entry's public facts, and says what its signer was not entitled to.
    mutating func admit(
        _ sheets: [Sheet],
        from entry: Entry,
        at position: UInt64,
        in verifier: NoteVerifier
    ) -> [Verification.Reason] {
        var problems: [Verification.Reason] = []
        let enrolled = member(signingWith: entry.actor.bytes)
        let wasMember = enrolled.map { !left.contains($0.id) } ?? false
        var joined: Set<AgencyID> = []
        for sheet in sheets {
            let stamp = Stamp(
                position: position,
                ordinal: 0,
                at: sheet.at,
                member: enrolled?.id ?? .random(),
                agency: enrolled?.agency ?? .random()
            )
            if case .memberEnrolled(let card) = sheet.fact {
                let key = try? ActorKey(bytes: card.signingKey)
                let statement = card.possessionStatement(origin: verifier.name)
                if key?.verifies(signature: card.proofOfPossession, over: statement) != true {
                    problems.append(.withoutPossession)
                }
            }
            if position > 0, !isEntitled(to: sheet.fact, enrolled, joined) {
                problems.append(.notEntitled)
            }
            if case .agencyJoined(let agency) = sheet.fact { joined.insert(agency.id) }
            apply(sheet.fact, stamp: stamp)
        }
        let signedIn = position == 0 ? member(signingWith: entry.actor.bytes) != nil : wasMember
        if !signedIn { problems.append(.keyNotEnrolled) }
        return problems
    }

    /// Whether a signer may enter a public fact; nobody may enter again what is known, and so change
    /// a member's roles or an agency's key.
    private func isEntitled(
        to fact: Fact,
        _ signer: MemberCard?,
        _ joined: Set<AgencyID>
    ) -> Bool {
        let act: Act
        switch fact {
        case .agencyJoined(let agency):
            guard agencies[agency.id] == nil else { return false }
            act = .admitAgency
        case .memberEnrolled(let card):
            guard members[card.id] == nil, member(signingWith: card.signingKey) == nil else {
                return false
            }
            guard joined.contains(card.agency) || card.agency == signer?.agency else {
                return false
            }
            act = joined.contains(card.agency) ? .admitAgency : .enrolMember
        case .memberLeft(let leaver):
            guard members[leaver]?.agency == signer?.agency else { return false }
            act = .endMembership
        case .listed: act = .decideDraft
        default: return false
        }
        return Policy.answer(act, by: signer, in: self) == .permitted
    }
}
