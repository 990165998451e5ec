import Casework
import Coalition

/// The steps from an encounter to a referral, taken by migration's officer without the pages.
struct CarePath {
    let world: WebWorld
    private let officer: Member

    init(_ world: WebWorld) async throws {
        self.world = world
        officer = try await world.node.signIn(name: "officer", password: WebWorld.password)
    }

    private func agency(_ who: WebWorld.Who) -> AgencyID? { world.agencies[who] }

    func meet() async throws -> EncounterID {
        try await world.node.perform(
            RegisterEncounter(
                place: "Tapachula",
                direction: .northbound,
                travel: .raft,
                nationality: "HN",
                ageBand: .from18to29,
                sex: .female,
                discovery: .ownWork,
                incidents: [.robbery],
                account: ""
            ),
            by: officer
        )
    }

    /// Records what the person allows the shelter; nothing is a refusal.
    func consent(
        _ encounter: EncounterID,
        to sections: Set<Section> = [.identity, .health],
        days: Int = 30
    ) async throws {
        let shelter = agency(.shelter)
        _ = try await world.node.perform(
            RecordConsent(
                encounter: encounter,
                language: "spa",
                givenBy: .person,
                interpreter: .notNeeded,
                present: "",
                purpose: "shelter",
                allowed: shelter.map { [$0: sections] } ?? [:],
                days: days,
                allowsNotice: false
            ),
            by: officer
        )
    }

    /// A dossier with notes on identity, health and the legal situation.
    func dossier(days: Int = 30) async throws -> DossierID {
        let encounter = try await meet()
        try await consent(encounter, days: days)
        return try await world.node.perform(
            OpenDossier(
                encounter: encounter,
                notes: [
                    SectionNote(section: .identity, lines: [.givenNames: "Xochiquetzalli"]),
                    SectionNote(section: .health, text: "Fever since Tuesday."),
                    SectionNote(section: .legal, text: "No complaint yet."),
                ]
            ),
            by: officer
        )
    }

    func refer(_ dossier: DossierID, urgency: Urgency = .urgent) async throws -> ReferralID {
        guard let shelter = agency(.shelter) else { throw Refusal.notFound }
        return try await world.node.perform(
            SendReferral(
                dossier: dossier,
                to: shelter,
                services: [.shelter, .medical],
                urgency: urgency,
                hours: nil,
                languages: "spa",
                children: 1,
                needs: "A bed tonight, and a doctor."
            ),
            by: officer
        )
    }

    func accept(_ referral: ReferralID) async throws {
        let caseworker = try await world.node.signIn(
            name: "caseworker",
            password: WebWorld.password
        )
        try await world.node.perform(AcceptReferral(referral: referral, words: ""), by: caseworker)
    }
}
