import Casework
import Coalition
import Ledger
import Testing

/// The policy, held against a table written down by act instead of by role.
struct PolicyTests {
    private static let everybody: Set<Act> = [.signIn, .verifyRecord]
    private static let members: Set<Act> = [
        .seeHome, .seeDirectory, .seeRecord, .seeAccount, .changePassword, .renewKey,
    ]
    private static let roles: [Act: Set<Role>] = [
        .seeEncounters: [.officer],
        .seeScreenings: [.officer],
        .registerEncounter: [.officer],
        .screen: [.officer],
        .recordConsent: [.officer],
        .openDossier: [.officer],
        .seeDossiers: [.officer, .caseworker, .coordinator],
        .seeReferrals: [.officer, .caseworker, .coordinator],
        .writeSection: [.officer, .caseworker],
        .openSection: [.officer, .caseworker],
        .sendReferral: [.officer, .caseworker],
        .answerReferral: [.caseworker],
        .seeDocuments: [.analyst],
        .receiveDocument: [.analyst],
        .decideDraft: [.analyst],
        .seeFigures: [.analyst, .coordinator],
        .seeMembers: [.coordinator],
        .enrolMember: [.coordinator],
        .endMembership: [.coordinator],
        .admitAgency: [.coordinator],
        .retireKey: [.coordinator],
        .renewAgencyKey: [.coordinator],
        .retireAgency: [.coordinator],
        .seeEstimates: [.analyst, .coordinator],
        .drawList: [.analyst],
        .enterOverlap: [.analyst],
        .makeEstimate: [.analyst],
        .publishEstimate: [.coordinator],
        .withdrawEstimate: [.coordinator],
        .seeSamePerson: [.officer, .caseworker, .coordinator],
        .decideSamePerson: [.officer, .caseworker],
        .seeFlags: [.coordinator],
        .reviewFlag: [.coordinator],
    ]
    private static let care: Set<AgencyKind> = [.shelter, .socialServices, .international]

    private static let everyRoles: [Set<Role>] = Role.allCases.reduce([[]]) { sets, role in
        sets + sets.map { $0.union([role]) }
    }

    /// A founder and another agency of one kind, each with one member.
    private struct Pair {
        var commons = Commons()
        var cards: [MemberCard] = []

        init(_ kind: AgencyKind, _ roles: Set<Role>) {
            for _ in 0..<2 {
                let agency = AgencyID.random()
                let card = MemberCard(
                    id: .random(),
                    agency: agency,
                    roles: roles,
                    signingKey: agency.bytes + agency.bytes
                )
                apply(.agencyJoined(Agency(id: agency, name: "", kind: kind, wrappingKey: [])))
                apply(.memberEnrolled(card))
                cards.append(card)
            }
        }

        mutating func apply(_ fact: Fact) {
            let stamp = Stamp(
                position: 0,
                ordinal: 0,
                at: Moment(milliseconds: 0),
                member: .random(),
                agency: .random()
            )
            commons.apply(fact, stamp: stamp)
        }
    }

    private func expected(
        _ act: Act,
        _ roles: Set<Role>,
        _ kind: AgencyKind,
        isFounder: Bool
    ) -> Policy.Answer {
        if Self.everybody.contains(act) || Self.members.contains(act) { return .permitted }
        guard !roles.isDisjoint(with: Self.roles[act] ?? []) else { return .refused(.notInRole) }
        if [.admitAgency, .retireAgency].contains(act), !isFounder {
            return .refused(.notInAgency)
        }
        if act == .answerReferral, !Self.care.contains(kind) { return .refused(.notInAgency) }
        return .permitted
    }

    @Test(arguments: AgencyKind.allCases)
    func `every act, for all roles together and apart, in the founding agency and another`(
        kind: AgencyKind
    ) {
        for roles in Self.everyRoles {
            let pair = Pair(kind, roles)
            for (card, isFounder) in zip(pair.cards, [true, false]) {
                for act in Act.allCases {
                    let answer = Policy.answer(act, by: card, in: pair.commons)
                    #expect(
                        answer == expected(act, roles, kind, isFounder: isFounder),
                        "\(act), \(roles.map(\.rawValue)), founder: \(isFounder)"
                    )
                }
            }
        }
    }

    @Test func `the table leaves no act out`() {
        let written = Self.everybody.union(Self.members).union(Self.roles.keys)
        #expect(written == Set(Act.allCases))
    }

    @Test(arguments: Act.allCases)
    func `whoever is not signed in may sign in and verify the record`(act: Act) {
        let answer = Policy.answer(act, by: nil, in: Pair(.shelter, []).commons)
        #expect(answer == (Self.everybody.contains(act) ? .permitted : .refused(.notSignedIn)))
    }

    @Test(arguments: Act.allCases)
    func `whoever left, never came, or changed their card is no member`(act: Act) {
        var pair = Pair(.shelter, Set(Role.allCases))
        pair.apply(.memberLeft(pair.cards[0].id))
        var stranger = pair.cards[1]
        stranger.id = .random()
        var promoted = pair.cards[1]
        promoted.agency = pair.cards[0].agency
        for card in [pair.cards[0], stranger, promoted] {
            let answer = Policy.answer(act, by: card, in: pair.commons)
            let expected: Policy.Answer =
                Self.everybody.contains(act) ? .permitted : .refused(.noLongerMember)
            #expect(answer == expected)
        }
    }

    @Test func `nothing is carried out or shown that the policy refuses`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        let encounter = try await world.meet()
        let (node, store) = (world.node, world.store)
        let size = try store.size()

        await #expect(throws: Policy.Reason.notInRole) {
            try await node.perform(AcceptReferral(referral: referral, words: ""), by: world.officer)
        }
        await #expect(throws: Policy.Reason.notInRole) {
            try await node.perform(
                StartScreening(encounter: encounter, sets: []),
                by: world.caseworker
            )
        }
        await #expect(throws: Policy.Reason.notInRole) {
            try await world.read(dossier, .health, by: world.founder)
        }
        await #expect(throws: Policy.Reason.notInRole) {
            try await node.enrol(World.member("x", [.officer]), by: world.officer)
        }
        await #expect(throws: Policy.Reason.notInRole) {
            try await node.endMembership(of: world.officer.id, by: world.officer)
        }
        let agency = NewAgency(
            name: "x",
            kind: .shelter,
            coordinator: World.member("y", [.coordinator])
        )
        await #expect(throws: Policy.Reason.notInAgency) {
            try await node.admit(agency, by: world.shelterCoordinator)
        }
        await #expect(throws: Policy.Reason.notInRole) {
            try await node.read(.seeEncounters, by: world.caseworker) { _, _, _ in }
        }
        #expect(try store.size() == size)
    }
}
