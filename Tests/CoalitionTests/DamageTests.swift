import Casework
import Coalition
import Ledger
import Testing
import Vault

/// What the views make of boxes that are not what their entries say.
struct DamageTests {
    private struct Place {
        let key: [UInt8]
        let value: [UInt8]
        var position: UInt64 { VaultShelf.boxPlace(key: key)?.position ?? .max }
        /// The first box of an entry; those after it may be covers that say nothing.
        var isFirst: Bool { VaultShelf.boxPlace(key: key)?.ordinal == 0 }
    }

    private func boxes(_ compartment: [UInt8], in world: World) throws -> [Place] {
        try world.store.shelfItems(space: VaultShelf.boxes, prefix: compartment)
            .map { Place(key: $0.key, value: $0.value) }
    }

    private func put(_ place: Place, changed: Bool, in world: World) throws {
        var value = place.value
        if changed { value[value.count - 1] ^= 1 }
        try world.store.changeShelf([
            .put(space: VaultShelf.boxes, key: place.key, value: value)
        ])
    }

    private func healthPart(
        _ dossier: DossierID,
        in world: World
    ) async throws -> CompartmentID {
        let record = try await world.views(of: world.officer).desk.dossiers[dossier]
        return try #require(record?.parts(of: .health, heldBy: world.officer.agency).first)
    }

    @Test func `a changed box is left out of the views and noted`() async throws {
        let world = try await World()
        let encounter = try await world.meet()
        let position = try world.store.size() - 1
        let all = try boxes([], in: world)
        let place = try #require(all.first { $0.position == position && $0.isFirst })
        try put(place, changed: true, in: world)
        try await world.node.foldAgain()
        let desk = try await world.views(of: world.officer).desk
        #expect(desk.encounters[encounter] == nil)
        #expect(await world.node.damaged.map(\.position) == [position])

        try put(place, changed: false, in: world)
        try await world.node.foldAgain()
        #expect(try await world.views(of: world.officer).desk.encounters[encounter] != nil)
        #expect(await world.node.damaged.isEmpty)
    }

    @Test func `of a section with a changed or missing box nothing is shown`() async throws {
        let world = try await World()
        let encounter = try await world.meet()
        try await world.consent(encounter, [world.shelter: [.health]])
        let dossier = try await world.open(encounter)
        let note = SectionNote(section: .health, text: "Better.")
        try await world.node.perform(
            WriteSection(dossier: dossier, note: note),
            by: world.officer
        )
        let whole = try await world.read(dossier, .health, by: world.officer)
        #expect(whole.map(\.text) == ["Fever since Tuesday.", "Better."])

        let places = try boxes(try await healthPart(dossier, in: world).bytes, in: world)
        #expect(places.count == 2)
        for place in places {
            try put(place, changed: true, in: world)
            await #expect(throws: VaultError.damaged) {
                try await world.read(dossier, .health, by: world.officer)
            }
            try world.store.changeShelf([.erase(space: VaultShelf.boxes, key: place.key)])
            await #expect(throws: VaultError.damaged) {
                try await world.read(dossier, .health, by: world.officer)
            }
            try put(place, changed: false, in: world)
        }
        let again = try await world.read(dossier, .health, by: world.officer)
        #expect(again.count == 2)
    }

    @Test func `a wrap that is gone opens nothing`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        let part = try await healthPart(dossier, in: world)
        try world.store.changeShelf([
            .erase(space: VaultShelf.wraps, key: world.shelter.bytes + part.bytes)
        ])
        await #expect(throws: Refusal.sectionNotHeld) {
            try await world.read(dossier, .health, by: world.caseworker)
        }
        _ = try await world.read(dossier, .health, by: world.officer)
    }
}
