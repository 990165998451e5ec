import Casework
import Coalition
import Ledger
import Testing
import Vault

/// What one entry stands for, and what it does not.
struct SittingTests {
    private func opened() async throws -> (world: World, dossier: DossierID) {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        return (world, dossier)
    }

    /// How many entries some work leaves.
    private func entries(
        _ world: World,
        _ work: () async throws -> Void
    ) async throws -> UInt64 {
        let before = try world.store.size()
        try await work()
        return try world.store.size() - before
    }

    @Test func `reading a section again in one sitting leaves no second entry`() async throws {
        let (world, dossier) = try await opened()
        let first = try await world.open(dossier, [.health], by: world.caseworker)
        let left = try await entries(world) {
            for _ in 0..<3 {
                let again = try await world.open(dossier, [.health], by: world.caseworker)
                #expect(again.entry == first.entry)
                #expect(again.notes[.health]?.map(\.note.text) == ["Fever since Tuesday."])
            }
        }
        #expect(left == 0)
    }

    @Test func `several sections opened at once leave one entry that names them all`() async throws
    {
        let (world, dossier) = try await opened()
        let left = try await entries(world) {
            let opened = try await world.open(
                dossier,
                [.identity, .health],
                by: world.caseworker
            )
            #expect(Set(opened.notes.keys) == [.identity, .health])
            let part = try await world.open(dossier, [.identity], by: world.caseworker)
            #expect(part.entry == opened.entry)
            #expect(Set(part.notes.keys) == [.identity])
        }
        #expect(left == 1)
        let desk = try await world.views(of: world.officer).desk
        let openings = desk.dossiers[dossier]?.course.compactMap(\.opening)
        #expect(openings?.map(\.sections) == [[.identity, .health]])
    }

    @Test func `if one of several is not held, none is opened`() async throws {
        let (world, dossier) = try await opened()
        let left = try await entries(world) {
            await #expect(throws: Refusal.sectionNotHeld) {
                try await world.open(dossier, [.health, .legal], by: world.caseworker)
            }
            await #expect(throws: Refusal.missing(field: "sections")) {
                try await world.open(dossier, [], by: world.caseworker)
            }
        }
        #expect(left == 0)
    }

    @Test func `another purpose, another section, more words and another sitting leave their own`()
        async throws
    {
        let (world, dossier) = try await opened()
        func left(
            _ section: Section = .health,
            _ purpose: Purpose = .care,
            _ words: String = "",
            by member: Member? = nil
        ) async throws -> UInt64 {
            try await entries(world) {
                try await world.open(
                    dossier,
                    [section],
                    for: purpose,
                    words,
                    by: member ?? world.caseworker
                )
            }
        }
        #expect(try await left() == 1)
        #expect(try await left(.health, .safety) == 1)
        #expect(try await left(.identity) == 1)
        #expect(try await left(.health, .care, "The doctor asks.") == 1)
        #expect(try await left(.health, .care, "The doctor asks.") == 0)
        #expect(try await left() == 0)
        // Five readings without a line written would be flagged.
        try await world.node.perform(
            WriteSection(dossier: dossier, note: SectionNote(section: .legal, text: "Asked.")),
            by: world.caseworker
        )
        let again = try await world.node.signIn(name: "caseworker", password: World.password)
        #expect(try await left(by: again) == 1)
        #expect(try await left(by: again) == 0)
        #expect(try await left() == 0)
    }

    @Test func `after four hours it is opened anew`() async throws {
        let (world, dossier) = try await opened()
        let first = try await world.open(dossier, [.health], by: world.caseworker)
        #expect(first.until == first.at.adding(hours: 4))
        world.clock.advance(hours: 3)
        #expect(
            try await world.open(dossier, [.health], by: world.caseworker).entry == first.entry
        )
        world.clock.advance(hours: 1)
        #expect(
            try await world.node.readAgain(.health, of: dossier, by: world.caseworker) == nil
        )
        #expect(
            try await world.open(dossier, [.health], by: world.caseworker).entry > first.entry
        )
    }

    @Test func `what was not opened in this sitting is not read again`() async throws {
        let (world, dossier) = try await opened()
        let node = world.node
        let member = world.caseworker
        #expect(try await node.readAgain(.health, of: dossier, by: member) == nil)
        try await world.open(dossier, [.health], for: .safety, by: member)
        let again = try await node.readAgain(.health, of: dossier, by: member)
        #expect(again?.opening.purpose == .safety)
        #expect(try await node.readAgain(.identity, of: dossier, by: member) == nil)
        #expect(try await node.readAgain(.legal, of: dossier, by: member) == nil)
        #expect(try await node.readAgain(.health, of: .random(), by: member) == nil)
        // Nor by a colleague, nor by the same member elsewhere.
        for other in [
            world.officer, try await node.signIn(name: "caseworker", password: World.password),
        ] {
            #expect(try await node.readAgain(.health, of: dossier, by: other) == nil)
        }
        await #expect(throws: Policy.Reason.notInRole) {
            try await node.readAgain(.health, of: dossier, by: world.founder)
        }
    }

    @Test func `notes written since are read with the entry there is, parts begun since are not`()
        async throws
    {
        let (world, dossier) = try await opened()
        try await world.open(dossier, [.health], by: world.caseworker)
        let note = SectionNote(section: .health, text: "Better.")
        try await world.node.perform(
            WriteSection(dossier: dossier, note: note),
            by: world.officer
        )
        let left = try await entries(world) {
            let read = try await world.read(dossier, .health, by: world.caseworker)
            #expect(read.map(\.text) == ["Fever since Tuesday.", "Better."])
        }
        #expect(left == 0)
        try await world.node.perform(
            WriteSection(dossier: dossier, note: SectionNote(section: .health, text: "Slept.")),
            by: world.caseworker
        )
        let more = try await entries(world) {
            let read = try await world.read(dossier, .health, by: world.caseworker)
            #expect(read.map(\.text) == ["Fever since Tuesday.", "Better.", "Slept."])
        }
        #expect(more == 1)
    }

    @Test func `a key taken away in the sitting opens nothing more`() async throws {
        let (world, dossier) = try await opened()
        try await world.open(dossier, [.health], by: world.caseworker)
        let parts = try await world.views(of: world.caseworker).desk.dossiers[dossier]?.parts
        let part = try #require(parts?.values.first { $0.section == .health }?.compartment)
        try world.store.changeShelf([
            .erase(space: VaultShelf.wraps, key: world.shelter.bytes + part.bytes)
        ])
        await #expect(throws: Refusal.sectionNotHeld) {
            try await world.open(dossier, [.health], by: world.caseworker)
        }
        await #expect(throws: Refusal.sectionNotHeld) {
            try await world.node.readAgain(.health, of: dossier, by: world.caseworker)
        }
    }

    @Test func `two openings at the same time leave one entry`() async throws {
        let (world, dossier) = try await opened()
        let left = try await entries(world) {
            let seen = try await withThrowingTaskGroup(of: UInt64.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await world.open(dossier, [.health], by: world.caseworker).entry
                    }
                }
                return try await group.reduce(into: Set<UInt64>()) { $0.insert($1) }
            }
            #expect(seen.count == 1)
        }
        #expect(left == 1)
    }
}
