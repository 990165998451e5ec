import Casework

/// One invented woman who is met three times, written down in three ways.
extension DemoStage {
    /// Twice within a week: an officer found out, and linked her encounter with her dossier.
    func metTwiceAndMerged() async throws {
        await publisher.tick(hoursAgo: 38, on: clock)
        let first = try await meet(
            "Ciudad Hidalgo, Chiapas",
            .raft,
            "HN",
            .from18to29,
            .female,
            [],
            "Persona ficticia. Iba con prisa y no quiso quedarse.",
            recognition: DemoCast.sameWoman[0]
        )
        await publisher.tick(hoursAgo: 34, on: clock)
        let dossier = try await dossier(
            of: DemoCast.sameWoman[1],
            metAt: "Huixtla, Chiapas",
            "Persona ficticia. La bajaron del tren; pide descansar y llamar a su casa."
        )
        _ = try await node.perform(
            DecidePair(
                one: .dossier(dossier),
                other: .encounter(first),
                verdict: .merged,
                why: "Ella misma cuenta que ya había pasado por Ciudad Hidalgo ese día.",
                isSure: false
            ),
            by: officer
        )
    }

    /// A second dossier, which nobody has compared with the first yet.
    func metAThirdTime() async throws {
        await publisher.tick(hoursAgo: 4, on: clock)
        _ = try await dossier(
            of: DemoCast.sameWoman[2],
            metAt: "Tapachula, Chiapas",
            "Persona ficticia. Vuelve a pedir lugar para dormir."
        )
    }

    private func dossier(
        of person: DemoCast.Person,
        metAt place: String,
        _ account: String
    ) async throws -> DossierID {
        let encounter = try await meet(
            place,
            .onFoot,
            "HN",
            .from18to29,
            .female,
            [],
            account,
            recognition: person
        )
        try await consent(encounter, [shelterWorker.agency: [.identity, .health]])
        return try await open(
            encounter,
            person,
            [.health: "Cansancio. Persona ficticia del ejemplo."]
        )
    }
}
