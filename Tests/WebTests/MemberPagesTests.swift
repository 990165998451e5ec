import Casework
import HTTPTypes
import Testing
import Web

@Suite struct MemberPagesTests {
    private static let newcomer = [
        "name": ["Itzel Cruz"], "signIn": ["Itzel"], "password": ["una frase muy larga"],
        "roles": ["officer", "analyst"],
    ]

    private static func member(_ name: String, in reply: Reply) throws -> [String: Any] {
        let rows = try reply.json()["members"] as? [[String: Any]] ?? []
        return try #require(rows.first { $0["signIn"] as? String == name })
    }

    @Test func `a coordinator enrols a member, who can then sign in`() async throws {
        try await WebWorld().visit { visitors in
            let shelter = try await visitors.browser(.shelter)
            let answer = try await shelter.post("/members", all: Self.newcomer)
            #expect(answer.status == .seeOther)
            let page = try await shelter.get(try #require(answer.location))
            #expect(page.text.contains("Itzel Cruz"))
            #expect(page.text.contains("Primer contacto, Análisis"))
            let itzel = try await visitors.browser(
                signIn: "ITZEL",
                password: "una frase muy larga"
            )
            #expect(try await itzel.get("/account").text.contains("shelter"))
        }
    }

    @Test func `what is missing of a new member is said at its field`() async throws {
        try await WebWorld().visit { visitors in
            let shelter = try await visitors.browser(.shelter)
            let answer = try await shelter.post("/members", ["signIn": "itzel"])
            #expect(answer.status == .unprocessableContent)
            for field in ["name", "password", "roles"] {
                #expect(answer.body.contains("id=\"error-\(field)\""), "\(field)")
            }
            #expect(!answer.body.contains("id=\"error-signIn\""))
            #expect(answer.body.contains("value=\"itzel\""))
        }
    }

    @Test func `a sign-in name belongs to one member of the whole coalition`() async throws {
        try await WebWorld().visit { visitors in
            let shelter = try await visitors.browser(.shelter)
            var fields = Self.newcomer
            fields["signIn"] = ["officer"]
            let answer = try await shelter.post("/members", all: fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("ya está en uso"))
        }
    }

    @Test func `a coordinator sees the members of their own agency alone`() async throws {
        try await WebWorld().visit { visitors in
            let own = try await visitors.program(.shelter)
            let others = try await visitors.program(.other)
            let list = try await own.get("/api/members")
            #expect(try (list.json()["members"] as? [Any])?.count == 2)
            #expect(try (list.json()["agencies"] as? [Any])?.isEmpty == true)
            let id = try Self.member("caseworker", in: list)["id"] as? String ?? ""
            #expect(try await own.get("/api/members/\(id)").status == .ok)
            #expect(try await others.get("/api/members/\(id)").status == .notFound)
            let end = try await others.post("/api/members/\(id)/end", #"{"sure":true}"#)
            #expect(end.status == .notFound)
        }
    }

    @Test func `a membership that ends takes its sessions and its account along`() async throws {
        try await WebWorld().visit { visitors in
            let shelter = try await visitors.browser(.shelter)
            let caseworker = try await visitors.browser(.caseworker)
            let list = try await visitors.program(.shelter).get("/api/members")
            let id = try Self.member("caseworker", in: list)["id"] as? String ?? ""
            let unsure = try await shelter.post("/members/\(id)/end", [:])
            #expect(unsure.status == .unprocessableContent)
            #expect(unsure.body.contains("id=\"error-sure\""))
            #expect(try await caseworker.get("/account").status == .ok)
            let sure = try await shelter.post("/members/\(id)/end", ["sure": "yes"])
            #expect(sure.location == "/members")
            #expect(try await caseworker.get("/account").location == "/sign-in")
            let again = try await visitors.stranger.post(
                "/sign-in",
                ["signIn": "caseworker", "password": WebWorld.password]
            )
            #expect(again.status == .unprocessableContent)
            let after = try await visitors.program(.shelter).get("/api/members")
            #expect(try Self.member("caseworker", in: after)["hasLeft"] as? Bool == true)
            #expect(!(try await shelter.get("/members/\(id)").body.contains("/end\"")))
        }
    }

    @Test func `the last coordinator cannot leave`() async throws {
        try await WebWorld().visit { visitors in
            let shelter = try await visitors.browser(.shelter)
            let list = try await visitors.program(.shelter).get("/api/members")
            let id = try Self.member("shelter", in: list)["id"] as? String ?? ""
            let answer = try await shelter.post("/members/\(id)/end", ["sure": "yes"])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("única persona que coordina"))
            #expect(try await shelter.get("/account").status == .ok)
        }
    }

    @Test func `the founding agency admits another, whose coordinator begins at once`() async throws
    {
        try await WebWorld().visit { visitors in
            let founder = try await visitors.browser(.founder)
            let answer = try await founder.post(
                "/agencies",
                [
                    "agency": "Fiscalía <del> Sur", "kind": "prosecution", "name": "Ana",
                    "signIn": "ana", "password": "una frase muy larga",
                ]
            )
            #expect(answer.location == "/members")
            let page = try await founder.get("/members")
            #expect(page.text.contains("Fiscalía <del> Sur"))
            #expect(!page.body.contains("<del>"))
            let ana = try await visitors.browser(signIn: "ana", password: "una frase muy larga")
            #expect(try await ana.get("/members").text.contains("Fiscalía"))
            #expect(try await ana.get("/agencies/new").status == .forbidden)
        }
    }

    @Test func `another agency is not offered what only the founder can do`() async throws {
        try await WebWorld().visit { visitors in
            let page = try await visitors.browser(.shelter).get("/members")
            #expect(!page.body.contains("/agencies"))
            #expect(try await visitors.browser(.founder).get("/members").body.contains("/agencies"))
        }
    }
}
