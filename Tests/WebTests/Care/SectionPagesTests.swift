import Casework
import HTTPTypes
import Ledger
import Testing
import Vault
import Web

@Suite struct SectionPagesTests {
    @Test func `opening a section shows what it says and the entry it left`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let door = try await officer.get("/dossiers/\(dossier)/sections/identity")
            #expect(door.status == .ok)
            #expect(!door.body.contains("Xochiquetzalli"))
            let page = try await officer.post(
                "/dossiers/\(dossier)/sections/identity",
                ["purpose": "continuing", "words": "Falta un dato"]
            )
            #expect(page.status == .ok)
            #expect(page.text.contains("Xochiquetzalli"))
            #expect(page.headers[.cacheControl] == "no-store")
            let entry = try #require(page.text.firstMatch(of: /es el asiento (\d+) del registro/))
            let program = try await visitors.program(.officer)
            let model = try await program.get("/api/dossiers/\(dossier)").json()
            let last = try #require((model["course"] as? [[String: Any]])?.last)
            #expect(last["kind"] as? String == "sectionOpened")
            #expect((last["entry"] as? Int).map(String.init) == String(entry.1))
            #expect(last["words"] as? String == "Falta un dato")
        }
    }

    @Test func `without a purpose nothing is opened and no entry is left`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        let size = try world.store.size()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let answer = try await officer.post("/dossiers/\(dossier)/sections/identity", [:])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("id=\"error-purpose\""))
            #expect(!answer.body.contains("Xochiquetzalli"))
        }
        #expect(try world.store.size() == size)
    }

    @Test func `a section without a key stays closed, as a page and as JSON`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let dossier = try await path.dossier()
        try await path.accept(try await path.refer(dossier))
        try await world.visit { visitors in
            let caseworker = try await visitors.browser(.caseworker)
            let answer = try await caseworker.post(
                "/dossiers/\(dossier)/sections/legal",
                ["purpose": "care"]
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("no tiene la llave"))
            #expect(!answer.body.contains("No complaint yet"))
            let program = try await visitors.program(.caseworker)
            let refused = try await program.post(
                "/api/dossiers/\(dossier)/sections/legal",
                ["dossier": "\(dossier)", "section": "legal", "purpose": "care", "words": ""]
            )
            #expect(refused.status == .conflict)
            #expect(try refused.json()["code"] as? String == "sectionNotHeld")
        }
    }

    @Test func `the path says which section is opened, whatever the body says`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let program = try await visitors.program(.officer)
            let opened = try await program.post(
                "/api/dossiers/\(dossier)/sections/health",
                [
                    "dossier": "\(DossierID.random())", "section": "identity", "purpose": "care",
                    "words": "",
                ]
            ).json()
            let sections = try #require(opened["sections"] as? [[String: Any]])
            #expect(sections.map { $0["section"] as? String } == ["health"])
            let notes = try #require(sections.first?["notes"] as? [[String: Any]])
            #expect(notes.map { $0["text"] as? String } == ["Fever since Tuesday."])
        }
    }

    @Test func `a damaged section shows nothing, and page and program say why`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        for item in try world.store.shelfItems(space: VaultShelf.boxes, prefix: [])
        where Box(stored: item.value)?.header.access == .opened {
            var value = item.value
            value[value.count - 1] ^= 1
            try world.store.changeShelf([
                .put(space: VaultShelf.boxes, key: item.key, value: value)
            ])
        }
        try await world.visit { visitors in
            let path = "/dossiers/\(dossier)/sections/health"
            let page = try await visitors.browser(.officer).post(path, ["purpose": "care"])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("no coincide con el registro"))
            #expect(!page.text.contains("Fever"))
            let answer = try await visitors.program(.officer).post(
                "/api\(path)",
                ["dossier": "\(dossier)", "section": "health", "purpose": "care", "words": ""]
            )
            #expect(answer.status == .conflict)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(try answer.json()["code"] as? String == "damaged")
        }
    }

    @Test func `what is written later is read after what was there`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let base = "/dossiers/\(dossier)/sections/health"
            let form = try await officer.get("\(base)/write")
            #expect(form.text.contains("Solo su institución"))
            let written = try await officer.post("\(base)/write", ["health": "Ya no tiene fiebre"])
            #expect(written.location == "/dossiers/\(dossier)")
            let text = try await officer.post(base, ["purpose": "care"]).text
            let before = try #require(text.firstRange(of: "Fever since Tuesday."))
            let after = try #require(text.firstRange(of: "Ya no tiene fiebre"))
            #expect(before.upperBound < after.lowerBound)
        }
    }

    @Test func `writing nothing is refused, and so is a section that is not one`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let path = "/dossiers/\(dossier)/sections/health/write"
            let answer = try await officer.post(path, ["health": "  "])
            #expect(answer.status == .unprocessableContent)
            let other = try await officer.get("/dossiers/\(dossier)/sections/wealth/write")
            #expect(other.status == .notFound)
        }
    }

    @Test func `markup in a note is shown as text`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let base = "/dossiers/\(dossier)/sections/journey"
            _ = try await officer.post("\(base)/write", ["journey": "<b>Tecún</b> & más"])
            let page = try await officer.post(base, ["purpose": "care"])
            #expect(page.body.contains("&lt;b&gt;Tecún&lt;/b&gt; &amp; más"))
        }
    }
}
