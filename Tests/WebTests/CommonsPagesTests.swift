import Casework
import Coalition
import Foundation
import HTTPTypes
import Testing
import Web

@Suite struct CommonsPagesTests {
    @Test(arguments: WebWorld.Who.allCases)
    func `everybody sees the agencies and both lists`(who: WebWorld.Who) async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(who)
            let directory = try await browser.get("/directory")
            #expect(directory.status == .ok)
            #expect(directory.text.contains("Migration"))
            #expect(directory.text.contains("Migración"))
            #expect(directory.body.contains("href=\"/challenges\""))
            let challenges = try await browser.get("/challenges")
            #expect(challenges.status == .ok)
            #expect(challenges.body.contains("href=\"/directory\""))
        }
    }

    @Test func `challenges and measures stand apart from the directory`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let path = try await analyst.uploadSample()
            let program = try await visitors.program(.analyst)
            let drafts = try await program.get("/api\(path)").json()["drafts"] as? [[String: Any]]
            var titles: [String: String] = [:]
            for draft in drafts ?? [] {
                guard let kind = draft["kind"] as? String, titles[kind] == nil,
                    let slug = draft["slug"] as? String
                else { continue }
                titles[kind] = draft["title"] as? String
                _ = try await program.post("/api\(path)/drafts/\(slug)", ["verdict": "accept"])
            }
            #expect(titles.count == ListingKind.allCases.count)
            let directory = try await analyst.get("/directory").text
            let challenges = try await analyst.get("/challenges").text
            for (kind, title) in titles {
                let isInDirectory = ["organization", "person", "place", "date"].contains(kind)
                #expect((isInDirectory ? directory : challenges).contains(title), "\(kind)")
            }
        }
    }

    @Test func `notices are counted by month, age, sex and finding`() async throws {
        let world = try await WebWorld()
        let officer = try await world.node.signIn(name: "officer", password: WebWorld.password)
        for (age, sex) in [(AgeBand.from18to29, Sex.female), (.from12to17, .male)] {
            try await refuse(age, sex, officer, world)
        }
        try await world.visit { visitors in
            let model = try await visitors.program(.analyst).get("/api/figures").json()
            let notices = try #require(model["notices"] as? [String: Any])
            #expect(notices["all"] as? Int == 2)
            let months = try #require(notices["months"] as? [[String: Any]])
            #expect(months.map { $0["month"] as? String } == ["2026-11"])
            #expect(months.map { $0["adults"] as? Int } == [1])
            #expect(months.map { $0["children"] as? Int } == [1])
            #expect(months.map { $0["sexes"] as? [String: Int] } == [["female": 1, "male": 1]])
            #expect(notices["elements"] as? [String: Int] == ["none": 2])
            let page = try await visitors.browser(.analyst).get("/figures")
            #expect(page.body.contains("<rect class=\"bar bar--1\" x=\"0\" width=\"1\""))
            #expect(page.text.contains("nov 2026"))
            #expect(page.text.contains("No las publique"))
        }
    }

    @Test func `a shelter's coordinator counts no encounters of migration`() async throws {
        let world = try await WebWorld()
        let officer = try await world.node.signIn(name: "officer", password: WebWorld.password)
        try await refuse(.from30to59, .other, officer, world)
        try await world.visit { visitors in
            for (who, expected) in [(WebWorld.Who.shelter, 0), (.founder, 1)] {
                let model = try await visitors.program(who).get("/api/figures").json()
                let steps = model["steps"] as? [[String: Any]] ?? []
                #expect(steps.compactMap { $0["count"] as? Int }.reduce(0, +) == expected)
            }
        }
    }

    /// Meets a person who says no, and allows being counted.
    private func refuse(
        _ age: AgeBand,
        _ sex: Sex,
        _ officer: Member,
        _ world: WebWorld
    ) async throws {
        let encounter = try await world.node.perform(
            RegisterEncounter(
                place: "Tapachula",
                direction: .northbound,
                travel: .onFoot,
                nationality: nil,
                ageBand: age,
                sex: sex,
                discovery: .ownWork,
                incidents: [],
                account: ""
            ),
            by: officer
        )
        _ = try await world.node.perform(
            RecordConsent(
                encounter: encounter,
                language: "spa",
                givenBy: .person,
                interpreter: .notNeeded,
                present: "",
                purpose: "shelter",
                allowed: [:],
                days: 30,
                allowsNotice: true
            ),
            by: officer
        )
    }
}

@Suite struct AnonymousCountsTests {
    private func notice(_ month: String, _ state: ElementState? = nil) -> Notice {
        Notice(month: month, isTreatedAsChild: false, sex: .unknown, elements: state)
    }

    @Test func `months without notices stand between those that have some`() {
        let counts = AnonymousCounts([notice("2026-02"), notice("2025-11", .present)])
        #expect(counts.months.map(\.month) == ["2025-11", "2025-12", "2026-01", "2026-02"])
        #expect(counts.months.map(\.all) == [1, 0, 0, 1])
        #expect(counts.elements == ["present": 1, "none": 1])
    }

    @Test func `no more than two years of months show, and all notices count`() {
        let counts = AnonymousCounts([notice("2001-01"), notice("2026-11")])
        #expect(counts.months.count == 24)
        #expect(counts.months.first?.month == "2024-12")
        #expect(counts.all == 2)
    }

    @Test func `without notices there is nothing`() {
        #expect(AnonymousCounts([]).months.isEmpty)
    }
}

@Suite struct PublicPagesTests {
    @Test(arguments: ["/help", "/accessibility"], Language.allCases)
    func `anybody reads it, in both languages`(path: String, language: Language) async throws {
        try await WebWorld().visit { visitors in
            let page = try await visitors.stranger.get(path, language: language)
            #expect(page.status == .ok)
            #expect(page.body.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(page.body.contains("href=\"/leave\""))
        }
    }

    @Test func `no page has script, style or handlers inside, nor one id twice`() async throws {
        let world = try await WebWorld()
        let paths = world.site.router().routes.entries
            .filter { $0.method == "GET" && !$0.path.contains(":") && !$0.path.hasPrefix("/api/") }
            .map(\.path)
        #expect(paths.count >= 5)
        try await world.visit { visitors in
            for who in [WebWorld.Who.founder, .officer, .analyst] {
                let browser = try await visitors.browser(who)
                for path in paths + ["/help", "/accessibility"] {
                    let page = try await browser.get(path).body
                    let inside = page.firstMatch(of: /<style|style=|\son\w+=|<script(?! src)/)
                    #expect(inside == nil, "\(path)")
                    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
                    #expect(Set(ids).count == ids.count, "\(path)")
                }
            }
        }
    }

    @Test func `help says what leaving does not erase`() async throws {
        try await WebWorld().visit { visitors in
            let page = try await visitors.stranger.get("/help")
            #expect(page.text.contains("historial del navegador"))
        }
    }
}
