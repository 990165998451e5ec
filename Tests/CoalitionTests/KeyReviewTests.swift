import Casework
import Ledger
import Testing

@testable import Coalition

/// The entries that a stolen key may have signed.
struct KeyReviewTests {
    /// Publishes the log as it is, with a witness that says the time.
    private func publish(_ world: World, _ witness: Cosigner) async throws {
        let note = try SignedNote(parsing: await world.node.signedCheckpoint().note)
        let seconds = UInt64(world.clock.now.milliseconds / 1000)
        try await world.node.publish(witness.cosign(note, time: seconds).serialized)
    }

    @Test func `what a witness proves to be older is left out, and everything later is listed`()
        async throws
    {
        let world = try await World()
        let witness = try Cosigner(name: "w.example", key: SigningKey())
        let policy = try WitnessPolicy(
            log: world.verifier,
            witnesses: [(witness.verifier, nil)],
            quorum: 1
        )
        _ = try await world.meet()
        try await publish(world, witness)
        world.clock.advance(hours: 2)
        let since = world.clock.now
        world.clock.advance(hours: 1)
        _ = try await world.meet()
        let inDoubt = try world.store.head().size - 1
        // Of another member, and so of no concern.
        _ = try await world.node.enrol(World.member("new", [.officer]), by: world.founder)
        try await publish(world, witness)
        try await world.node.renewKey(password: World.password, by: world.officer)
        let renewal = try world.store.head().size - 1
        try await world.node.retireKey(of: world.officer.id, since: since, by: world.founder)
        let retirement = try world.store.head().size - 1
        let verification = Verification.verify(
            .store(world.store),
            origin: World.origin,
            policy: policy
        )
        #expect(verification.findings == [])
        let expected = KeyReview(
            member: world.officer.id,
            agency: world.officer.agency,
            retirement: retirement,
            since: since,
            entries: [inDoubt, renewal]
        )
        #expect(verification.reviews == [expected])
    }

    @Test func `without a witness every entry of the member is to be reviewed`() async throws {
        let world = try await World()
        _ = try await world.meet()
        let met = try world.store.head().size - 1
        world.clock.advance(hours: 2)
        try await world.node.retireKey(
            of: world.officer.id,
            since: world.clock.now,
            by: world.founder
        )
        let reviews = try Verification.verify(store: world.store, verifier: world.verifier).reviews
        #expect(reviews.map(\.entries) == [[met]])
    }

    @Test func `nobody retired, nothing to review, and a membership that ended is none`()
        async throws
    {
        let world = try await World()
        _ = try await world.meet()
        try await world.node.endMembership(of: world.officer.id, by: world.founder)
        #expect(
            try Verification.verify(store: world.store, verifier: world.verifier).reviews == []
        )
    }

    @Test func `an agency that is retired has a review for each of its members`() async throws {
        let world = try await World()
        let (_, referral) = try await world.referred()
        try await world.accept(referral)
        try await world.node.retireAgency(
            world.shelter,
            since: world.clock.now,
            by: world.founder
        )
        let reviews = try Verification.verify(store: world.store, verifier: world.verifier).reviews
        #expect(Set(reviews.map(\.member)) == [world.shelterCoordinator.id, world.caseworker.id])
        #expect(reviews.allSatisfy { !$0.entries.isEmpty })
    }
}
