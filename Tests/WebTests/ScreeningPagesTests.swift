import Casework
import HTTPTypes
import Testing
import Web

@Suite struct ScreeningPagesTests {
    private func encounter(_ officer: Browser, age: AgeBand = .from18to29) async throws -> String {
        let made = try await officer.post(
            "/encounters",
            [
                "place": "Suchiate", "direction": "northbound", "travel": "raft",
                "discovery": "ownWork",
                "nationality": "HN", "ageBand": age.rawValue, "sex": "female",
            ]
        )
        return try #require(made.location)
    }

    /// A screening of an encounter, asked by these sets besides the elements.
    private func screening(
        _ officer: Browser,
        _ sets: [String] = [],
        age: AgeBand = .from18to29
    ) async throws -> String {
        let encounter = try await encounter(officer, age: age)
        let made = try await officer.post("\(encounter)/screening", all: ["sets": sets])
        #expect(made.status == .seeOther)
        return try #require(made.location)
    }

    @Test func `every set says where it comes from, and the elements are always asked`()
        async throws
    {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let page = try await officer.get("\(encounter(officer))/screening")
            #expect(page.status == .ok)
            #expect(page.text.contains("Se pregunta siempre"))
            #expect(page.text.contains("Fuente secundaria, falta cotejar"))
            #expect(page.body.contains(#"value="ilo-labour""#))
            #expect(!page.body.contains(#"value="palermo-elements""#))
            #expect(!page.body.contains(#"value="unodc-child""#))
            #expect(!page.body.contains("⟦"))
        }
    }

    @Test(arguments: [AgeBand.under12, .from12to17, .unknown])
    func `for a child or an unknown age the child set is ticked`(age: AgeBand) async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let page = try await officer.get("\(encounter(officer, age: age))/screening")
            let ticked = /value="unodc-child" checked/
            #expect(page.body.contains(ticked))
        }
    }

    @Test func `a set that is on no list is refused at its field`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let encounter = try await encounter(officer)
            let page = try await officer.post("\(encounter)/screening", ["sets": "horoscope"])
            #expect(page.status == .unprocessableContent)
            #expect(page.body.contains(##"href="#field-sets""##))
            #expect(page.body.contains(#"id="field-sets""#))
        }
    }

    @Test func `what was answered is there when the page comes back`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let screening = try await screening(officer)
            let saved = try await officer.post(
                screening,
                ["answer.act-1": "yes", "answer.act-2": "unknown", "observations": "Pide agua."]
            )
            #expect(saved.location == "\(screening)/finding")
            let page = try await officer.get(screening)
            #expect(page.body.contains(#"name="answer.act-1" type="radio" value="yes" checked"#))
            let unknown = #"name="answer.act-2" type="radio" value="unknown" checked"#
            #expect(page.body.contains(unknown))
            #expect(
                page.body.contains(#"name="answer.act-3" type="radio" value="notAsked" checked"#)
            )
            #expect(page.body.contains("Pide agua."))
            #expect(page.text.contains("2 de 5 con respuesta"))
            #expect(!page.body.contains("⟦"))
        }
    }

    @Test func `an answer that does not exist is refused at its question`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let page = try await officer.post(screening(officer), ["answer.act-1": "perhaps"])
            #expect(page.status == .unprocessableContent)
            #expect(page.body.contains(##"href="#field-answer.act-1""##))
            #expect(page.body.contains(#"id="field-answer.act-1""#))
            #expect(!page.body.contains("⟦"))
        }
    }

    @Test func `the finding names the questions behind it and never their codes`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let screening = try await screening(officer, ["unodc-general", "ilo-labour"])
            _ = try await officer.post(
                screening,
                ["answer.act-1": "yes", "answer.g02": "yes", "answer.purpose-2": "yes"]
            )
            let page = try await officer.get("\(screening)/finding")
            #expect(page.text.contains("Elementos presentes"))
            #expect(page.text.contains("¿Alguien captó a la persona"))
            #expect(page.text.contains("Es la única base y es la más débil"))
            #expect(page.text.contains("proviene de una fuente secundaria"))
            #expect(page.text.contains("Las seis dimensiones"))
            for code in ["act-1", "g02", "purpose-2"] { #expect(!page.text.contains(code)) }
            #expect(!page.text.lowercased().contains("víctima"))
            #expect(!page.body.contains("⟦"))
        }
    }

    @Test func `for a child act and purpose are enough, and the page says so`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let screening = try await screening(officer, age: .from12to17)
            _ = try await officer.post(
                screening,
                ["answer.act-1": "yes", "answer.purpose-2": "yes"]
            )
            let page = try await officer.get("\(screening)/finding", language: .english)
            #expect(page.text.contains("Elements present"))
            #expect(page.text.contains("At this age no means is needed."))
            #expect(!page.body.contains("⟦"))
        }
    }

    @Test func `a person concludes with a reason, and then the answers stand`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let screening = try await screening(officer)
            let finding = "\(screening)/finding"

            let refused = try await officer.post(finding, ["next": "offerHelp"])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains(##"href="#field-why""##))

            let done = try await officer.post(
                finding,
                ["next": "offerHelp", "why": "Le quitaron sus papeles."]
            )
            #expect(done.location == finding)
            let page = try await officer.get(finding)
            #expect(page.text.contains("Ofrecer ayuda"))
            #expect(page.text.contains("Le quitaron sus papeles."))
            #expect(page.text.contains("Name of officer"))
            #expect(!page.body.contains(#"name="why""#))

            let late = try await officer.post(screening, ["answer.act-1": "yes"])
            #expect(late.status == .unprocessableContent)
            let sheet = try await officer.get(screening)
            #expect(!sheet.body.contains(#"name="answer.act-1""#))
            #expect(!sheet.body.contains("⟦"))
        }
    }

    @Test func `a program screens by the same rules, and the path says which`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let encounter = try await encounter(officer)
            let other = try await self.encounter(officer)
            let program = try await visitors.program(.officer)
            let identifier = String(other.dropFirst("/encounters/".count))
            let made = try await program.post(
                "/api\(encounter)/screening",
                ["encounter": identifier, "sets": ["unodc-general"]]
            )
            #expect(made.status == .ok)
            let id = try #require(try made.json()["id"] as? String)
            let answered = try await program.post(
                "/api/screenings/\(id)",
                ["screening": id, "answers": ["g02": "yes"], "observations": ""]
            )
            #expect(answered.status == .ok)
            let sheet = try await program.get("/api/screenings/\(id)").json()
            #expect(
                sheet["encounter"] as? String == String(encounter.dropFirst("/encounters/".count))
            )
            let shown = try await program.get("/api/screenings/\(id)/finding").json()
            #expect((shown["answers"] as? [String: String]) == ["g02": "yes"])
            let stranger = try await program.post(
                "/api/screenings/\(id)",
                ["screening": id, "answers": ["x": "yes"], "observations": ""]
            )
            #expect(stranger.status == .unprocessableContent)
        }
    }

    @Test func `another agency does not find the screening`() async throws {
        try await WebWorld().visit { visitors in
            let officer = try await visitors.browser(.officer)
            let screening = try await screening(officer)
            for who in [WebWorld.Who.caseworker, .observer, .founder] {
                let reply = try await visitors.browser(who).get(screening)
                #expect(reply.status == .forbidden)
            }
        }
    }
}
