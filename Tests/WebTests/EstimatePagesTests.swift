import Casework
import Coalition
import Foundation
import HTTPTypes
import Ledger
import Testing
import Web

/// From an encounter to a published estimate, as those see it who use the pages.
@Suite struct EstimatePagesTests {
    private static let encounter = [
        "place": "Suchiate", "direction": "northbound", "travel": "raft", "nationality": "HN",
        "ageBand": "from18to29", "sex": "female", "account": "",
    ]

    /// A table of three lists as the form sends it.
    private static let table: [String: String] = [
        "lists": "3", "population": "People who passed", "place": "Soconusco",
        "from": "2026-11-01", "until": "2026-11-30", "definition": "Two elements present",
        "samePopulation": "yes", "linkage": "By name and year", "linkedBy": "The secretariat",
        "list-1": "Migration", "list-2": "Shelter", "list-3": "Clinic",
        "making-1": "independent", "making-2": "independent", "making-3": "independent",
        "history-1": "1211", "history-2": "1307", "history-3": "213", "history-4": "907",
        "history-5": "143", "history-6": "171", "history-7": "6",
    ]

    private static func enter(
        _ analyst: Browser,
        _ changes: [String: String] = [:]
    ) async throws -> Reply {
        try await analyst.post("/estimation/tables", table.merging(changes) { $1 })
    }

    /// Enters a table and has it reckoned; gives the address of the estimate.
    private static func reckon(
        _ analyst: Browser,
        _ changes: [String: String] = [:]
    ) async throws -> String {
        let entered = try #require(try await enter(analyst, changes).location)
        let asked = try await analyst.post("\(entered)/estimates", ["seed": "7"])
        let address = try #require(asked.location)
        while try await analyst.get(address).body.contains("name=\"watch\"") {
            try await Task.sleep(for: .milliseconds(10))
        }
        return address
    }

    private static func published(
        _ visitors: Visitors
    ) async throws -> (draft: String, address: String) {
        let analyst = try await visitors.browser(.analyst)
        let founder = try await visitors.browser(.founder)
        let draft = try await reckon(analyst)
        let reply = try await founder.post("\(draft)/publication", ["why": "For the plan."])
        return (draft, try #require(reply.location))
    }

    // MARK: Encounters and lists

    @Test func `the form of an encounter asks how the person was found, and names it when missing`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            let page = try await officer.get("/encounters/new")
            #expect(page.text.contains("Otra institución la envió, la trajo o nos avisó"))
            let refused = try await officer.post("/encounters", Self.encounter)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Cómo se encontró a la persona: Elija una opción"))
            #expect(refused.body.contains(#"value="Suchiate""#))
            let fields = Self.encounter.merging(["discovery": "otherAgency"]) { $1 }
            let made = try await officer.post("/encounters", fields)
            let one = try await officer.get(try #require(made.location))
            #expect(one.text.contains("Otra institución la envió"))
        }
    }

    @Test func `a list says whom it leaves out and why, and how far persons are linked`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.browser(.officer)
            for discovery in ["ownWork", "ownWork", "otherAgency", "notKnown"] {
                let fields = Self.encounter.merging(["discovery": discovery]) { $1 }
                _ = try await officer.post("/encounters", fields)
            }
            let analyst = try await visitors.browser(.analyst)
            let list = [
                "listName": "November", "from": "2026-11-01", "until": "2026-11-30",
                "place": "suchi",
                "definition": "Everybody met",
            ]
            let drawn = try await analyst.post("/estimation/lists", list)
            let page = try await analyst.get(try #require(drawn.location), language: .english)
            #expect(page.text.contains("The list holds 2 people."))
            #expect(page.text.contains("Another agency sent them 1"))
            #expect(page.text.contains("Nobody wrote down how they were found 1"))
            #expect(page.text.contains("Each person counts once, as far as your agency linked"))
            let fields = Self.encounter.merging(["discovery": "ownWork"]) { $1 }
            _ = try await officer.post("/encounters", fields)
            let later = try await analyst.get(try #require(drawn.location), language: .english)
            #expect(later.text.contains("The list holds 2 people."))
            #expect(later.text.contains("Today the same definition gives 3 people."))
            let turned = try await analyst.post(
                "/estimation/lists",
                list.merging(["until": "2026-10-01"]) { $1 }
            )
            #expect(turned.text.contains("Último día: El último día es anterior al primero"))
        }
    }

    // MARK: Entering

    @Test func `what is wrong with a table is said at its field, and what was typed stays`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let cases: [(change: [String: String], error: String)] = [
                (
                    ["history-5": "-3"],
                    "En las listas 1 y 3 (Migration y Clinic): Escriba un número"
                ),
                (["history-2": "many"], "Solo en la lista 2 (Shelter): Escriba un número entero"),
                (["list-3": "migration"], "Lista 3: Dos listas tienen el mismo nombre"),
                (["making-2": ""], "Cómo se formó la lista 2: Elija una opción"),
                (["linkedBy": ""], "Quién las enlazó: Falta este dato"),
                (["until": "2026-10-01"], "Último día: El último día es anterior al primero"),
                (["samePopulation": ""], "¿Todas las listas son de esta población"),
            ]
            for (change, error) in cases {
                let reply = try await Self.enter(analyst, change)
                #expect(reply.status == .unprocessableContent, "\(change)")
                #expect(reply.text.contains(error), "\(change)")
                #expect(reply.body.contains(#"value="People who passed""#), "\(change)")
                #expect(reply.body.contains(#"value="1211""#), "\(change)")
            }
            let empty = Dictionary(
                uniqueKeysWithValues: (1...7).map { ("history-\($0)", "") }
            )
            let nobody = try await Self.enter(analyst, empty)
            #expect(nobody.text.contains("En esta tabla no hay ninguna persona"))
            #expect(
                try await Self.enter(analyst).location?.hasPrefix("/estimation/tables/") == true
            )
        }
    }

    @Test(arguments: 2...6)
    func `the form has one row for each history`(lists: Int) async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let page = try await analyst.get("/estimation/tables/new?lists=\(lists)")
            let rows = page.body.matches(of: /name="history-(\d+)"/).map { Int($0.1) }
            #expect(Set(rows) == Set(1..<1 << lists))
            #expect(rows.count == (1 << lists) - 1)
            for lists in ["1", "7", "x", "-1"] {
                let other = try await analyst.get("/estimation/tables/new?lists=\(lists)")
                #expect(other.body.contains(#"name="history-7""#))
            }
        }
    }

    @Test func `a file fills the form, and one that cannot be read says in which line`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = "/estimation/tables/import"
            let good = Data("A,B,C,count\n1,0,0,1211\n0,1,0,1307\n1,1,0,213\n0,0,1,907\n".utf8)
            let page = try await analyst.upload(good, named: "a.csv", to: path)
            #expect(page.status == .ok)
            for value in ["1211", "1307", "213", "907", "A", "B", "C"] {
                #expect(page.body.contains(#"value="\#(value)""#), "\(value)")
            }
            #expect(page.text.contains("En las listas 1 y 2 (A y B)"))
            let before = await world.node.checkpoint.size
            let bad = Data("A,B,C,count\n1,0,0,1211\n0,1,0,-4\n".utf8)
            let refused = try await analyst.upload(bad, named: "a.csv", to: path)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("No se pudo leer."))
            #expect(refused.text.contains("3"))
            let wide = Data("A,B,C,D,E,F,G,count\n1,1,0,0,0,0,0,9\n".utf8)
            let many = try await analyst.upload(wide, named: "a.csv", to: path)
            #expect(many.text.contains("La tabla tiene más de seis listas"))
            #expect(await world.node.checkpoint.size == before)
        }
    }

    // MARK: Reckoning

    @Test(arguments: Language.allCases)
    func `the range comes first, then the picture, each method, and why it may be wrong`(
        language: Language
    ) async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let address = try await Self.reckon(analyst)
            let page = try await analyst.get(address, language: language)
            let order =
                language == .english
                ? [
                    "At least ", "plausibly between", "<svg xmlns", "What each method says",
                    "Why it may be wrong",
                ]
                : [
                    "Son al menos", "Es plausible que", "<svg xmlns", "Qué dice cada método",
                    "Por qué puede estar mal",
                ]
            let places = order.map { page.body.range(of: $0)?.lowerBound }
            #expect(!places.contains(nil), "\(order)")
            let found = places.compactMap(\.self)
            #expect(found == found.sorted())
            #expect(!page.body.contains("style="))
            #expect(!page.body.contains("⟦"))
            #expect(!page.body.contains("http-equiv"))
        }
    }

    @Test func `while it is at work a page says so, and asks again by itself only when told to`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let entered = try #require(try await Self.enter(analyst).location)
            var first = ""
            // The first waits, so that the last is seen waiting.
            for seed in 1...6 {
                let asked = try await analyst.post("\(entered)/estimates", ["seed": "\(seed)"])
                first = try #require(asked.location)
                _ = try await analyst.get(first)
            }
            let waiting = try await analyst.get(first, language: .english)
            let watched = try await analyst.get("\(first)?watch=yes", language: .english)
            if waiting.body.contains("Look again") {
                #expect(!waiting.body.contains("http-equiv"))
            }
            if watched.body.contains("Look again") {
                #expect(watched.body.contains(#"http-equiv="refresh" content="5""#))
                #expect(watched.text.contains("Stop refreshing"))
            }
            while try await analyst.get(first).body.contains("name=\"watch\"") {
                try await Task.sleep(for: .milliseconds(10))
            }
            let done = try await analyst.get("\(first)?watch=yes", language: .english)
            #expect(!done.body.contains("http-equiv"))
            let runs = try await analyst.get(entered)
            #expect(runs.body.matches(of: /\/estimation\/estimates\/[0-9a-z]{26}"/).count == 6)
        }
    }

    @Test func `the same seed gives the same page`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let entered = try #require(try await Self.enter(analyst).location)
            var reports: [String] = []
            for _ in 0..<2 {
                let asked = try await analyst.post("\(entered)/estimates", ["seed": "11"])
                let address = try #require(asked.location)
                while try await analyst.get(address).body.contains("name=\"watch\"") {
                    try await Task.sleep(for: .milliseconds(10))
                }
                let page = try await analyst.get(address).body
                reports.append(
                    String(try #require(page.firstMatch(of: /<svg xmlns[\s\S]*<\/svg>/)?.0))
                )
            }
            #expect(reports[0] == reports[1])
        }
    }

    @Test func `a refusal shows counts, overlaps and the lower bound, and never a number`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let founder = try await visitors.browser(.founder)
            let few = [
                "history-1": "84", "history-2": "61", "history-3": "2", "history-4": "47",
                "history-5": "1", "history-6": "0", "history-7": "0",
            ]
            let address = try await Self.reckon(analyst, few)
            let page = try await founder.get(address, language: .english)
            #expect(page.text.contains("195 people were seen. These data allow no number."))
            #expect(page.text.contains("Why no number is given"))
            #expect(page.text.contains("Migration and Shelter 2"))
            #expect(!page.text.contains("plausibly between"))
            #expect(!page.body.contains("/publication"))
            let before = await world.node.checkpoint.size
            let form = try await founder.get("\(address)/publication", language: .english)
            #expect(!form.body.contains(#"name="why""#))
            let refused = try await founder.post("\(address)/publication", ["why": "We need one"])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Con estos datos no se puede dar un número"))
            #expect(await world.node.checkpoint.size == before)
        }
    }

    // MARK: Publishing

    @Test func `an analyst sees that a coordinator publishes; a coordinator has to say why`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let founder = try await visitors.browser(.founder)
            let draft = try await Self.reckon(analyst)
            let page = try await analyst.get(draft)
            #expect(page.text.contains("lo decide quien coordina su institución"))
            #expect(!page.body.contains("/publication"))
            let silent = try await founder.post("\(draft)/publication", ["why": " "])
            #expect(silent.status == .unprocessableContent)
            #expect(silent.text.contains("Por qué se publica: Falta este dato"))
            let said = try await founder.post("\(draft)/publication", ["why": "For the plan."])
            #expect(said.location?.hasPrefix("/estimates/") == true)
            let again = try await founder.post("\(draft)/publication", ["why": "Once more."])
            #expect(again.text.contains("Esta estimación ya se publicó"))
        }
    }

    @Test(arguments: Language.allCases)
    func `everybody reads what is published without an account, and no count below ten in it`(
        language: Language
    ) async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let (_, address) = try await Self.published(visitors)
            let stranger = visitors.stranger
            let list = try await stranger.get("/estimates", language: language)
            #expect(list.status == .ok)
            #expect(list.body.contains("href=\"\(address)\""))
            let page = try await stranger.get(address, language: language)
            #expect(page.status == .ok)
            #expect(page.text.contains("For the plan."))
            #expect(page.text.contains("People who passed"))
            #expect(
                page.text.contains(
                    language == .english
                        ? "Migration, Shelter and Clinic fewer than 10"
                        : "Migration, Shelter y Clinic menos de 10"
                )
            )
            #expect(page.text.contains("Migration 1,210"))
            for exact in ["1,211", "1211", "1,307", "1307", "3,958", "3958", "1,573"] {
                #expect(!page.body.contains(exact), "\(exact)")
            }
            #expect(!page.body.contains("⟦"))
            let json = try await stranger.get("/api\(address)").json()
            let estimate = try #require(json["estimate"] as? [String: Any])
            let counts = try #require(estimate["counts"] as? [Any])
            #expect(counts.count == 8)
            #expect(counts[7] is NSNull)
            #expect(counts[1] as? Int == 1210)
            #expect((json["inputs"] as? String)?.count == 64)
            let all = try await stranger.get("/api/estimates").json()
            #expect((all["estimates"] as? [Any])?.count == 1)
        }
    }

    @Test func `a member who reads it keeps their navigation, and one who left is a stranger`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let (_, address) = try await Self.published(visitors)
            let observer = try await visitors.browser(.observer)
            #expect(try await observer.get(address).body.contains("/sign-out"))
            #expect(!(try await observer.get("/estimates").body.contains("/estimation\"")))
            let analyst = try await visitors.browser(.analyst)
            #expect(try await analyst.get("/estimates").body.contains("/estimation\""))
            world.clock.advance(minutes: 31)
            #expect(!(try await observer.get(address).body.contains("/sign-out")))
        }
    }

    @Test func `what was withdrawn says so, with the reason, and can no longer be withdrawn`()
        async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let (draft, address) = try await Self.published(visitors)
            let founder = try await visitors.browser(.founder)
            let silent = try await founder.post("\(draft)/withdrawal", ["why": ""])
            #expect(silent.text.contains("Por qué se retira: Falta este dato"))
            let why = "One list was counted twice."
            let done = try await founder.post("\(draft)/withdrawal", ["why": why])
            #expect(done.location == address)
            let page = try await visitors.stranger.get(address, language: .english)
            #expect(page.text.contains("it must not be used"))
            #expect(page.text.contains(why))
            let list = try await visitors.stranger.get("/estimates", language: .english)
            #expect(list.text.contains("Withdrawn"))
            #expect(!list.text.contains("plausibly between"))
            let again = try await founder.post("\(draft)/withdrawal", ["why": why])
            #expect(again.text.contains("Esta estimación ya se retiró"))
        }
    }

    @Test func `another agency finds nothing of what is drafted`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let draft = try await Self.reckon(analyst)
            let shelter = try await visitors.browser(.shelter)
            #expect(try await shelter.get(draft).status == .notFound)
            #expect(try await shelter.get("\(draft)/publication").status == .notFound)
            #expect(!(try await shelter.get("/estimation").body.contains("People who passed")))
            #expect(
                try await shelter.post("\(draft)/publication", ["why": "x"]).status == .notFound
            )
            let nothing = try await visitors.stranger.get("/estimates/\(EstimateID.random())")
            #expect(nothing.status == .notFound)
        }
    }
}
