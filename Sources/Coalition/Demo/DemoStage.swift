import Casework

/// A week on the border, played by the demonstration's members.
struct DemoStage {
    let node: Node
    let clock: DemoClock
    let publisher: Publisher
    let officer: Member
    let shelterWorker: Member
    let socialWorker: Member

    func play() async throws {
        let dossier = try await acceptedAndServed(DemoCast.people[0])
        try await readAgain(dossier, hoursAgo: 84)
        try await declinedForLanguage(DemoCast.people[2])
        try await readAgain(dossier, hoursAgo: 62)
        try await refusedByThePerson()
        try await readAgain(dossier, hoursAgo: 40)
        try await metTwiceAndMerged()
        try await waitingPastItsDeadline(DemoCast.people[1])
        try await readAgain(dossier, hoursAgo: 18)
        // The fifth time, and nothing written: it is flagged.
        try await readAgain(dossier, hoursAgo: 6)
        try await metAThirdTime()
        try await waitingForAnAnswer(DemoCast.people[3])
        try await onlyMet()
    }

    private func acceptedAndServed(_ person: DemoCast.Person) async throws -> DossierID {
        await publisher.tick(hoursAgo: 96, on: clock)
        let encounter = try await meet(
            "Ciudad Hidalgo, Chiapas",
            .raft,
            "HN",
            .from18to29,
            .female,
            [.robbery, .extortionByOfficial],
            "Cruzó el Suchiate en balsa. Dice que le ofrecieron trabajo de mesera y que debe el viaje."
        )
        try await screen(
            encounter,
            sets: ["unodc-general", "ilo-labour"],
            yes: [
                "act-1", "means-5", "purpose-2", "g13", "g15", "g34", "d1-01", "d1-03", "d4-01",
                "d4-02",
            ],
            no: ["means-1", "means-3", "g07", "g17"],
            next: .offerHelp,
            why:
                "Deuda por el viaje, promesa de trabajo y documentos retenidos. Acepta hablar con el albergue."
        )
        let shelter = shelterWorker.agency
        try await consent(encounter, [shelter: [.identity, .journey, .health, .assistance]])
        await publisher.tick(hoursAgo: 95, on: clock)
        let dossier = try await open(
            encounter,
            person,
            [
                .journey:
                    "Salió de San Pedro Sula hace nueve días. Un conductor guardó su documento.",
                .health: "Cansancio y una herida leve en el pie. Sin fiebre.",
                .legal: "Todavía no quiere denunciar. Pidió tiempo para pensarlo.",
            ]
        )
        let referral = try await refer(
            dossier,
            to: shelter,
            [.shelter, .medical, .psychological],
            .urgent,
            languages: "español",
            needs: "Lugar para esta noche, revisión del pie, alguien con quien hablar."
        )
        await publisher.tick(hoursAgo: 92, on: clock)
        _ = try await node.perform(
            AcceptReferral(referral: referral, words: "Puede llegar desde las seis de la tarde."),
            by: shelterWorker
        )
        await publisher.tick(hoursAgo: 90, on: clock)
        _ = try await node.open(
            OpenSections(
                dossier: dossier,
                sections: [.identity],
                purpose: .care,
                words: "Recibirla por su nombre"
            ),
            by: shelterWorker
        )
        _ = try await node.perform(
            WriteSection(
                dossier: dossier,
                note: SectionNote(
                    section: .assistance,
                    text:
                        "Cama asignada. Primera conversación con calma; pidió avisar a su hermana."
                )
            ),
            by: shelterWorker
        )
        return dossier
    }

    private func readAgain(_ dossier: DossierID, hoursAgo hours: Int) async throws {
        await publisher.tick(hoursAgo: hours, on: clock)
        _ = try await node.open(
            OpenSections(
                dossier: dossier,
                sections: [.legal],
                purpose: .continuing,
                words: ""
            ),
            by: officer
        )
    }

    private func declinedForLanguage(_ person: DemoCast.Person) async throws {
        await publisher.tick(hoursAgo: 72, on: clock)
        let encounter = try await meet(
            "Tapachula, Chiapas",
            .privateVehicle,
            "CN",
            .from30to59,
            .female,
            [],
            "Viajaba con un hombre que contestaba por ella. Se pidió intérprete por teléfono."
        )
        try await screen(
            encounter,
            sets: ["unodc-general"],
            yes: ["act-2", "g18", "g20"],
            no: ["g07"],
            next: .screenAgain,
            why: "No se pudo hablar a solas. Hace falta intérprete antes de seguir."
        )
        let social = socialWorker.agency
        let shelter = shelterWorker.agency
        try await consent(
            encounter,
            [shelter: [.identity], social: [.identity, .exploitation]],
            interpreter: .byTelephone
        )
        let dossier = try await open(
            encounter,
            person,
            [
                .exploitation:
                    "Dice que trabajó en un taller sin paga. Falta confirmarlo con intérprete."
            ]
        )
        let referral = try await refer(
            dossier,
            to: shelter,
            [.shelter, .interpretation],
            .emergency,
            languages: "chino mandarín",
            needs: "Lugar seguro y alguien que hable mandarín."
        )
        await publisher.tick(hoursAgo: 71, on: clock)
        _ = try await node.perform(
            DeclineReferral(
                referral: referral,
                reason: .languageNotCovered,
                words: "Esta semana no tenemos quien interprete. Servicios sociales sí."
            ),
            by: shelterWorker
        )
        _ = try await refer(
            dossier,
            to: social,
            [.shelter, .interpretation],
            .emergency,
            languages: "chino mandarín",
            needs: "Lugar seguro y alguien que hable mandarín."
        )
    }

    private func refusedByThePerson() async throws {
        await publisher.tick(hoursAgo: 50, on: clock)
        let encounter = try await meet(
            "Vía del tren, Arriaga",
            .freightTrain,
            "SV",
            .from18to29,
            .male,
            [.injuredOnTrain, .robbery],
            "Golpe en el hombro al subir al tren. No quiere que se registre nada más.",
            discovery: .otherPerson
        )
        try await consent(encounter, [:])
    }

    private func waitingPastItsDeadline(_ person: DemoCast.Person) async throws {
        await publisher.tick(hoursAgo: 30, on: clock)
        let encounter = try await meet(
            "Talismán, Chiapas",
            .bus,
            "GT",
            .from18to29,
            .male,
            [.extortion],
            "Trabajó tres meses en una finca; dice que le descontaban la comida y el techo.",
            discovery: .otherAgency
        )
        let shelter = shelterWorker.agency
        try await consent(encounter, [shelter: [.identity, .health]])
        let dossier = try await open(encounter, person, [.health: "Tos desde hace una semana."])
        _ = try await refer(
            dossier,
            to: shelter,
            [.shelter, .medical, .legal],
            .urgent,
            languages: "español, mam",
            needs: "Un lugar por unos días y consulta médica."
        )
    }

    private func waitingForAnAnswer(_ person: DemoCast.Person) async throws {
        await publisher.tick(hoursAgo: 2, on: clock)
        let encounter = try await meet(
            "Tapachula, Chiapas",
            .onFoot,
            "HT",
            .from12to17,
            .female,
            [.separatedFromFamily, .lackOfFoodOrWater],
            "Viaja sin su familia. La acompañaba una señora que se fue al ver a la patrulla."
        )
        try await screen(
            encounter,
            sets: ["unodc-general", "unodc-child"],
            yes: ["act-1", "c01", "c12"],
            no: ["c13"],
            next: .urgentProtection,
            why: "Adolescente sola. Se avisó a la autoridad de protección de la niñez."
        )
        let shelter = shelterWorker.agency
        try await consent(
            encounter,
            [shelter: [.identity, .health, .journey]],
            givenBy: .childProtectionAuthority,
            interpreter: .professional
        )
        let dossier = try await open(
            encounter,
            person,
            [.journey: "Salió con una prima; se separaron en Tecún Umán."]
        )
        _ = try await refer(
            dossier,
            to: shelter,
            [.shelter, .childCare, .psychological],
            .urgent,
            languages: "criollo haitiano, francés",
            needs: "Lugar para una adolescente sola, esta noche."
        )
    }

    private func onlyMet() async throws {
        await publisher.tick(hoursAgo: 1, on: clock)
        _ = try await meet(
            "Ciudad Hidalgo, Chiapas",
            .raft,
            "CU",
            .from30to59,
            .male,
            [],
            "Pregunta cómo seguir hacia el norte. No ha habido tiempo para hablar."
        )
    }
}
