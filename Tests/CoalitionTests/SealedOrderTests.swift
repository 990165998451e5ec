import Casework
import Ledger
import Testing
import Vault

@testable import Coalition

/// The rules of order under seal, on a record as it lies on the disk.
struct SealedOrderTests {
    private func verify(_ store: any LogStore, _ key: NoteVerifier, _ name: String) throws
        -> SealedVerification
    {
        try SealedVerification.verify(
            store: store,
            verifier: key,
            signIn: name,
            password: World.password
        )
    }

    /// Writes a fact past the rules, sealed as the node seals, with a member's own key.
    private func forge(_ placed: Placed, by member: Member, in world: World) async throws -> UInt64
    {
        let office = try #require(await world.node.offices[member.agency])
        let id = try #require(office.compartments[placed.compartment])
        let key = try #require(office.keys[id])
        let log = try Log(
            store: world.store,
            origin: World.origin,
            checkpointSigner: NoteSigner(name: World.origin, key: world.key)
        )
        let entry = EntryID.random()
        let sheet = Sheet(at: world.clock.now, compartment: placed.compartment, fact: placed.fact)
        let box = try Box.seal(
            sheet.encoded(),
            key: key,
            access: .folded,
            compartment: id.bytes,
            entry: entry,
            ordinal: 0,
            origin: World.origin
        )
        let position = log.size
        let place = VaultShelf.boxKey(compartment: id.bytes, position: position, ordinal: 0)
        try log.append([
            EntryDraft(
                id: entry,
                kind: "referral.accepted",
                commitments: [box.commitment],
                signer: member.signer,
                companions: [.put(space: VaultShelf.boxes, key: place, value: box.stored)]
            )
        ])
        return position
    }

    @Test func `what the commands write is in order for every agency`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        _ = try await world.read(dossier, .health, by: world.caseworker)
        for name in ["officer", "caseworker", "other"] {
            let sealed = try verify(world.store, world.verifier, name)
            #expect(sealed.findings == [])
            #expect(sealed.happenings > 0)
        }
        for member in [world.officer, world.caseworker, world.outsider] {
            #expect(try await world.node.breachesOfOrder(by: member) == [])
        }
        #expect(try verify(world.store, world.verifier, "caseworker").agency == "shelter")
    }

    @Test func `a second answer past the rules is named by both agencies, and by no other`()
        async throws
    {
        let world = try await World()
        let (_, referral) = try await world.referred()
        try await world.accept(referral)
        let again = Placed(.referralAccepted(referral, words: ""), in: .referral(referral))
        let position = try await forge(again, by: world.caseworker, in: world)
        let finding = Verification.Finding(
            positions: position..<position + 1,
            reason: .order(.answeredTwice)
        )
        #expect(try verify(world.store, world.verifier, "caseworker").findings == [finding])
        #expect(try verify(world.store, world.verifier, "officer").findings == [finding])
        #expect(try verify(world.store, world.verifier, "other").findings == [])
        // Nobody without a key can tell.
        #expect(try await world.verify() == [])
        let node = try world.secondNode()
        let officer = try await node.signIn(name: "officer", password: World.password)
        #expect(
            try await node.breachesOfOrder(by: officer)
                == [OrderBreach(position: position, rule: .answeredTwice)]
        )
    }

    @Test func `an opening past the rules is named`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        let legal = try #require(
            await world.node.offices[world.founder.agency]?.desk.dossiers[dossier]?
                .parts.values.first { $0.section == .legal }?.compartment
        )
        let opening = Opening(
            dossier: dossier,
            sections: [.legal],
            parts: [legal],
            purpose: .care,
            words: ""
        )
        let placed = Placed(.sectionsOpened(opening), in: .course(dossier))
        let position = try await forge(placed, by: world.caseworker, in: world)
        let found = try verify(world.store, world.verifier, "officer").findings
        #expect(found.map(\.reason) == [.order(.openingWithoutGrant)])
        #expect(found.first?.positions == position..<position + 1)
    }

    @Test func `a wrong password, a left member and no member are refused alike`() async throws {
        let world = try await World()
        try await world.node.endMembership(of: world.officer.id, by: world.founder)
        for (name, password) in [
            ("officer", World.password), ("founder", "wrong horse battery"),
            ("nobody", World.password),
        ] {
            #expect(throws: SignInRefused.wrongNameOrPassword) {
                try SealedVerification.verify(
                    store: world.store,
                    verifier: world.verifier,
                    signIn: name,
                    password: password
                )
            }
        }
    }

    @Test func `an agency whose key was renewed reads what came before and after`() async throws {
        let world = try await World()
        let (_, referral) = try await world.referred()
        let before = try verify(world.store, world.verifier, "caseworker").happenings
        try await world.node.renewAgencyKey(
            password: World.password,
            by: world.shelterCoordinator
        )
        try await world.accept(referral)
        for name in ["shelter", "caseworker"] {
            let sealed = try verify(world.store, world.verifier, name)
            #expect(sealed.findings == [])
            #expect(sealed.happenings > before)
        }
    }

    @Test func `the demonstration is in order`() async throws {
        let demo = try await DemoRecord.shared
        for player in DemoCast.companies.flatMap(\.players) {
            let sealed = try SealedVerification.verify(
                store: demo.store,
                verifier: demo.verifier,
                signIn: player.signIn,
                password: DemoCast.password
            )
            #expect(sealed.findings == [], "\(player.signIn)")
        }
    }
}
