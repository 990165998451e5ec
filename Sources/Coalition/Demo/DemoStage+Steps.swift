import Casework

extension DemoStage {
    func meet(
        _ place: String,
        _ travel: Travel,
        _ nationality: String,
        _ ageBand: AgeBand,
        _ sex: Sex,
        _ incidents: Set<Incident>,
        _ account: String,
        discovery: Discovery = .ownWork,
        recognition: DemoCast.Person? = nil
    ) async throws -> EncounterID {
        try await node.perform(
            RegisterEncounter(
                place: place,
                direction: .northbound,
                travel: travel,
                nationality: nationality,
                ageBand: ageBand,
                sex: sex,
                discovery: discovery,
                incidents: incidents,
                account: account,
                recognition: recognition?.recognition
            ),
            by: officer
        )
    }

    func screen(
        _ encounter: EncounterID,
        sets: [String],
        yes: [String],
        no: [String],
        next: NextStep,
        why: String
    ) async throws {
        let id = try await node.perform(
            StartScreening(encounter: encounter, sets: sets),
            by: officer
        )
        var answers: [String: Answer] = [:]
        for code in yes { answers[code] = .yes }
        for code in no { answers[code] = .no }
        try await node.perform(
            AnswerScreening(screening: id, answers: answers, observations: ""),
            by: officer
        )
        try await node.perform(
            ConcludeScreening(screening: id, next: next, why: why),
            by: officer
        )
    }

    func consent(
        _ encounter: EncounterID,
        _ allowed: [AgencyID: Set<Section>],
        givenBy: ConsentGiver = .person,
        interpreter: Interpreter = .notNeeded
    ) async throws {
        _ = try await node.perform(
            RecordConsent(
                encounter: encounter,
                language: "español",
                givenBy: givenBy,
                interpreter: interpreter,
                present: "",
                purpose: "Buscar un lugar seguro y atención",
                allowed: allowed,
                days: 90,
                allowsNotice: true
            ),
            by: officer
        )
    }

    func open(
        _ encounter: EncounterID,
        _ person: DemoCast.Person,
        _ texts: [Section: String]
    ) async throws -> DossierID {
        let identity = SectionNote(
            section: .identity,
            lines: [
                .givenNames: person.givenNames,
                .familyNames: person.familyNames,
                .otherNames: person.otherNames,
                .birthDate: person.birthDate,
            ]
        )
        let others = texts.map { SectionNote(section: $0.key, text: $0.value) }
        return try await node.perform(
            OpenDossier(encounter: encounter, notes: [identity] + others),
            by: officer
        )
    }

    func refer(
        _ dossier: DossierID,
        to agency: AgencyID,
        _ services: Set<Service>,
        _ urgency: Urgency,
        languages: String,
        needs: String
    ) async throws -> ReferralID {
        try await node.perform(
            SendReferral(
                dossier: dossier,
                to: agency,
                services: services,
                urgency: urgency,
                hours: nil,
                languages: languages,
                children: 0,
                needs: needs
            ),
            by: officer
        )
    }
}
