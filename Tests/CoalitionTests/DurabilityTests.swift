import Casework
import Coalition
import Foundation
import Ledger
import Testing
import Vault

/// A page shows what is on the disk, and a section only after its opening is.
struct DurabilityTests {
    @Test func `a command that the disk has no room for changes nothing and can be tried again`()
        async throws
    {
        let store = WatchedStore(try SQLiteStore.inMemory())
        let world = try await World(store: store)
        func first(_ step: () async throws -> Void) async throws {
            let before = try await world.views()
            let size = try store.size()
            store.setFull(true)
            await #expect(throws: WatchedStore.DiskFull.self) { try await step() }
            store.setFull(false)
            #expect(try await world.views() == before)
            #expect(try store.size() == size)
            try await step()
            #expect(try store.size() > size)
        }
        try await first { _ = try await world.meet() }
        let encounter = try await world.meet()
        try await first { try await world.consent(encounter, [world.shelter: [.health]]) }
        try await first { _ = try await world.open(encounter) }
        let dossier = try #require(
            try await world.views(of: world.officer).desk.encounters[encounter]?.dossier
        )
        try await first { _ = try await world.refer(dossier) }
        let referral = try #require(
            try await world.views(of: world.caseworker).desk.referrals.keys.first
        )
        try await first { try await world.consent(encounter, [world.shelter: [.health, .legal]]) }
        try await first { try await world.accept(referral) }
        try await first { _ = try await world.read(dossier, .legal, by: world.caseworker) }
        try await first {
            _ = try await world.node.enrol(World.member("new", [.officer]), by: world.founder)
        }
        #expect(try await world.verify() == [])
    }

    @Test func `no box of a section is read before its opening is durable`() async throws {
        let store = WatchedStore(try SQLiteStore.inMemory())
        let world = try await World(store: store)
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        let record = try await world.views(of: world.caseworker).desk.dossiers[dossier]
        let part = try #require(record?.parts(of: .health, heldBy: world.shelter).first)

        store.setFull(true)
        await #expect(throws: WatchedStore.DiskFull.self) {
            try await world.read(dossier, .health, by: world.caseworker)
        }
        #expect(!store.boxesRead.contains(part.bytes))
        store.setFull(false)
        let opened = try await world.open(dossier, [.health], by: world.caseworker)
        #expect(store.boxesRead.contains(part.bytes))
        #expect(try store.size() == opened.entry + 1)
    }

    @Test func `commands that come together share a commit, and fail together`() async throws {
        let store = WatchedStore(try SQLiteStore.inMemory())
        let world = try await World(store: store)
        func meetForty() async -> Int {
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask { (try? await world.meet()) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        let before = store.commits
        #expect(await meetForty() == 40)
        #expect(store.commits - before < 40)
        #expect(try await world.views(of: world.officer).desk.encounters.count == 40)

        store.setFull(true)
        #expect(await meetForty() == 0)
        store.setFull(false)
        #expect(try await world.views(of: world.officer).desk.encounters.count == 40)
        #expect(await meetForty() == 40)
        #expect(try await world.verify() == [])
    }

    @Test func `notes that come together in a section that is new all find its key`() async throws {
        let world = try await World()
        let (dossier, _) = try await world.referred()
        let node = world.node
        let officer = world.officer
        for section in [Section.journey, .exploitation, .assistance, .homecoming] {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    let note = SectionNote(section: section, text: "Note \(number).")
                    group.addTask {
                        try await node.perform(
                            WriteSection(dossier: dossier, note: note),
                            by: officer
                        )
                    }
                }
                try await group.waitForAll()
            }
            let opened = try await world.read(dossier, section, by: officer)
            #expect(Set(opened.map(\.text)) == Set((0..<8).map { "Note \($0)." }))
        }
        #expect(try await world.verify() == [])
    }

    @Test func `a node opened on the same file shows every agency the same desk`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "log.sqlite").path
        let (key, views) = try await work(path)

        let node = try Node(
            store: SQLiteStore(path: path),
            origin: World.origin,
            checkpointKey: key,
            cost: World.cost
        )
        for (name, before) in zip(["officer", "caseworker", "outsider"], views) {
            let member = try await node.signIn(name: name, password: World.password)
            let after = try await node.read(.seeHome, by: member) { desk, commons, _ in
                World.Views(desk: desk, commons: commons)
            }
            #expect(after == before)
        }
        #expect(await node.damaged.isEmpty)
    }

    /// A path walked on a file that is closed when it ends.
    private func work(_ path: String) async throws -> (SigningKey, [World.Views]) {
        let world = try await World(store: SQLiteStore(path: path))
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        _ = try await world.read(dossier, .health, by: world.caseworker)
        let second = try await world.referred()
        try await world.decline(second.referral)
        return (world.key, try await world.views())
    }
}
