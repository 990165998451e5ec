import Casework
import Coalition
import Ledger
import Testing

/// Flags as the node writes them: with the opening, or no opening.
struct FlagTests {
    /// A world with a commission, and a colleague of the officer who has no tie to anything.
    private struct Watched {
        let world: World
        let commission: Member
        let colleague: Member
        let dossier: DossierID

        init(_ world: World) async throws {
            self.world = world
            try await Self.admitCommission("rights", world)
            commission = try await world.node.signIn(name: "rights", password: World.password)
            _ = try await world.node.enrol(
                World.member("colleague", [.officer, .coordinator]),
                by: world.founder
            )
            colleague = try await world.node.signIn(name: "colleague", password: World.password)
            dossier = try await world.referred().dossier
        }

        static func admitCommission(_ name: String, _ world: World) async throws {
            let commission = NewAgency(
                name: name,
                kind: .commission,
                coordinator: World.member(name, [.coordinator])
            )
            _ = try await world.node.admit(commission, by: world.founder)
        }

        func flags(of member: Member) async throws -> [FlagRecord] {
            try await world.node.read(.seeFlags, by: member) { desk, _, _ in
                Array(desk.flags.values)
            }
        }
    }

    @Test func `an unusual opening leaves two entries in one commit, both of the opener's key`()
        async throws
    {
        let store = WatchedStore(try SQLiteStore.inMemory())
        let watched = try await Watched(try await World(store: store))
        let size = try store.size()
        let opened = try await watched.world.open(
            watched.dossier,
            [.health],
            by: watched.colleague
        )
        #expect(opened.entry == size)
        // No checkpoint covers the one without the other.
        let signed = try store.checkpoints(in: 0..<UInt64.max).map(\.size)
        #expect(!signed.contains(size + 1))
        let entries = await watched.world.node.entries(before: .max, count: 2).compactMap(\.entry)
        #expect(entries.map(\.kind.name) == ["opening.flagged", "section.opened"])
        let key = watched.colleague.card.signingKey
        #expect(entries.allSatisfy { $0.actor.bytes == key })
        #expect(try store.size() == size + 2)
        #expect(try await watched.world.verify() == [])
    }

    @Test func `when the flag cannot be kept, nothing is opened and nothing is left of either`()
        async throws
    {
        let store = WatchedStore(try SQLiteStore.inMemory())
        let watched = try await Watched(try await World(store: store))
        let size = try store.size()
        let before = try await watched.world.views(of: watched.colleague)
        store.setFull(true)
        await #expect(throws: WatchedStore.DiskFull.self) {
            try await watched.world.open(watched.dossier, [.health], by: watched.colleague)
        }
        store.setFull(false)
        #expect(try store.size() == size)
        #expect(try await watched.world.views(of: watched.colleague) == before)
        #expect(try await watched.flags(of: watched.commission).isEmpty)
        try await watched.world.open(watched.dossier, [.health], by: watched.colleague)
        #expect(try await watched.flags(of: watched.commission).count == 1)
    }

    @Test func `when the flag cannot even be made ready, nothing is opened`() async throws {
        let store = WatchedStore(try SQLiteStore.inMemory())
        let watched = try await Watched(try await World(store: store))
        let (world, node) = (watched.world, watched.world.node)
        let size = try store.size()
        store.setBlind(true)
        await #expect(throws: WatchedStore.Unreadable.self) {
            try await world.open(watched.dossier, [.health], by: watched.colleague)
        }
        store.setBlind(false)
        #expect(try store.size() == size)
        // A store that cannot be read signs everybody out; who comes back sees no opening.
        let colleague = try await node.signIn(name: "colleague", password: World.password)
        #expect(try await world.views(of: colleague).desk.openings.isEmpty)
        try await world.open(watched.dossier, [.health], by: colleague)
        #expect(try store.size() == size + 2)
        #expect(try await world.verify() == [])
    }

    @Test func `the leading agency and the commission read it, and only the former the dossier`()
        async throws
    {
        let watched = try await Watched(try await World())
        let opened = try await watched.world.open(
            watched.dossier,
            [.health],
            by: watched.colleague
        )
        for member in [watched.world.founder, watched.commission] {
            let record = try #require(try await watched.flags(of: member).first)
            #expect(record.flag?.entries == [opened.entry])
            #expect(
                record.flag?.patterns == [.noTie, .atNight] || record.flag?.patterns == [.noTie]
            )
            #expect(record.stamp?.agency == watched.world.founder.agency)
        }
        let desk = try await watched.world.views(of: watched.commission).desk
        #expect(desk.dossiers.isEmpty)
        #expect(desk.encounters.isEmpty)
        let lead = try await watched.world.views(of: watched.world.founder).desk
        #expect(lead.dossiers[watched.dossier]?.flags.count == 1)
        // The other shelter has nothing to do with it.
        #expect(try await watched.world.views(of: watched.world.outsider).desk.flags.isEmpty)
    }

    @Test func `views folded anew show the same flags, also to a commission that signs in later`()
        async throws
    {
        let watched = try await Watched(try await World())
        try await watched.world.open(watched.dossier, [.health], by: watched.colleague)
        let live = try await watched.world.views(of: watched.commission)
        #expect(live.desk.flags.count == 1)
        let other = try watched.world.secondNode()
        let later = try await other.signIn(name: "rights", password: World.password)
        #expect(try await watched.world.views(of: later, on: other) == live)
    }

    @Test func `a commission that joins later reads the flags from then on`() async throws {
        let watched = try await Watched(try await World())
        try await watched.world.open(watched.dossier, [.health], by: watched.colleague)
        try await Watched.admitCommission("ombudsman", watched.world)
        let later = try await watched.world.node.signIn(
            name: "ombudsman",
            password: World.password
        )
        #expect(try await watched.flags(of: later).isEmpty)
        watched.world.clock.advance(hours: 30)
        try await watched.world.open(watched.dossier, [.health], by: watched.colleague)
        #expect(try await watched.flags(of: later).count == 1)
        #expect(try await watched.flags(of: watched.commission).count == 2)
    }

    @Test func `a review by one is read by all who read the flag; the opener reviews nothing`()
        async throws
    {
        let watched = try await Watched(try await World())
        try await watched.world.open(watched.dossier, [.health], by: watched.colleague)
        let flag = try #require(try await watched.flags(of: watched.commission).first).id
        let node = watched.world.node
        let review = ReviewFlag(flag: flag, words: "She took over the shift.")
        await #expect(throws: Refusal.ownOpening) {
            try await node.perform(review, by: watched.colleague)
        }
        await #expect(throws: Policy.Reason.notInRole) {
            try await node.perform(review, by: watched.world.officer)
        }
        await #expect(throws: Refusal.notFound) {
            try await node.perform(review, by: watched.world.shelterCoordinator)
        }
        try await node.perform(review, by: watched.world.founder)
        try await node.perform(review, by: watched.commission)
        for member in [watched.world.founder, watched.commission] {
            let record = try #require(try await watched.flags(of: member).first)
            #expect(record.reviews.count == 2)
            #expect(record.isReviewed(by: watched.commission.agency))
        }
        #expect(try await watched.world.verify() == [])
    }
}
