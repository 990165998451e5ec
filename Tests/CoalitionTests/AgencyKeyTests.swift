import Casework
import Crypto
import Ledger
import Testing
import Vault

@testable import Coalition

/// The key that an agency's keys are wrapped to, and its renewal.
struct AgencyKeyTests {
    private func signIn(
        _ name: String,
        _ node: Node,
        password: String = World.password
    ) async throws -> Member {
        try await node.signIn(name: name, password: password)
    }

    private func renew(_ world: World, by member: Member) async throws {
        try await world.node.renewAgencyKey(password: World.password, by: member)
    }

    private func handovers(_ world: World) throws -> Int {
        try world.store.shelfItems(space: VaultShelf.handovers, prefix: []).count
    }

    /// Whether a private key opens anything that lies on the shelf for an agency.
    private func opensAnything(
        _ privateKey: Curve25519.KeyAgreement.PrivateKey,
        of agency: AgencyID,
        in world: World
    ) throws -> Bool {
        let granted = try world.store.shelfItems(space: VaultShelf.wraps, prefix: agency.bytes)
        let held = try world.store.shelfItems(space: VaultShelf.held, prefix: [])
            .compactMap { item in
                HeldGrant(stored: item.value).map { ShelfItem(key: item.key, value: $0.wrap) }
            }
        return (granted + held).contains { item in
            guard let wrap = WrappedKey(stored: item.value) else { return false }
            let binding = WrappedKey.Binding(
                origin: World.origin,
                compartment: Array(item.key.suffix(16)),
                agency: agency.bytes
            )
            return (try? wrap.unwrap(with: privateKey, binding: binding)) != nil
        }
    }

    @Test func `after a renewal the old key opens nothing on the shelf, and work goes on`()
        async throws
    {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        let old = try #require(await world.node.offices[world.shelter]?.privateKey)
        #expect(try opensAnything(old, of: world.shelter, in: world))
        try await renew(world, by: world.shelterCoordinator)
        #expect(try !opensAnything(old, of: world.shelter, in: world))
        let new = try #require(await world.node.offices[world.shelter]?.privateKey)
        #expect(try opensAnything(new, of: world.shelter, in: world))
        let published = await world.node.commons.agencies[world.shelter]?.wrappingKey
        #expect(try published == WrappingKey(of: new).bytes)
        // What waited for the answer is handed over, and what is granted later is for the new key.
        try await world.accept(referral)
        _ = try await world.read(dossier, .health, by: world.caseworker)
        _ = try await world.referred()
        #expect(try await world.verify() == [])
        #expect(try !opensAnything(old, of: world.shelter, in: world))
    }

    @Test
    func `a member who was away gets the new key at the next sign-in, and then the way is gone`()
        async throws
    {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        try await renew(world, by: world.shelterCoordinator)
        #expect(
            try await world.node.waitingForKey(by: world.shelterCoordinator)
                == [world.caseworker.id]
        )
        // A node that starts now has nobody's key in memory.
        let node = try world.secondNode()
        let back = try await signIn("caseworker", node)
        #expect(try handovers(world) == 0)
        let command = OpenSections(dossier: dossier, sections: [.health], purpose: .care, words: "")
        #expect(try await node.open(command, by: back).notes[.health]?.count == 1)
        let third = try world.secondNode()
        _ = try await signIn("caseworker", third)
        _ = try await signIn("shelter", third)
    }

    @Test func `two renewals while a member is away are both caught up with`() async throws {
        let world = try await World()
        try await renew(world, by: world.shelterCoordinator)
        let coordinator = try await signIn("shelter", world.node)
        try await renew(world, by: coordinator)
        #expect(try handovers(world) == 2)
        let node = try world.secondNode()
        let back = try await signIn("caseworker", node)
        #expect(try handovers(world) == 0)
        #expect(try await world.views(of: back, on: node).desk.members.count == 2)
    }

    @Test func `whoever leaves or is retired is waited for no longer`() async throws {
        for retires in [false, true] {
            let world = try await World()
            try await renew(world, by: world.shelterCoordinator)
            #expect(try handovers(world) == 1)
            if retires {
                try await world.node.retireKey(
                    of: world.caseworker.id,
                    since: world.clock.now,
                    by: world.shelterCoordinator
                )
            } else {
                try await world.node.endMembership(
                    of: world.caseworker.id,
                    by: world.shelterCoordinator
                )
            }
            #expect(try handovers(world) == 0)
        }
    }

    @Test func `a password changed between renewal and sign-in loses nothing`() async throws {
        let world = try await World()
        try await renew(world, by: world.shelterCoordinator)
        let new = "another horse battery"
        try await world.node.changePassword(
            from: World.password,
            to: new,
            by: world.caseworker
        )
        let node = try world.secondNode()
        _ = try await signIn("caseworker", node, password: new)
        #expect(try handovers(world) == 0)
    }

    @Test func `without the way to the new key nobody is let in with half a desk`() async throws {
        let world = try await World()
        try await renew(world, by: world.shelterCoordinator)
        for item in try world.store.shelfItems(space: VaultShelf.handovers, prefix: []) {
            try world.store.changeShelf([.erase(space: VaultShelf.handovers, key: item.key)])
        }
        await #expect(throws: VaultError.wrongKey) { try await signIn("caseworker", world.node) }
        await #expect(throws: VaultError.wrongKey) {
            try await signIn("caseworker", world.secondNode())
        }
    }

    @Test func `an account made while the key was renewed is not made with the old one`()
        async throws
    {
        let world = try await World()
        let node = world.node
        let coordinator = world.shelterCoordinator
        async let late = try? node.enrol(World.member("late", [.caseworker]), by: coordinator)
        try await renew(world, by: coordinator)
        // Whichever came first: whoever was enrolled can sign in, on a node that has to find the key.
        if await late != nil { _ = try await signIn("late", world.secondNode()) }
        _ = try await signIn("caseworker", world.secondNode())
        #expect(try await world.verify() == [])
    }

    @Test func `a renewal that cannot be stored changes no key`() async throws {
        let store = try WatchedStore(SQLiteStore.inMemory())
        let world = try await World(store: store)
        let before = try #require(await world.node.offices[world.shelter]?.privateKey)
        store.setFull(true)
        await #expect(throws: (any Error).self) {
            try await renew(world, by: world.shelterCoordinator)
        }
        store.setFull(false)
        let after = try #require(await world.node.offices[world.shelter]?.privateKey)
        #expect(after.rawRepresentation == before.rawRepresentation)
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        _ = try await world.read(dossier, .health, by: world.caseworker)
    }
}
