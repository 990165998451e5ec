import Casework
import Ledger
import Vault

/// The rules of order that anybody can check, folded over the entries' open boxes: nothing before an
/// agency joined or a key was enrolled, nothing after the key was renewed or retired or the
/// membership had ended, and nobody entered by somebody not entitled to.
///
/// A fact that breaks a rule is not folded, so what rests on it is found too. The node folds its
/// commons with the same rules, and believes nothing that a verification would find.
struct PublicOrder {
    private(set) var commons = Commons()
    private let origin: String

    init(origin: String) {
        self.origin = origin
    }

    /// What is wrong with an entry.
    struct Breach: Hashable {
        let reason: Verification.Reason
        /// The sheet that says it, by its place among those given; `nil` when it is about the signer.
        let sheet: Int?
    }

    /// Folds one entry's open sheets, in log order, and says which rules it breaks.
    mutating func admit(
        _ sheets: [Sheet],
        signedBy actor: ActorKey,
        at position: UInt64
    ) -> [Breach] {
        var breaches: [Breach] = []
        if position > 0, let reason = bar(on: actor, at: position) {
            breaches.append(Breach(reason: reason, sheet: nil))
        }
        let signer = commons.signer(actor.bytes, at: position)
        var joined: Set<AgencyID> = []
        for (index, sheet) in sheets.enumerated() {
            if let reason = breach(of: sheet.fact, signer, at: position, joined) {
                breaches.append(Breach(reason: reason, sheet: index))
                continue
            }
            if case .agencyJoined(let agency) = sheet.fact { joined.insert(agency.id) }
            let stamp = Stamp(
                position: position,
                ordinal: index,
                at: sheet.at,
                member: signer?.id ?? .random(),
                agency: signer?.agency ?? .random()
            )
            commons.apply(sheet.fact, stamp: stamp)
        }
        if position == 0, let reason = bar(on: actor, at: position) {
            breaches.append(Breach(reason: reason, sheet: nil))
        }
        return breaches
    }

    /// Why a key may not sign at a position; `nil` when it may.
    private func bar(on actor: ActorKey, at position: UInt64) -> Verification.Reason? {
        guard let tenure = commons.tenures[actor.bytes], position >= tenure.begin else {
            return .keyNotEnrolled
        }
        guard !tenure.covers(position), let end = tenure.end else { return nil }
        return switch end.cause {
        case .renewed: .keyRenewed(at: end.position)
        case .retired: .keyRetired(at: end.position)
        case .membershipEnded: .membershipEnded(at: end.position)
        }
    }

    private func breach(
        of fact: Fact,
        _ signer: MemberCard?,
        at position: UInt64,
        _ joined: Set<AgencyID>
    ) -> Verification.Reason? {
        if let reason = unfitKey(in: fact) { return reason }
        // Nobody was there yet to be asked when the coalition was founded.
        guard position > 0 else { return nil }
        guard isInOrder(fact) else { return .notEntitled }
        if case .memberEnrolled(let card) = fact, commons.agencies[card.agency] == nil {
            return .agencyNotJoined
        }
        return isEntitled(to: fact, signer, joined) ? nil : .notEntitled
    }

    /// What is wrong with a key that a fact brings in.
    private func unfitKey(in fact: Fact) -> Verification.Reason? {
        switch fact {
        case .memberEnrolled(let card):
            return card.flaw(origin: origin)
        case .keyRenewed(let member, let signingKey, let proofOfPossession):
            guard var card = commons.members[member] else { return nil }
            card.signingKey = signingKey
            card.proofOfPossession = proofOfPossession
            return card.flaw(origin: origin)
        case .agencyJoined(let agency):
            return (try? WrappingKey(bytes: agency.wrappingKey)) == nil ? .keyUnfit : nil
        case .wrappingKeyRenewed(_, let wrappingKey):
            return (try? WrappingKey(bytes: wrappingKey)) == nil ? .keyUnfit : nil
        default:
            return nil
        }
    }

    /// Nobody enters again what is known, and so changes a member's roles or an agency's key; and no
    /// key comes back, whatever ended it.
    private func isInOrder(_ fact: Fact) -> Bool {
        switch fact {
        case .agencyJoined(let agency): commons.agencies[agency.id] == nil
        case .memberEnrolled(let card):
            commons.members[card.id] == nil && commons.tenures[card.signingKey] == nil
        case .keyRenewed(_, let signingKey, _): commons.tenures[signingKey] == nil
        case .keyRetired(let member, _), .memberLeft(let member):
            !commons.left.contains(member)
        case .agencyRetired(let agency, _):
            commons.retired[agency] == nil && agency != commons.founder
        case .estimatePublished(let estimate): commons.estimates[estimate.id] == nil
        case .estimateWithdrawn(let estimate, _):
            commons.estimates[estimate].map { $0.withdrawal == nil } ?? false
        default: true
        }
    }

    private func isEntitled(
        to fact: Fact,
        _ signer: MemberCard?,
        _ joined: Set<AgencyID>
    ) -> Bool {
        let act: Act
        switch fact {
        case .agencyJoined: act = .admitAgency
        case .memberEnrolled(let card):
            guard joined.contains(card.agency) || card.agency == signer?.agency else {
                return false
            }
            act = joined.contains(card.agency) ? .admitAgency : .enrolMember
        case .memberLeft(let leaver):
            guard commons.members[leaver]?.agency == signer?.agency else { return false }
            act = .endMembership
        case .keyRenewed(let member, _, _):
            guard member == signer?.id else { return false }
            act = .renewKey
        case .keyRetired(let member, _):
            guard commons.members[member]?.agency == signer?.agency else { return false }
            act = .retireKey
        case .agencyRetired(let agency, _):
            guard commons.agencies[agency] != nil else { return false }
            act = .retireAgency
        case .wrappingKeyRenewed(let agency, _):
            guard agency == signer?.agency else { return false }
            act = .renewAgencyKey
        case .listed: act = .decideDraft
        case .estimatePublished: act = .publishEstimate
        case .estimateWithdrawn(let estimate, _):
            guard commons.estimates[estimate]?.stamp.agency == signer?.agency else {
                return false
            }
            act = .withdrawEstimate
        default: return false
        }
        return Policy.answer(act, by: signer, in: commons) == .permitted
    }
}

extension MemberCard {
    /// What is wrong with the card's key: it is one that no verifier takes, or came without proof that
    /// it is its owner's.
    func flaw(origin: String) -> Verification.Reason? {
        guard let key = try? ActorKey(bytes: signingKey) else { return .keyUnfit }
        let statement = possessionStatement(origin: origin)
        return key.verifies(signature: proofOfPossession, over: statement)
            ? nil : .withoutPossession
    }
}
