import Casework
import HTTPTypes
import Testing
import Web

/// The pages about keys: one's own, another member's, the agency's, and another agency's.
@Suite struct KeyPagesTests {
    private static func member(_ who: WebWorld.Who, _ visitors: Visitors) async throws -> String {
        let list = try await visitors.program(who.coordinator).get("/api/members").json()
        let rows = list["members"] as? [[String: Any]] ?? []
        let row = try #require(rows.first { $0["signIn"] as? String == who.rawValue })
        return try #require(row["id"] as? String)
    }

    private static func key(_ who: WebWorld.Who, _ visitors: Visitors) async throws -> String {
        let key = try await visitors.program(who).get("/api/account/key").json()["signingKey"]
        return try #require(key as? String)
    }

    @Test func `a member renews their key, signs in again, and the page says what it means`()
        async throws
    {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(.officer)
            let old = try await Self.key(.officer, visitors)
            let page = try await browser.get("/account/key")
            #expect(page.text.contains("Nadie guarda copia de su llave"))
            #expect(page.body.contains(old))
            let wrong = try await browser.post("/account/key", ["keyPassword": "not the one"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("La contraseña actual no coincide"))
            let done = try await browser.post(
                "/account/key",
                ["keyPassword": WebWorld.password]
            )
            #expect(done.location == "/sign-in")
            #expect(try await browser.get("/account").location == "/sign-in")
            #expect(try await Self.key(.officer, visitors) != old)
            let id = try await Self.member(.officer, visitors)
            let founder = try await visitors.browser(.founder)
            let keys = try await founder.get("/members/\(id)").text
            #expect(keys.contains("Sustituida"))
            #expect(keys.contains("Firma"))
        }
    }

    @Test func `the same password guessed again and again is slowed down`() async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(.officer)
            var last = HTTPResponse.Status.ok
            for _ in 0..<7 {
                last = try await browser.post("/account/key", ["keyPassword": "a guess"]).status
            }
            #expect(last == .tooManyRequests)
        }
    }

    @Test func `a coordinator retires a stolen key, and its session ends at once`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let shelter = try await visitors.browser(.shelter)
            let caseworker = try await visitors.browser(.caseworker)
            let id = try await Self.member(.caseworker, visitors)
            let question = try await shelter.get("/members/\(id)/retire")
            #expect(question.text.contains("no hay copia de la llave"))
            let unsure = try await shelter.post("/members/\(id)/retire", [:])
            #expect(unsure.status == .unprocessableContent)
            #expect(unsure.body.contains("id=\"error-since\""))
            #expect(unsure.body.contains("id=\"error-retired\""))
            let toCome = try await shelter.post(
                "/members/\(id)/retire",
                ["since": "2030-01-01T00:00", "retired": "yes"]
            )
            #expect(toCome.body.contains("id=\"error-since\""))
            #expect(try await caseworker.get("/account").status == .ok)
            let since = "2026-11-20T08:00"
            let done = try await shelter.post(
                "/members/\(id)/retire",
                ["since": since, "retired": "yes"]
            )
            #expect(done.location == "/members/\(id)")
            #expect(try await caseworker.get("/account").location == "/sign-in")
            let page = try await shelter.get("/members/\(id)")
            #expect(page.text.contains("Retirada"))
            #expect(page.body.contains(since))
            #expect(page.text.contains("inscríbala de nuevo"))
            #expect(try await shelter.get("/members/\(id)/retire").status == .notFound)
            let again = try await visitors.stranger.post(
                "/sign-in",
                ["signIn": "caseworker", "password": WebWorld.password]
            )
            #expect(again.status == .unprocessableContent)
        }
    }

    @Test func `an agency's key is renewed, and the page says who has yet to come by`() async throws
    {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let shelter = try await visitors.browser(.shelter)
            let program = try await visitors.program(.shelter)
            let old = try await program.get("/api/agency/key").json()
            #expect((old["waiting"] as? [Any])?.isEmpty == true)
            let done = try await shelter.post("/agency/key", ["keyPassword": WebWorld.password])
            #expect(done.location == "/agency/key")
            let new = try await program.get("/api/agency/key").json()
            #expect(new["publicKey"] as? String != old["publicKey"] as? String)
            #expect(new["waiting"] as? [String] == ["Name of caseworker"])
            #expect(try await shelter.get("/agency/key").text.contains("Name of caseworker"))
            _ = try await visitors.browser(.caseworker)
            let last = try await program.get("/api/agency/key").json()
            #expect((last["waiting"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func `the founding agency retires another, whose members are out at once`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let founder = try await visitors.browser(.founder)
            let outsider = try await visitors.browser(.outsider)
            let id = try #require(world.agencies[.other]?.description)
            #expect(try await founder.get("/members").body.contains("/agencies/\(id)"))
            #expect(try await founder.get("/agencies/\(id)").text.contains("Retirar las llaves"))
            let fields = ["since": "2026-11-20T08:00", "retired": "yes"]
            let done = try await founder.post("/agencies/\(id)/retire", fields)
            #expect(done.location == "/members")
            #expect(try await outsider.get("/account").location == "/sign-in")
            let page = try await founder.get("/agencies/\(id)")
            #expect(page.text.contains("Sus llaves se retiraron"))
            #expect(!page.body.contains("/retire\""))
            let own = try #require(world.agencies[.founder]?.description)
            let refused = try await visitors.program(.founder).post(
                "/api/agencies/\(own)/retire",
                #"{"since":"2026-11-20T08:00:00.000Z","sure":true}"#
            )
            #expect(try refused.json()["code"] as? String == "foundingAgency")
        }
    }

    @Test func `the record of a member says what their own agency finds under seal`() async throws {
        try await WebWorld().visit { visitors in
            let page = try await visitors.browser(.caseworker).get("/record")
            #expect(page.text.contains("De lo que shelter puede leer"))
        }
    }
}
