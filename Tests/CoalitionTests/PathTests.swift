import Casework
import Coalition
import Ledger
import Testing

@Suite struct PathTests {
    @Test func `a person met at the border reaches a shelter`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()

        let queue = try await world.node.read(.seeReferrals, by: world.caseworker) { desk, _, _ in
            desk.referrals.values.compactMap(\.referral)
        }
        #expect(queue.map(\.id) == [referral])
        #expect(queue.map(\.needs) == ["A bed tonight, and a doctor."])

        try await world.accept(referral)
        let opened = try await world.read(dossier, .identity, by: world.caseworker)
        #expect(opened.map { $0.lines[.givenNames] } == ["Xochiquetzalli"])
        let health = try await world.read(dossier, .health, by: world.caseworker)
        #expect(health.map(\.text) == ["Fever since Tuesday."])
    }

    @Test func `before it accepts, the shelter holds no key and does not see the dossier`()
        async throws
    {
        let world = try await World()
        let (dossier, _) = try await world.referred()
        await #expect(throws: Refusal.notFound) {
            try await world.read(dossier, .identity, by: world.caseworker)
        }
        let wraps = try world.store.shelfItems(space: "wrap", prefix: world.shelter.bytes)
        // Its register, what all share, and the referral: no section, no course.
        #expect(wraps.count == 3)
    }

    @Test func `a section that the consent does not cover stays closed after acceptance`()
        async throws
    {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        await #expect(throws: Refusal.sectionNotHeld) {
            try await world.read(dossier, .legal, by: world.caseworker)
        }
    }

    @Test func `an agency that was not asked sees neither referral nor dossier`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        await #expect(throws: Refusal.notFound) {
            try await world.node.perform(
                AcceptReferral(referral: referral, words: ""),
                by: world.outsider
            )
        }
        await #expect(throws: Refusal.notFound) {
            try await world.read(dossier, .identity, by: world.outsider)
        }
    }

    @Test func `both agencies see one timeline, openings included`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        _ = try await world.read(dossier, .health, by: world.caseworker)
        let lead = try await world.node.read(.seeDossiers, by: world.officer) { desk, _, _ in
            desk.timeline(of: dossier)
        }
        let shelter = try await world.node.read(.seeDossiers, by: world.caseworker) { desk, _, _ in
            desk.timeline(of: dossier)
        }
        #expect(lead == shelter)
        let opening = try #require(lead.last?.opening)
        #expect(opening.sections == [.health])
        #expect(opening.purpose == .care)
        #expect(lead.last?.stamp.member == world.caseworker.id)
    }

    @Test func `two workers cannot both answer one referral`() async throws {
        let world = try await World()
        let (_, referral) = try await world.referred()
        let answers = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (try? await world.accept(referral)) != nil }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0 } == 1)
    }

    @Test func `the record of all this verifies`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        _ = try await world.read(dossier, .health, by: world.caseworker)
        let verifier = await world.node.verifier
        let verification = try Verification.verify(store: world.store, verifier: verifier)
        #expect(verification.findings == [])
        #expect(verification.entries > 10)
    }

    @Test func `views folded anew show the same desks`() async throws {
        let world = try await World()
        let (dossier, referral) = try await world.referred()
        try await world.accept(referral)
        _ = try await world.read(dossier, .health, by: world.caseworker)
        for member in [world.officer, world.caseworker, world.outsider] {
            let live = try await world.node.read(.seeHome, by: member) { desk, commons, _ in
                (desk, commons)
            }
            try await world.node.foldAgain()
            let again = try await world.node.read(.seeHome, by: member) { desk, commons, _ in
                (desk, commons)
            }
            #expect(live == again)
        }
    }
}
