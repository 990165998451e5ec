import Casework
import Coalition
import Foundation
import HTTPTypes
import Ledger
import Testing
import Web

/// Sections read again in a sitting, and the list of who opened a dossier.
@Suite struct OpeningPagesTests {
    /// A dossier that the shelter serves, with what the caseworker opened.
    private func served(_ world: WebWorld) async throws -> DossierID {
        let path = try await CarePath(world)
        let dossier = try await path.dossier()
        try await path.accept(try await path.refer(dossier))
        return dossier
    }

    @Test func `an opened section stands at its address until the member signs out`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let path = "/dossiers/\(dossier)/sections/health"
            #expect(!(try await officer.get(path)).text.contains("Fever"))
            _ = try await officer.post(path, ["purpose": "care"])
            let size = try world.store.size()
            let again = try await officer.get(path)
            #expect(again.status == .ok)
            #expect(again.text.contains("Fever since Tuesday."))
            #expect(again.text.contains("Atender a la persona"))
            #expect(again.headers[.cacheControl] == "no-store")
            _ = try await officer.post(path, ["purpose": "care"])
            #expect(try world.store.size() == size)
            // Nobody else reads it on that entry, nor does the same member elsewhere.
            let elsewhere = try await visitors.browser(.officer)
            #expect(!(try await elsewhere.get(path)).text.contains("Fever"))
            _ = try await officer.post("/sign-out", [:])
            #expect(try await officer.get(path).location == "/sign-in")
        }
    }

    @Test func `several sections are opened with one entry, and shown under their names`()
        async throws
    {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let path = "/dossiers/\(dossier)/sections/health"
            let door = try await officer.get(path)
            #expect(door.body.contains("name=\"also\""))
            let size = try world.store.size()
            let page = try await officer.post(
                path,
                all: ["purpose": ["care"], "also": ["identity", "legal"]]
            )
            #expect(page.status == .ok)
            for text in ["Xochiquetzalli", "Fever since Tuesday.", "No complaint yet."] {
                #expect(page.text.contains(text))
            }
            #expect(try world.store.size() == size + 1)
            let wrong = try await officer.post(
                path,
                all: ["purpose": ["care"], "also": ["wealth"]]
            )
            #expect(wrong.status == .unprocessableContent)
        }
    }

    @Test
    func `the list names own members, other agencies by role, and who opened nothing not at all`()
        async throws
    {
        let world = try await WebWorld()
        let dossier = try await served(world)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let caseworker = try await visitors.browser(.caseworker)
            _ = try await caseworker.post(
                "/dossiers/\(dossier)/sections/health",
                ["purpose": "care", "words": "Llamó su hermana Rosa"]
            )
            let address = "/dossiers/\(dossier)/openings"
            let page = try await officer.get(address)
            #expect(page.status == .ok)
            #expect(page.text.contains("shelter (Atención)") || page.text.contains("shelter ("))
            #expect(!page.text.contains("Name of caseworker"))
            #expect(page.text.contains("Rosa"))
            #expect(!page.text.contains("Migration ("))
            let own = try await caseworker.get(address)
            #expect(own.text.contains("Name of caseworker"))
            let outsider = try await visitors.browser(.outsider)
            for path in [
                address, "\(address)/sheet", "\(address)/sheet.json", "\(address)/sheet.csv",
            ] {
                #expect(try await outsider.get(path).status == .notFound)
            }
            let program = try await visitors.program(.officer)
            let list = try await program.get("/api\(address)").json()
            #expect((list["openings"] as? [[String: Any]])?.count == 1)
            #expect(list["isWhole"] as? Bool == true)
        }
    }

    @Test func `the sheet for the person names nobody and repeats nothing that anybody wrote`()
        async throws
    {
        let world = try await WebWorld()
        let dossier = try await served(world)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let caseworker = try await visitors.browser(.caseworker)
            for (member, section) in [(officer, "identity"), (caseworker, "health")] {
                _ = try await member.post(
                    "/dossiers/\(dossier)/sections/\(section)",
                    ["purpose": "care", "words": "Llamó su hermana Rosa"]
                )
            }
            let address = "/dossiers/\(dossier)/openings/sheet"
            for language in Language.allCases {
                let query = "?lang=\(language.rawValue)"
                let page = try await officer.get(address + query)
                let json = try await officer.get("\(address).json\(query)")
                let csv = try await officer.get("\(address).csv\(query)")
                let words = Words(language)
                for reply in [page, json, csv] {
                    #expect(reply.status == .ok)
                    #expect(!reply.body.contains("⟦"))
                    for secret in [
                        "Rosa", "Name of caseworker", "Xochiquetzalli", "Fever",
                    ] {
                        #expect(!reply.body.contains(secret), "\(secret)")
                    }
                    #expect(reply.body.contains("shelter"))
                    #expect(reply.body.contains("Migration"))
                }
                // The other shelter, called "other", has opened nothing.
                #expect(!csv.body.contains("\"other\"") && !json.body.contains("\"other\""))
                // Around the sheet stands the member's own name; in what is handed out it does not.
                let article = try #require(page.body.firstMatch(of: /<article[\s\S]*<\/article>/))
                #expect(!article.0.contains("Name of officer"))
                #expect(article.0.contains("lang=\"\(language.rawValue)\""))
                #expect(!json.body.contains("Name of officer"))
                #expect(!csv.body.contains("Name of officer"))
                for key in ["section.health", "section.identity", "purpose.care"] {
                    #expect(page.text.contains(words(key)))
                    #expect(csv.body.contains(words(key)))
                }
                #expect(!json.body.contains(dossier.description))
                #expect(json.headers[.contentDisposition]?.contains("attachment") == true)
            }
        }
    }

    @Test func `the file for programs holds a receipt for each opening`() async throws {
        let world = try await WebWorld()
        let dossier = try await served(world)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            _ = try await officer.post(
                "/dossiers/\(dossier)/sections/health",
                ["purpose": "care"]
            )
            try await world.node.publish(await world.node.signedCheckpoint().note)
            let sheet = try await officer.get("/dossiers/\(dossier)/openings/sheet.json").json()
            let openings = try #require(sheet["openings"] as? [[String: Any]])
            let number = try #require(openings.first?["entry"] as? Int)
            let receipt = try #require(openings.first?["receipt"] as? String)
            let served = try await officer.get("/receipts/\(number)/file")
            #expect(receipt == served.body)
        }
    }

    @Test func `a list of nothing says so`() async throws {
        let world = try await WebWorld()
        let dossier = try await CarePath(world).dossier()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            for path in ["openings", "openings/sheet"] {
                let page = try await officer.get("/dossiers/\(dossier)/\(path)")
                #expect(page.text.contains("Nadie ha abierto ninguna sección"))
            }
        }
    }
}
