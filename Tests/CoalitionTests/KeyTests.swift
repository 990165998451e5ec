import Casework
import Crypto
import Ledger
import Testing
import Vault

@testable import Coalition

/// Signing keys that are renewed, and keys that are retired.
struct KeyTests {
    private func signIn(_ name: String, _ world: World) async throws -> Member {
        try await world.node.signIn(name: name, password: World.password)
    }

    private func meet(_ world: World, by member: Member) async throws {
        _ = try await world.node.perform(
            RegisterEncounter(
                place: "Tapachula",
                direction: .northbound,
                travel: .raft,
                nationality: "HN",
                ageBand: .from18to29,
                sex: .female,
                discovery: .ownWork,
                incidents: [],
                account: ""
            ),
            by: member
        )
    }

    private func actor(of position: UInt64, in world: World) throws -> ActorKey {
        try Entry(
            decoding: #require(try world.store.entries(in: position..<position + 1).first).bytes
        ).actor
    }

    @Test func `a renewed key signs what comes next, and what the old one signed stays good`()
        async throws
    {
        let world = try await World()
        try await meet(world, by: world.officer)
        let old = world.officer.signer.key
        try await world.node.renewKey(password: World.password, by: world.officer)
        #expect(try actor(of: world.store.size() - 1, in: world) == old)
        // The session that still has the old key stops.
        await #expect(throws: Policy.Reason.noLongerMember) {
            try await meet(world, by: world.officer)
        }
        let again = try await signIn("officer", world)
        #expect(again.id == world.officer.id)
        try await meet(world, by: again)
        #expect(try actor(of: world.store.size() - 1, in: world) == again.signer.key)
        #expect(again.signer.key != old)
        #expect(try await world.verify() == [])
        // Everything is believed again by a node that starts now.
        let other = try world.secondNode()
        let there = try await other.signIn(name: "officer", password: World.password)
        let views = try await world.views(of: there, on: other)
        #expect(views == (try await world.views(of: again)))
        #expect(views.desk.encounters.count == 2)
    }

    @Test func `a key is renewed only with the password`() async throws {
        let world = try await World()
        let size = try world.store.size()
        await #expect(throws: Refusal.wrongPassword) {
            try await world.node.renewKey(password: "wrong horse battery", by: world.officer)
        }
        #expect(try world.store.size() == size)
        try await meet(world, by: world.officer)
    }

    @Test func `an old copy of an account signs nobody in`() async throws {
        let world = try await World()
        let key = try Roster.accountKey(signIn: "officer", store: world.store)
        let old = try #require(try world.store.shelfValue(space: VaultShelf.accounts, key: key))
        try await world.node.renewKey(password: World.password, by: world.officer)
        try world.store.changeShelf([.put(space: VaultShelf.accounts, key: key, value: old)])
        await #expect(throws: SignInRefused.wrongNameOrPassword) {
            try await signIn("officer", world)
        }
    }

    @Test func `of two renewals at once, one succeeds and its key signs in`() async throws {
        let world = try await World()
        let successes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    let renewal: Void? = try? await world.node.renewKey(
                        password: World.password,
                        by: world.officer
                    )
                    return renewal != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(successes == 1)
        try await meet(world, by: signIn("officer", world))
        #expect(try await world.verify() == [])
    }

    @Test func `a key that was replaced is refused by the rules, at the entry that says so`()
        async throws
    {
        let world = try await World()
        let old = world.officer.signer
        try await world.node.renewKey(password: World.password, by: world.officer)
        let end = try world.store.size() - 1
        #expect(try world.forge([], by: old) == [.keyRenewed(at: end)])
    }

    @Test func `a retired key is refused, its account erased, and its owner enrolled anew`()
        async throws
    {
        let world = try await World()
        try await meet(world, by: world.officer)
        let since = world.clock.now
        world.clock.advance(hours: 5)
        try await world.node.retireKey(of: world.officer.id, since: since, by: world.founder)
        let end = try world.store.size() - 1
        await #expect(throws: Policy.Reason.noLongerMember) {
            try await meet(world, by: world.officer)
        }
        await #expect(throws: SignInRefused.wrongNameOrPassword) {
            try await signIn("officer", world)
        }
        #expect(try await world.verify() == [])
        let keys = await world.node.commons.keys(of: world.officer.id)
        #expect(keys.map(\.tenure.end?.cause) == [.retired(since: since)])
        // The same sign-in name, and another member with another key.
        _ = try await world.node.enrol(World.member("officer", [.officer]), by: world.founder)
        let anew = try await signIn("officer", world)
        #expect(anew.id != world.officer.id)
        try await meet(world, by: anew)
        #expect(try await world.verify() == [])
        #expect(try world.forge([], by: world.officer.signer) == [.keyRetired(at: end)])
    }

    @Test func `what a retired key signed past the rules is in no view`() async throws {
        let world = try await World()
        try await world.node.retireKey(
            of: world.officer.id,
            since: world.clock.now,
            by: world.founder
        )
        let listing = Listing(
            id: .random(),
            kind: .place,
            title: "A trap",
            detail: "",
            citation: nil
        )
        let found = try world.forge([.listed(listing)], by: world.officer.signer)
        #expect(found.contains(.notEntitled))
        let node = try world.secondNode()
        #expect(await node.commons.listings.isEmpty)
        #expect(await node.damaged.map(\.position) == [try world.store.size() - 1])
    }

    @Test func `a key is retired by its own agency's coordinator alone, and at no time to come`()
        async throws
    {
        let world = try await World()
        let size = try world.store.size()
        for other in [world.shelterCoordinator, world.founder] {
            await #expect(throws: Refusal.notFound) {
                let member = other.id == world.founder.id ? world.caseworker : world.officer
                try await world.node.retireKey(of: member.id, since: world.clock.now, by: other)
            }
        }
        await #expect(throws: Policy.Reason.notInRole) {
            try await world.node.retireKey(
                of: world.founder.id,
                since: world.clock.now,
                by: world.officer
            )
        }
        await #expect(throws: Refusal.invalid(field: "since")) {
            try await world.node.retireKey(
                of: world.officer.id,
                since: world.clock.now.adding(hours: 1),
                by: world.founder
            )
        }
        await #expect(throws: Refusal.lastCoordinator) {
            try await world.node.retireKey(
                of: world.founder.id,
                since: world.clock.now,
                by: world.founder
            )
        }
        #expect(try world.store.size() == size)
    }

    @Test func `the founding agency retires another as a whole, and not itself`() async throws {
        let world = try await World()
        let now = world.clock.now
        await #expect(throws: Policy.Reason.notInAgency) {
            try await world.node.retireAgency(
                world.otherShelter,
                since: now,
                by: world.shelterCoordinator
            )
        }
        await #expect(throws: Refusal.foundingAgency) {
            try await world.node.retireAgency(world.founder.agency, since: now, by: world.founder)
        }
        try await world.node.retireAgency(world.shelter, since: now, by: world.founder)
        let end = try world.store.size() - 1
        for name in ["shelter", "caseworker"] {
            await #expect(throws: SignInRefused.wrongNameOrPassword) {
                try await signIn(name, world)
            }
        }
        await #expect(throws: Policy.Reason.noLongerMember) {
            try await world.views(of: world.caseworker)
        }
        await #expect(throws: Refusal.notFound) {
            try await world.node.retireAgency(world.shelter, since: now, by: world.founder)
        }
        let encounter = try await world.meet()
        try await world.consent(encounter, [world.shelter: [.health]])
        let dossier = try await world.open(encounter)
        await #expect(throws: Refusal.agencyTakesNoReferrals) { try await world.refer(dossier) }
        #expect(try await world.verify() == [])
        #expect(try world.forge([], by: world.caseworker.signer) == [.keyRetired(at: end)])
    }

    /// An entry about keys that breaks a rule, and what is to be found in it.
    private typealias Breach = @Sendable (World) throws -> (Fact, SigningKey, Verification.Reason)

    private static func renewal(_ member: Member, proof signer: SigningKey) throws -> Fact {
        let new = SigningKey()
        var card = member.card
        card.signingKey = new.key.bytes
        return .keyRenewed(
            member.id,
            signingKey: card.signingKey,
            proofOfPossession: try (signer.key == member.signer.key ? signer : new)
                .sign(card.possessionStatement(origin: World.origin))
        )
    }

    private static let zeros = [UInt8](repeating: 0, count: 32)
    private static let breaches: [(name: String, breach: Breach)] = [
        (
            "somebody else renews it",
            { (try renewal($0.officer, proof: SigningKey()), $0.founder.signer, .notEntitled) }
        ),
        (
            "the new key did not sign that it is theirs",
            {
                let officer = $0.officer.signer
                return (try renewal($0.officer, proof: officer), officer, .withoutPossession)
            }
        ),
        (
            "the new key is of low order",
            { world in
                let fact = Fact.keyRenewed(
                    world.officer.id,
                    signingKey: zeros,
                    proofOfPossession: zeros + zeros
                )
                return (fact, world.officer.signer, .keyUnfit)
            }
        ),
        (
            "an officer retires a key",
            {
                let fact = Fact.keyRetired($0.founder.id, since: $0.clock.now)
                return (fact, $0.officer.signer, .notEntitled)
            }
        ),
        (
            "another agency retires a key",
            {
                let fact = Fact.keyRetired($0.caseworker.id, since: $0.clock.now)
                return (fact, $0.founder.signer, .notEntitled)
            }
        ),
        (
            "an agency that did not found the coalition retires another",
            {
                let fact = Fact.agencyRetired($0.otherShelter, since: $0.clock.now)
                return (fact, $0.shelterCoordinator.signer, .notEntitled)
            }
        ),
        (
            "the founding agency retires itself",
            {
                let fact = Fact.agencyRetired($0.founder.agency, since: $0.clock.now)
                return (fact, $0.founder.signer, .notEntitled)
            }
        ),
        (
            "another agency renews an agency's key",
            {
                let key = try WrappingKey(of: .init()).bytes
                let fact = Fact.wrappingKeyRenewed($0.shelter, wrappingKey: key)
                return (fact, $0.founder.signer, .notEntitled)
            }
        ),
        (
            "an agency's new key is of low order",
            {
                let fact = Fact.wrappingKeyRenewed($0.shelter, wrappingKey: zeros)
                return (fact, $0.shelterCoordinator.signer, .keyUnfit)
            }
        ),
        (
            "a member joins an agency that nobody admitted",
            { world in
                let signer = SigningKey()
                var card = MemberCard(
                    id: .random(),
                    agency: .random(),
                    roles: [.officer],
                    signingKey: signer.key.bytes
                )
                card.proofOfPossession = try signer.sign(
                    card.possessionStatement(origin: World.origin)
                )
                return (.memberEnrolled(card), world.founder.signer, .agencyNotJoined)
            }
        ),
        (
            "an agency joins with a key of low order",
            {
                let agency = Agency(id: .random(), name: "", kind: .shelter, wrappingKey: zeros)
                return (.agencyJoined(agency), $0.founder.signer, .keyUnfit)
            }
        ),
    ]

    @Test(arguments: breaches.indices)
    func `what breaks a rule of keys is found in its entry, and no view believes it`(
        index: Int
    ) async throws {
        let world = try await World()
        let before = await world.node.commons
        let (fact, signer, reason) = try Self.breaches[index].breach(world)
        #expect(try world.forge([fact], by: signer) == [reason], "\(Self.breaches[index].name)")
        #expect(try await world.secondNode().commons == before)
    }

    @Test func `a key that signed before is nobody's again`() async throws {
        let world = try await World()
        let old = world.officer.signer
        try await world.node.renewKey(password: World.password, by: world.officer)
        let officer = try await signIn("officer", world)
        var card = officer.card
        card.signingKey = old.key.bytes
        card.proofOfPossession = try old.sign(card.possessionStatement(origin: World.origin))
        let back = Fact.keyRenewed(
            card.id,
            signingKey: card.signingKey,
            proofOfPossession: card.proofOfPossession
        )
        #expect(try world.forge([back], by: officer.signer) == [.notEntitled])
    }
}
