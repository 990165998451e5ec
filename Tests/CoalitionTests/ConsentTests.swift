import Casework
import Coalition
import Ledger
import TestSupport
import Testing

/// What an agency is handed is what the person's newest consent lets it open, and nothing else.
struct ConsentTests {
    private func parts(_ dossier: DossierID, in world: World) async throws -> [Section:
        CompartmentID]
    {
        let parts = try await world.views(of: world.officer).desk.dossiers[dossier]?.parts.values
        return Dictionary(
            uniqueKeysWithValues: (parts.map(Array.init) ?? [])
                .filter { $0.agency == world.officer.agency }
                .map { ($0.section, $0.compartment) }
        )
    }

    private func encounter(of dossier: DossierID, in world: World) async throws -> EncounterID {
        let desk = try await world.views(of: world.officer).desk
        return try #require(desk.dossiers[dossier]?.encounter)
    }

    @Test func `a consent narrowed before the answer takes back the keys that waited`() async throws
    {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        #expect(try world.held(referral) == 3)
        let encounter = try await encounter(of: dossier, in: world)
        try await world.consent(encounter, [world.shelter: [.health]])
        #expect(try world.held(referral) == 2)
        try await world.accept(referral)
        #expect(try world.held(referral) == 0)

        let parts = try await parts(dossier, in: world)
        let wraps = try world.wraps(of: world.shelter)
        #expect(wraps.intersection(parts.values) == Set([parts[.health]].compactMap { $0 }))
        _ = try await world.read(dossier, .health, by: world.caseworker)
        let size = try world.store.size()
        await #expect(throws: Refusal.sectionNotHeld) {
            try await world.read(dossier, .identity, by: world.caseworker)
        }
        // An opening that did not happen leaves no entry that says it did.
        #expect(try world.store.size() == size)
        #expect(try await world.verify() == [])
    }

    @Test func `after the person said no the referral cannot be accepted, only declined`()
        async throws
    {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        let before = try world.wraps(of: world.shelter)
        try await world.consent(try await encounter(of: dossier, in: world), [:])
        #expect(try world.held(referral) == 0)
        await #expect(throws: Refusal.consentRefused) { try await world.accept(referral) }
        #expect(try world.wraps(of: world.shelter) == before)
        let state = try await world.views(of: world.caseworker).desk.referrals[referral]?.state
        #expect(state == .waiting)
        try await world.decline(referral)
    }

    @Test(arguments: [(-1, true), (0, false), (1, false)])
    func `keys wait until the consent ends and no longer`(hours: Int, isInTime: Bool) async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        let before = try world.wraps(of: world.shelter)
        world.clock.advance(hours: 24 * 30 + hours)
        if isInTime {
            try await world.accept(referral)
            _ = try await world.read(dossier, .health, by: world.caseworker)
        } else {
            await #expect(throws: Refusal.consentExpired) { try await world.accept(referral) }
            #expect(try world.wraps(of: world.shelter) == before)
            #expect(try await world.views(of: world.caseworker).desk.dossiers.isEmpty)
        }
    }

    @Test func `a shorter consent shortens the wait of keys that were ready`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        let encounter = try await encounter(of: dossier, in: world)
        try await world.consent(encounter, [world.shelter: [.identity, .health]], days: 1)
        world.clock.advance(hours: 25)
        await #expect(throws: Refusal.consentExpired) { try await world.accept(referral) }
    }

    @Test func `a referral that was declined leaves no key behind`() async throws {
        let world = try await World()
        let (_, referral) = try await world.referred()
        let before = try world.wraps(of: world.shelter)
        try await world.decline(referral)
        #expect(try world.held(referral) == 0)
        #expect(try world.wraps(of: world.shelter) == before)
    }

    @Test(arguments: UInt64(0)..<8)
    func `in any history the shelter holds what was allowed when it accepted`(
        seed: UInt64
    ) async throws {
        var generator = SplitMix64(seed: seed)
        let world = try await World()
        var dossiers: [(id: DossierID, encounter: EncounterID)] = []
        var promised: [ReferralID: (dossier: DossierID, parts: Set<CompartmentID>)] = [:]
        var sent: [ReferralID] = []
        var allowed: [DossierID: Set<Section>] = [:]
        var handed: Set<CompartmentID> = []
        var accepted = 0

        func ready(_ dossier: DossierID) async throws -> Set<CompartmentID> {
            let parts = try await parts(dossier, in: world)
            return Set((allowed[dossier] ?? []).compactMap { parts[$0] })
        }
        for _ in 0..<40 {
            let sections = Set(
                [Section.identity, .health, .legal, .journey].filter { _ in
                    Bool.random(using: &generator)
                }
            )
            let chosen = dossiers.randomElement(using: &generator)
            switch Int.random(in: 0..<7, using: &generator) {
            case 0:
                let encounter = try await world.meet()
                try await world.consent(encounter, [world.shelter: sections.union([.health])])
                let dossier = try await world.open(encounter)
                allowed[dossier] = sections.union([.health])
                dossiers.append((dossier, encounter))
            case 1:
                guard let chosen else { continue }
                try await world.consent(chosen.encounter, [world.shelter: sections])
                allowed[chosen.id] = sections
                for (referral, promise) in promised where promise.dossier == chosen.id {
                    promised[referral] = (chosen.id, try await ready(chosen.id))
                }
            case 2:
                guard let chosen else { continue }
                let note = SectionNote(section: .journey, text: "By train.")
                try await world.node.perform(
                    WriteSection(dossier: chosen.id, note: note),
                    by: world.officer
                )
            case 3, 4:
                guard let chosen, let referral = try? await world.refer(chosen.id) else {
                    continue
                }
                promised[referral] = (chosen.id, try await ready(chosen.id))
                sent.append(referral)
            case 5:
                guard
                    let referral = sent.filter({ promised[$0] != nil })
                        .randomElement(using: &generator), let promise = promised[referral]
                else { continue }
                if promise.parts.isEmpty {
                    await #expect(throws: Refusal.consentRefused) {
                        try await world.accept(referral)
                    }
                } else {
                    try await world.accept(referral)
                    promised[referral] = nil
                    handed.formUnion(promise.parts)
                    accepted += 1
                }
            default:
                guard
                    let referral = sent.filter({ promised[$0] != nil })
                        .randomElement(using: &generator)
                else { continue }
                try await world.decline(referral)
                promised[referral] = nil
            }
            var all: Set<CompartmentID> = []
            for dossier in dossiers {
                all.formUnion(try await parts(dossier.id, in: world).values)
            }
            #expect(try world.wraps(of: world.shelter).intersection(all) == handed)
            #expect(try world.wraps(of: world.otherShelter).isDisjoint(with: all))
            for (referral, promise) in promised {
                let expected = promise.parts.isEmpty ? 0 : promise.parts.count + 1
                #expect(try world.held(referral) == expected)
            }
        }
        #expect(accepted > 0)
        #expect(try await world.verify() == [])
    }
}
