import Casework
import HTTPTypes
import Testing
import Web

@Suite struct DossierPagesTests {
    @Test func `a dossier is opened from its form and shows no name`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let encounter = try await path.meet()
        try await path.consent(encounter)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let form = try await officer.get("/encounters/\(encounter)/dossier")
            #expect(form.status == .ok)
            #expect(
                form.text.contains("además de su institución, si acepta una derivación: shelter")
            )
            let made = try await officer.post(
                "/encounters/\(encounter)/dossier",
                ["givenNames": "Xochiquetzalli", "health": "Fiebre\r\ndesde el martes"]
            )
            #expect(made.status == .seeOther)
            let page = try await officer.get(try #require(made.location))
            #expect(page.status == .ok)
            #expect(page.text.contains("Name of officer abrió el expediente"))
            #expect(page.text.contains("Identidad, Salud"))
            #expect(!page.body.contains("Xochiquetzalli"))
            let list = try await officer.get("/dossiers")
            #expect(list.text.contains("Mujer, 18 a 29 años"))
            #expect(!list.body.contains("Xochiquetzalli"))
        }
    }

    @Test func `a dossier in which nothing is written is refused`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let encounter = try await path.meet()
        try await path.consent(encounter)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let answer = try await officer.post("/encounters/\(encounter)/dossier", [:])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Escriba algo en al menos una sección"))
        }
    }

    @Test func `a line that is too long is refused at its field and kept to be mended`()
        async throws
    {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let encounter = try await path.meet()
        try await path.consent(encounter)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let long = String(repeating: "x", count: 201)
            let answer = try await officer.post(
                "/encounters/\(encounter)/dossier",
                ["givenNames": long, "legal": "Sin denuncia"]
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("id=\"error-givenNames\""))
            #expect(answer.body.contains(long))
            #expect(answer.body.contains("Sin denuncia"))
        }
    }

    @Test func `without a consent there is no form, and the page says where to go`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let met = try await path.meet()
        let refused = try await path.meet()
        try await path.consent(refused, to: [])
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let page = try await officer.get("/encounters/\(met)/dossier")
            #expect(page.text.contains("Falta el consentimiento"))
            #expect(page.body.contains("/encounters/\(met)/consent"))
            #expect(!page.body.contains("name=\"givenNames\""))
            let other = try await officer.get("/encounters/\(refused)/dossier")
            #expect(other.text.contains("La persona dijo que no"))
        }
    }

    @Test func `who has no key sees who has, and cannot open`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let dossier = try await path.dossier()
        try await path.accept(try await path.refer(dossier))
        try await world.visit { visitors in
            let caseworker = try await visitors.browser(.caseworker)
            let page = try await caseworker.get("/dossiers/\(dossier)")
            #expect(page.body.contains("/dossiers/\(dossier)/sections/health\""))
            #expect(!page.body.contains("/dossiers/\(dossier)/sections/legal\""))
            let coordinator = try await visitors.browser(.shelter)
            let seen = try await coordinator.get("/dossiers/\(dossier)")
            #expect(seen.status == .ok)
            #expect(!seen.body.contains("/sections/"))
            let outsider = try await visitors.browser(.outsider)
            #expect(try await outsider.get("/dossiers/\(dossier)").status == .notFound)
        }
    }

    @Test func `the course shows openings, with others by agency and role`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let dossier = try await path.dossier()
        try await path.accept(try await path.refer(dossier))
        try await world.visit { visitors in
            let caseworker = try await visitors.browser(.caseworker)
            let opened = try await caseworker.post(
                "/dossiers/\(dossier)/sections/health",
                ["purpose": "care"]
            )
            #expect(opened.status == .ok)
            let own = try await caseworker.get("/dossiers/\(dossier)").text
            #expect(own.contains("Name of caseworker abrió Salud"))
            #expect(own.contains("Migration (Primer contacto) envió una derivación a shelter"))
            let officer = try await visitors.browser(.officer)
            let lead = try await officer.get("/dossiers/\(dossier)").text
            #expect(lead.contains("shelter (Atención) abrió Salud"))
            #expect(!lead.contains("Name of caseworker"))
            #expect(lead.contains("Apertura Para: Atender a la persona"))
        }
    }

    @Test func `a dossier as JSON has its sections and its course`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.program(.officer)
            let model = try await officer.get("/api/dossiers/\(dossier)").json()
            let sections = try #require(model["sections"] as? [[String: Any]])
            #expect(sections.count == Section.allCases.count)
            #expect(sections.filter { $0["isHeld"] as? Bool == true }.count == 3)
            let course = try #require(model["course"] as? [[String: Any]])
            #expect(course.map { $0["kind"] as? String } == ["dossierOpened"])
        }
    }
}
