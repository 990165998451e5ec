import Casework
import Foundation
import HTTPTypes
import Ledger
import Testing
import Web

/// Finding the same person again, as those see it who use the pages.
@Suite struct SamePersonPagesTests {
    private static let hers = [
        "givenNames": "Xochiquetzalli Amapola", "familyNames": "Tlalocinventa Ahuacatl",
        "birthDate": "1999-03-02",
    ]
    private static let hersAgain = [
        "givenNames": "Xochiquetzali Amapola", "familyNames": "Tlalocinventa Aguacatl",
        "birthDate": "1999-03-02",
    ]
    private static let meeting = [
        "place": "Suchiate", "direction": "northbound", "travel": "raft", "nationality": "HN",
        "ageBand": "from18to29", "sex": "female", "discovery": "ownWork", "account": "",
    ]

    /// Opens a dossier by its form; where the browser is sent, and the dossier.
    private static func open(
        _ lines: [String: String],
        _ officer: Browser,
        _ path: CarePath
    ) async throws -> (location: String, dossier: String) {
        let encounter = try await path.meet()
        try await path.consent(encounter)
        let made = try await officer.post("/encounters/\(encounter)/dossier", lines)
        let location = try #require(made.location)
        let id = try #require(location.firstMatch(of: /[0-9a-z]{26}$/)?.0)
        return (location, String(id))
    }

    private static func meet(
        _ lines: [String: String],
        _ officer: Browser
    ) async throws -> String {
        let made = try await officer.post("/encounters", meeting.merging(lines) { $1 })
        return try #require(made.location)
    }

    /// Two dossiers of one woman, and the address of the two side by side.
    private static func two(
        _ officer: Browser,
        _ path: CarePath
    ) async throws -> (first: String, second: String, pair: String) {
        let first = try await open(hers, officer, path).dossier
        let second = try await open(hersAgain, officer, path).dossier
        return (first, second, "/same-person/dossier-\(second)/dossier-\(first)")
    }

    // MARK: Opening a dossier

    @Test func `opening a dossier of somebody known asks at once, without a name`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let first = try await Self.open(Self.hers, officer, path)
            #expect(first.location == "/dossiers/\(first.dossier)")
            let second = try await Self.open(Self.hersAgain, officer, path)
            #expect(second.location == "/same-person/dossier-\(second.dossier)")
            let page = try await officer.get(second.location)
            #expect(page.status == .ok)
            #expect(page.text.contains("Quizá ya conoce a esta persona"))
            let id = try #require(DossierID(first.dossier))
            #expect(page.text.contains("Expediente \(id.reference)"))
            #expect(page.text.contains("Fecha de nacimiento: iguales"))
            #expect(page.text.contains("Es la misma"))
            #expect(page.text.contains("Es otra persona"))
            #expect(page.text.contains("Ver los dos lado a lado"))
            #expect(page.text.contains("Decidir después"))
            for name in ["Xochi", "Amapola", "Tlaloc", "catl", "1999"] {
                #expect(!page.body.contains(name), "\(name)")
            }
            // The dossier is open whatever is answered, and says that something waits.
            let dossier = try await officer.get("/dossiers/\(second.dossier)")
            #expect(dossier.text.contains("Quizá ya conoce a esta persona: hay un registro"))
            let list = try await officer.get("/dossiers")
            #expect(list.text.contains("Quizá ya conocida"))
        }
    }

    @Test func `writing who somebody is asks too, and writing anything else does not`() async throws
    {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            _ = try await Self.open(Self.hers, officer, path)
            let second = try await Self.open(["health": "Fiebre"], officer, path)
            let base = "/dossiers/\(second.dossier)"
            #expect(second.location == base)
            let health = try await officer.post(
                "\(base)/sections/health/write",
                ["health": "Mejor"]
            )
            #expect(health.location == base)
            let identity = try await officer.post(
                "\(base)/sections/identity/write",
                Self.hersAgain
            )
            #expect(identity.location == "/same-person/dossier-\(second.dossier)")
        }
    }

    @Test func `the API tells who may be the same in the answer that opens the dossier`()
        async throws
    {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        try await world.visit { visitors in
            let program = try await visitors.program(.officer)
            var alike: [Int] = []
            for lines in [Self.hers, Self.hersAgain] {
                let encounter = try await path.meet()
                try await path.consent(encounter)
                let note: [String: Any] = ["section": "identity", "text": "", "lines": lines]
                let made = try await program.post(
                    "/api/encounters/\(encounter)/dossier",
                    ["encounter": "\(encounter)", "notes": [note]]
                )
                #expect(made.status == .ok)
                #expect(!made.body.contains("Xochi"))
                alike.append(try #require(made.json()["alike"] as? [[String: Any]]).count)
            }
            #expect(alike == [0, 1])
        }
    }

    // MARK: Side by side

    @Test func `two dossiers are read side by side against an entry of each`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let (first, second, pair) = try await Self.two(officer, path)
            let closed = try await officer.get(pair)
            #expect(closed.status == .ok)
            #expect(!closed.body.contains("Xochi"))
            #expect(closed.text.contains("Abrir los dos y comparar"))
            let size = try world.store.size()
            let opening = try await officer.post("\(pair)/opening", ["words": ""])
            #expect(opening.location == pair)
            #expect(try world.store.size() == size + 2)
            let page = try await officer.get(pair)
            for name in Array(Self.hers.values) + Array(Self.hersAgain.values) {
                #expect(page.text.contains(name), "\(name)")
            }
            #expect(page.headers[.cacheControl] == "no-store")
            let title = try #require(page.body.firstMatch(of: /<title>(.*?)<\/title>/)?.1)
            #expect(!title.contains("Xochi"))
            #expect(try world.store.size() == size + 2)
            for dossier in [first, second] {
                let story = try await officer.get("/dossiers/\(dossier)")
                #expect(story.text.contains("Saber si es la misma persona"))
            }
            // Nobody else's sitting is open by that.
            let colleague = try await visitors.browser(.officer)
            #expect(!(try await colleague.get(pair)).body.contains("Xochi"))
            // Who only coordinates opens nothing and decides nothing.
            let founder = try await visitors.browser(.founder)
            let seen = try await founder.get(pair)
            #expect(seen.status == .ok)
            #expect(!seen.body.contains("Xochi"))
            #expect(!seen.body.contains("name=\"verdict\""))
            #expect(!seen.text.contains("Abrir los dos"))
        }
    }

    @Test func `a merge says why, shows on both dossiers and in one line, and is undone`()
        async throws
    {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let (first, second, pair) = try await Self.two(officer, path)
            let silent = try await officer.post(pair, ["verdict": "merged", "why": ""])
            #expect(silent.status == .unprocessableContent)
            #expect(silent.body.contains("id=\"error-why\""))
            let undecided = try await officer.post(pair, ["why": "Same scar"])
            #expect(undecided.body.contains("id=\"error-verdict\""))
            let size = try world.store.size()
            let merged = try await officer.post(pair, ["verdict": "merged", "why": "Same scar"])
            #expect(merged.status == .seeOther)
            #expect(try world.store.size() == size + 1)
            let page = try await officer.get(pair)
            #expect(page.text.contains("Se decidió que son la misma persona"))
            #expect(page.text.contains("Name of officer dijo que son la misma persona"))
            #expect(page.text.contains("«Same scar»"))
            let references = [first, second].compactMap { DossierID($0)?.reference }
            let one = try await officer.get("/dossiers/\(first)")
            #expect(one.text.contains("La misma persona que"))
            #expect(one.text.contains("Expediente \(references[1])"))
            let other = try await officer.get("/dossiers/\(second)")
            #expect(other.text.contains("Expediente \(references[0])"))
            #expect(other.body.contains("verdict=undone#decision"))
            let list = try await visitors.program(.officer).get("/api/dossiers").json()
            let rows = try #require(list["dossiers"] as? [[String: Any]])
            #expect(rows.count == 1)
            #expect((rows.first?["others"] as? [Any])?.count == 1)
            let begun = try await officer.get("\(pair)?verdict=undone")
            #expect(begun.body.contains("value=\"undone\" checked"))
            _ = try await officer.post(pair, ["verdict": "undone", "why": "Not her"])
            let apart = try await officer.get("/dossiers/\(first)")
            #expect(!apart.text.contains("La misma persona que"))
            let again = try await officer.get(pair)
            #expect(again.text.contains("De estos dos no se ha decidido nada"))
            #expect(again.text.contains("«Not her»"))
            #expect(again.text.contains("«Same scar»"))
        }
    }

    @Test func `joining two groups, or against what was said, takes a tick at its own field`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            var met: [String] = []
            for _ in 0..<4 {
                let address = try await Self.meet([:], officer)
                met.append("encounter-\(address.dropFirst("/encounters/".count))")
            }
            func decide(
                _ one: Int,
                _ other: Int,
                _ more: [String: String]
            ) async throws -> Reply {
                let answer = ["why": "Why"].merging(more) { $1 }
                return try await officer.post("/same-person/\(met[one])/\(met[other])", answer)
            }
            _ = try await decide(0, 1, ["verdict": "merged"])
            _ = try await decide(2, 3, ["verdict": "merged"])
            _ = try await decide(0, 3, ["verdict": "keptApart"])
            let doubted = try await decide(1, 2, ["verdict": "merged"])
            #expect(doubted.status == .unprocessableContent)
            #expect(doubted.body.contains("id=\"error-isSure\""))
            #expect(doubted.text.contains("Alguien decidió antes"))
            #expect(doubted.text.contains("ya está unido a otros registros"))
            let sure = try await decide(1, 2, ["verdict": "merged", "isSure": "yes"])
            #expect(sure.status == .seeOther)
            let page = try await officer.get("/same-person/\(met[0])/\(met[3])")
            #expect(page.text.contains("El sistema no elige"))
            let desk = try await officer.get("/same-person")
            #expect(desk.text.contains("Decisiones que se contradicen"))
            let encounter = met[1].dropFirst("encounter-".count)
            let one = try await officer.get("/encounters/\(encounter)")
            #expect(one.text.contains("quedaron como una sola persona"))
            #expect(one.text.contains("Se le ha encontrado 4 veces"))
        }
    }

    @Test func `a pair that is none is not found, whoever asks`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let (first, _, pair) = try await Self.two(officer, path)
            let stranger = "dossier-\(DossierID.random())"
            for address in [
                "/same-person/dossier-\(first)/dossier-\(first)",
                "/same-person/dossier-\(first)/\(stranger)", "/same-person/\(stranger)",
                "/same-person/dossier-\(first)/x", "/same-person/x",
            ] {
                #expect(try await officer.get(address).status == .notFound, "\(address)")
            }
            let outsider = try await visitors.browser(.outsider)
            #expect(try await outsider.get(pair).status == .notFound)
            let answer = try await outsider.post(pair, ["verdict": "merged", "why": "Why"])
            #expect(answer.status == .notFound)
            #expect(try await outsider.post("\(pair)/opening", [:]).status == .notFound)
        }
    }

    // MARK: The register of encounters

    @Test func `what is said at the border is made into a card and shown nowhere`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let form = try await officer.get("/encounters/new")
            #expect(form.text.contains("se convierte en una ficha con llave"))
            let first = try await Self.meet(Self.hers, officer)
            let second = try await Self.meet(Self.hersAgain, officer)
            let page = try await officer.get(second)
            #expect(page.text.contains("Quizá ya conoce a esta persona: hay un registro"))
            let list = try await officer.get("/encounters")
            #expect(list.text.contains("Quizá ya conocida"))
            let pair =
                "/same-person/encounter-\(second.dropFirst("/encounters/".count))"
                + "/encounter-\(first.dropFirst("/encounters/".count))"
            let both = try await officer.get(pair)
            #expect(both.text.contains("Suchiate"))
            #expect(!both.text.contains("Abrir"))
            let size = try world.store.size()
            #expect(
                try await officer.post("\(pair)/opening", [:]).status == .unprocessableContent
            )
            #expect(try world.store.size() == size)
            _ = try await officer.post(pair, ["verdict": "merged", "why": "Says so herself"])
            let again = try await officer.get(second)
            #expect(again.text.contains("Se le ha encontrado 2 veces"))
            #expect(try await officer.get("/encounters").text.contains("encontrado 2 veces"))
            for address in ["/encounters", first, second, pair, "/same-person"] {
                let reply = try await officer.get(address)
                for name in ["Xochi", "Amapola", "Tlaloc", "catl"] {
                    #expect(!reply.body.contains(name), "\(name) at \(address)")
                }
            }
        }
    }

    @Test func `a line that is too long is refused at its field`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let long = ["familyNames": String(repeating: "x", count: 201)]
            let answer = try await officer.post(
                "/encounters",
                Self.meeting.merging(long) { $1 }
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("id=\"error-familyNames\""))
        }
    }

    @Test func `whoever sees no encounters learns of none here`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let met = try await Self.meet(Self.hers, officer).dropFirst("/encounters/".count)
            let dossier = try await Self.open(Self.hersAgain, officer, path).dossier
            let pair = "/same-person/dossier-\(dossier)/encounter-\(met)"
            #expect(try await officer.get(pair).status == .ok)
            let founder = try await visitors.browser(.founder)
            #expect(try await founder.get(pair).status == .notFound)
            let page = try await founder.get("/dossiers/\(dossier)")
            #expect(!page.text.contains("Quizá ya conoce"))
            _ = try await officer.post(pair, ["verdict": "merged", "why": "Why"])
            for address in ["/dossiers/\(dossier)", "/same-person", "/dossiers"] {
                let reply = try await founder.get(address)
                #expect(reply.status == .ok)
                #expect(!reply.body.contains(met), "\(address)")
                #expect(!reply.body.contains("Suchiate"), "\(address)")
            }
        }
    }

    // MARK: Counting

    @Test func `linked encounters count as one person in figures and lists`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let analyst = try await visitors.browser(.analyst)
            var met: [String] = []
            for _ in 0..<3 {
                let address = try await Self.meet([:], officer)
                met.append("encounter-\(address.dropFirst("/encounters/".count))")
            }
            _ = try await officer.post(
                "/same-person/\(met[0])/\(met[2])",
                ["verdict": "merged", "why": "Why"]
            )
            let figures = try await analyst.get("/figures")
            #expect(figures.text.contains("2 personas en 3 encuentros"))
            let list = try await analyst.post(
                "/estimation/lists",
                [
                    "listName": "Noviembre", "from": "2026-11-01", "until": "2026-11-30",
                    "place": "", "definition": "Todas",
                ]
            )
            let page = try await analyst.get(try #require(list.location))
            #expect(page.text.contains("La lista tiene a 2 personas"))
            #expect(page.text.contains("1 encuentro es de alguien que ya se contó"))
        }
    }
}
