import Casework
import Coalition
import HTTPTypes
import Testing
import Web

/// Flags on screen: for coordinators of the leading agency and of the commission.
@Suite struct FlagPagesTests {
    /// A flag about an officer of migration who had no tie to the dossier, and a commission.
    private func flagged(_ world: WebWorld) async throws -> (dossier: DossierID, flag: FlagID) {
        let founder = try await world.node.signIn(name: "founder", password: WebWorld.password)
        let commission = NewAgency(
            name: "Rights",
            kind: .commission,
            coordinator: NewMember(
                name: "Name of rights",
                signIn: "rights",
                password: WebWorld.password,
                roles: [.coordinator]
            )
        )
        _ = try await world.node.admit(commission, by: founder)
        let new = NewMember(
            name: "Name of colleague",
            signIn: "colleague",
            password: WebWorld.password,
            roles: [.officer]
        )
        _ = try await world.node.enrol(new, by: founder)
        let colleague = try await world.node.signIn(
            name: "colleague",
            password: WebWorld.password
        )
        let dossier = try await CarePath(world).dossier()
        let command = OpenSections(
            dossier: dossier,
            sections: [.health],
            purpose: .care,
            words: "Para el turno"
        )
        _ = try await world.node.open(command, by: colleague)
        let flags = try await world.node.read(.seeFlags, by: founder) { desk, _, _ in
            Array(desk.flags.keys)
        }
        return (dossier, try #require(flags.first))
    }

    @Test func `the leading agency sees who and which dossier, the commission neither`()
        async throws
    {
        let world = try await WebWorld()
        let (dossier, flag) = try await flagged(world)
        try await world.visit { visitors in
            let founder = try await visitors.browser(.founder)
            let rights = try await visitors.browser(
                signIn: "rights",
                password: WebWorld.password
            )
            for path in ["/flags", "/flags/\(flag)"] {
                let lead = try await founder.get(path)
                #expect(lead.status == .ok)
                #expect(lead.text.contains("Name of colleague"))
                #expect(lead.text.contains("Sin relación con el expediente"))
                let commission = try await rights.get(path)
                #expect(commission.status == .ok)
                #expect(commission.text.contains("Migration"))
                #expect(commission.text.contains("Sin relación con el expediente"))
                for secret in [
                    "Name of colleague", dossier.description, dossier.reference, "Para el turno",
                ] {
                    #expect(!commission.body.contains(secret), "\(secret) at \(path)")
                }
            }
            #expect(try await founder.get("/flags/\(flag)").body.contains(dossier.reference))
            for home in [founder, rights] {
                #expect(try await home.get("/").text.contains("1 avisos sin revisar"))
            }
            let course = try await founder.get("/dossiers/\(dossier)")
            #expect(course.text.contains("Se dio aviso de una apertura"))
        }
    }

    @Test func `a review is kept, shown to both, and the flag stays`() async throws {
        let world = try await WebWorld()
        let (_, flag) = try await flagged(world)
        try await world.visit { visitors in
            let founder = try await visitors.browser(.founder)
            let rights = try await visitors.browser(
                signIn: "rights",
                password: WebWorld.password
            )
            let empty = try await founder.post("/flags/\(flag)", ["words": " "])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.body.contains("id=\"error-words\""))
            let saved = try await founder.post("/flags/\(flag)", ["words": "Cubría <el> turno"])
            #expect(saved.location == "/flags/\(flag)")
            for reader in [founder, rights] {
                let page = try await reader.get("/flags/\(flag)")
                #expect(page.text.contains("Cubría <el> turno"))
            }
            #expect(try await founder.get("/flags").text.contains("Revisado"))
            #expect(try await rights.get("/flags").text.contains("Sin revisar"))
            #expect(!(try await founder.get("/").text.contains("avisos sin revisar")))
            let program = try await visitors.program(.founder)
            let line = try await program.get("/api/flags/\(flag)").json()
            #expect(line["isReviewed"] as? Bool == true)
            #expect((line["reviews"] as? [[String: Any]])?.count == 1)
            let list = try await program.get("/api/flags").json()
            #expect((list["flags"] as? [[String: Any]])?.count == 1)
        }
    }

    @Test func `agencies that have nothing to do with it find no flag`() async throws {
        let world = try await WebWorld()
        let (_, flag) = try await flagged(world)
        try await world.visit { visitors in
            let shelter = try await visitors.browser(.shelter)
            #expect(try await shelter.get("/flags").text.contains("No hay avisos"))
            #expect(try await shelter.get("/flags/\(flag)").status == .notFound)
            let posted = try await shelter.post("/flags/\(flag)", ["words": "Nada"])
            #expect(posted.status == .notFound)
            let officer = try await visitors.browser(.officer)
            #expect(try await officer.get("/flags").status == .forbidden)
            #expect(try await officer.get("/flags/\(flag)").status == .forbidden)
        }
    }
}
