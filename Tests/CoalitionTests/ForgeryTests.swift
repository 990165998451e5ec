import Casework
import Crypto
import Ledger
import Testing
import Vault

@testable import Coalition

/// Entries written with the log's own key, past the rules: the verifier asks who was entitled to them.
struct ForgeryTests {
    private func card(
        _ agency: AgencyID,
        _ roles: Set<Role> = [.officer],
        id: MemberID = .random()
    ) throws -> MemberCard {
        let signer = SigningKey()
        var card = MemberCard(
            id: id,
            agency: agency,
            roles: roles,
            signingKey: signer.key.bytes
        )
        card.proofOfPossession = try signer.sign(card.possessionStatement(origin: World.origin))
        return card
    }

    @Test func `what the commands write is found sound, so that the forgeries are not`()
        async throws
    {
        let world = try await World()
        let enrolment = Fact.memberEnrolled(try card(world.founder.agency))
        #expect(try world.forge([enrolment], by: world.founder.signer) == [])
    }

    @Test func `a caseworker enrols nobody`() async throws {
        let world = try await World()
        let enrolment = Fact.memberEnrolled(try card(world.shelter))
        let found = try world.forge([enrolment], by: world.caseworker.signer)
        #expect(found == [.notEntitled])
    }

    @Test func `a coordinator enrols in no other agency, not even the founder's`() async throws {
        for isFounder in [true, false] {
            let world = try await World()
            let signer = isFounder ? world.founder.signer : world.shelterCoordinator.signer
            let enrolment = Fact.memberEnrolled(try card(world.otherShelter))
            #expect(try world.forge([enrolment], by: signer) == [.notEntitled])
        }
    }

    @Test func `a key without proof that it is the member's is found`() async throws {
        let world = try await World()
        var bare = try card(world.founder.agency)
        bare.proofOfPossession = []
        #expect(
            try world.forge([.memberEnrolled(bare)], by: world.founder.signer)
                == [.withoutPossession]
        )
        // A proof made for another agency proves nothing here.
        let other = try await World()
        var moved = try card(other.shelter)
        moved.agency = other.founder.agency
        #expect(
            try other.forge([.memberEnrolled(moved)], by: other.founder.signer)
                == [.withoutPossession]
        )
    }

    @Test func `a key that nobody enrolled is found`() async throws {
        let world = try await World()
        #expect(try world.forge([], by: SigningKey()) == [.keyNotEnrolled])
    }

    @Test func `a key that enrols itself is found`() async throws {
        let world = try await World()
        let signer = SigningKey()
        var own = MemberCard(
            id: .random(),
            agency: world.shelter,
            roles: [.coordinator],
            signingKey: signer.key.bytes
        )
        own.proofOfPossession = try signer.sign(own.possessionStatement(origin: World.origin))
        #expect(
            try world.forge([.memberEnrolled(own)], by: signer)
                == [.notEntitled, .keyNotEnrolled]
        )
    }

    @Test func `whoever left signs nothing any more`() async throws {
        let world = try await World()
        try await world.node.endMembership(of: world.officer.id, by: world.founder)
        let left = try world.store.size() - 1
        #expect(try world.forge([], by: world.officer.signer) == [.membershipEnded(at: left)])
    }

    @Test func `a member's roles are not changed by entering them again`() async throws {
        let world = try await World()
        let promoted = try card(
            world.shelter,
            [.coordinator, .caseworker],
            id: world.caseworker.id
        )
        let found = try world.forge(
            [.memberEnrolled(promoted)],
            by: world.shelterCoordinator.signer
        )
        #expect(found == [.notEntitled])
    }

    @Test func `an agency's key is not changed by entering it again`() async throws {
        let world = try await World()
        var agency = try #require(await world.node.commons.agencies[world.shelter])
        agency.wrappingKey = try WrappingKey(of: .init()).bytes
        #expect(
            try world.forge([.agencyJoined(agency)], by: world.founder.signer)
                == [.notEntitled]
        )
    }

    @Test func `only the founder's coordinator admits an agency`() async throws {
        let agency = Agency(
            id: .random(),
            name: "New",
            kind: .shelter,
            wrappingKey: try WrappingKey(of: .init()).bytes
        )
        let facts = [Fact.agencyJoined(agency), .memberEnrolled(try card(agency.id))]
        let world = try await World()
        #expect(try world.forge(facts, by: world.founder.signer) == [])
        for signer in [\World.officer, \.shelterCoordinator, \.caseworker] {
            let world = try await World()
            let found = try world.forge(facts, by: world[keyPath: signer].signer)
            #expect(found == [.notEntitled, .agencyNotJoined])
        }
    }

    @Test func `a coordinator ends no membership of another agency`() async throws {
        let world = try await World()
        let found = try world.forge(
            [.memberLeft(world.founder.id)],
            by: world.shelterCoordinator.signer
        )
        #expect(found == [.notEntitled])
    }

    @Test func `the coalition is founded once, and nobody but an analyst lists`() async throws {
        let listing = Listing(
            id: .random(),
            kind: .place,
            title: "Tapachula",
            detail: "",
            citation: nil
        )
        for fact in [Fact.coalitionFounded(name: "Mine", isDemo: false), .listed(listing)] {
            let world = try await World()
            let found = try world.forge([fact], by: world.founder.signer)
            #expect(found == [.notEntitled])
        }
    }

    @Test func `what belongs under seal is found when it lies open`() async throws {
        let world = try await World()
        let note = SectionNote(section: .health, text: "Fever.")
        let found = try world.forge([.noted(note)], by: world.officer.signer)
        #expect(found == [.notEntitled])
    }
}

extension World {
    /// Appends an entry with public facts, and verifies.
    func forge(_ facts: [Fact], by signer: SigningKey) throws -> Set<Verification.Reason> {
        let checkpointSigner = try NoteSigner(name: Self.origin, key: key)
        let log = try Log(
            store: store,
            origin: Self.origin,
            checkpointSigner: checkpointSigner
        )
        let id = EntryID.random()
        let boxes = try facts.enumerated().map { ordinal, fact in
            let sheet = Sheet(at: clock.now, compartment: .open, fact: fact)
            return try Box.clear(sheet.encoded(), entry: id, ordinal: UInt8(ordinal))
        }
        let position = log.size
        let changes = boxes.enumerated().map { ordinal, box in
            ShelfChange.put(
                space: VaultShelf.boxes,
                key: VaultShelf.boxKey(
                    compartment: box.header.compartment,
                    position: position,
                    ordinal: UInt8(ordinal)
                ),
                value: box.stored
            )
        }
        try log.append([
            EntryDraft(
                id: id,
                kind: "member.enrolled",
                commitments: boxes.map(\.commitment),
                signer: signer,
                companions: changes
            )
        ])
        let verification = try Verification.verify(store: store, verifier: log.verifier)
        let elsewhere = verification.findings.filter { $0.positions != position..<position + 1 }
        #expect(elsewhere.isEmpty)
        return Set(verification.findings.map(\.reason))
    }
}
