import Casework
import HTTPTypes
import Testing
import Web

@Suite struct HomePageTests {
    @Test func `whoever is not signed in is led to the door`() async throws {
        try await WebWorld().visit { visitors in
            let page = try await visitors.stranger.get("/")
            #expect(page.status == .seeOther)
            #expect(page.location == "/sign-in")
        }
    }

    @Test(arguments: WebWorld.Who.allCases)
    func `everybody has a first page in both languages`(who: WebWorld.Who) async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(who)
            for language in Language.allCases {
                let page = try await browser.get("/", language: language)
                #expect(page.status == .ok)
                #expect(page.text.contains("Name of \(who.rawValue)"))
            }
        }
    }

    @Test func `each role is told what waits for it and nothing else`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        _ = try await path.meet()
        _ = try await path.refer(try await path.dossier(), urgency: .emergency)
        world.clock.advance(minutes: 65)
        try await world.visit { visitors in
            let caseworker = try await visitors.program(.caseworker).get("/api/home").json()
            #expect(caseworker["toAnswer"] as? [String: Int] == ["waiting": 1, "overdue": 1])
            #expect(caseworker["encountersWithoutConsent"] == nil)
            let officer = try await visitors.program(.officer).get("/api/home").json()
            #expect(officer["toAnswer"] == nil)
            #expect(officer["encountersWithoutConsent"] as? Int == 1)
            #expect(
                officer["sent"] as? [String: Int] == ["waiting": 1, "overdue": 1, "declined": 0]
            )
            #expect(officer["openings"] == nil)
            let observer = try await visitors.program(.observer).get("/api/home").json()
            #expect(Set(observer.keys) == ["agency", "urgent"])
            let page = try await visitors.browser(.observer).get("/")
            #expect(page.body.contains("href=\"/record\""))
        }
    }

    @Test func `a declined referral waits until somebody else is asked`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let dossier = try await path.dossier()
        let referral = try await path.refer(dossier)
        try await world.visit { visitors in
            let caseworker = try await visitors.browser(.caseworker)
            _ = try await caseworker.post("/referrals/\(referral)/decline", ["reason": "full"])
            let program = try await visitors.program(.officer)
            let before = try await program.get("/api/home").json()
            #expect((before["sent"] as? [String: Int])?["declined"] == 1)
        }
        _ = try await path.refer(dossier)
        try await world.visit { visitors in
            let after = try await visitors.program(.officer).get("/api/home").json()
            #expect((after["sent"] as? [String: Int])?["declined"] == 0)
        }
    }

    @Test func `the coordinator of the leading agency sees who opened what`() async throws {
        let world = try await WebWorld()
        let path = try await CarePath(world)
        let dossier = try await path.dossier()
        try await path.accept(try await path.refer(dossier))
        try await world.visit { visitors in
            let caseworker = try await visitors.browser(.caseworker)
            _ = try await caseworker.post(
                "/dossiers/\(dossier)/sections/health",
                ["purpose": "care"]
            )
            let lead = try await visitors.browser(.founder).get("/").text
            #expect(lead.contains("shelter (Atención) abrió Salud"))
            let other = try await visitors.browser(.shelter).get("/").text
            #expect(!other.contains("abrió Salud"))
        }
    }
}
