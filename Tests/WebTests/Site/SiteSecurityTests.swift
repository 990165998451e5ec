import Casework
import Coalition
import HTTPTypes
import Ledger
import Testing
import Vault
import Web

/// What holds for the site as a whole: headers, forged requests, sessions.
@Suite struct SiteSecurityTests {
    private static func size(_ world: WebWorld) async -> UInt64 {
        await world.node.checkpoint.size
    }

    @Test func `every answer of the site has the strict headers`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let founder = try await visitors.browser(.founder)
            let routes = world.site.router().routes.entries.filter { $0.method == "GET" }
            let open = [
                "/sign-in", "/help", "/accessibility", "/leave", "/api", "/api/openapi.json",
                "/checkpoint", "/nothing", "/api/nothing", Assets.style.path,
            ]
            for path in routes.map(\.path) + open {
                for browser in [founder, visitors.stranger] {
                    let headers = try await browser.get(path).headers
                    #expect(headers[.contentSecurityPolicy] == contentSecurityPolicy, "\(path)")
                    #expect(headers[.xContentTypeOptions] == "nosniff", "\(path)")
                    let kept = path == Assets.style.path
                    #expect((headers[.cacheControl] == "no-store") != kept, "\(path)")
                    for (name, value) in [
                        ("Referrer-Policy", "no-referrer"),
                        ("Cross-Origin-Opener-Policy", "same-origin"),
                        ("Cross-Origin-Resource-Policy", "same-origin"),
                    ] {
                        #expect(headers[try #require(HTTPField.Name(name))] == value, "\(path)")
                    }
                    #expect(headers[.server] == nil, "\(path)")
                }
            }
        }
    }

    /// The forms that carry a file.
    private static let uploads = ["/documents", "/estimation/tables/import"]

    @Test func `a form that another page forged changes nothing`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let path = try await WholePath(world, visitors)
            let browsers = try await visitors.everybody()
            let before = await Self.size(world)
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let forms = world.site.router().routes.entries.filter {
                $0.method == "POST" && !$0.path.hasPrefix("/api/")
                    && !Self.uploads.contains($0.path)
            }
            #expect(forms.count > 10)
            for (route, browser) in forms.flatMap({ form in browsers.map { (form, $0) } }) {
                let address = path.path(route.path)
                for token in ["", String(repeating: "0", count: 64)] {
                    let reply = try await browser.post(address, [FormFields.tokenName: token])
                    #expect(reply.status == .forbidden, "\(address)")
                }
                for headers: HTTPFields in [
                    [.origin: "https://elsewhere.example"], [site: "cross-site"],
                    [site: "same-site"], [.origin: "http://localhost.elsewhere.example"],
                ] {
                    let reply = try await browser.post(address, all: [:], headers: headers)
                    #expect(reply.status == .forbidden, "\(address) \(headers)")
                }
            }
            #expect(await Self.size(world) == before)
        }
    }

    @Test func `a file that another page sends is not taken`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let analyst = try await visitors.browser(.analyst)
            let before = await Self.size(world)
            for path in Self.uploads {
                for token in ["", String(repeating: "0", count: 64)] {
                    let forged = Browser(
                        client: analyst.client,
                        cookie: analyst.cookie,
                        token: token
                    )
                    let reply = try await forged.upload(
                        try Samples.telegram(),
                        named: "a.txt",
                        to: path
                    )
                    #expect(reply.status == .forbidden, "\(path)")
                }
            }
            #expect(await Self.size(world) == before)
        }
    }

    @Test func `a page's session opens no API, and a program's token no page`() async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(.officer)
            #expect(try await browser.get("/api/account").status == .unauthorized)
            let program = try await visitors.program(.officer)
            #expect(try await program.get("/account").location == "/sign-in")
        }
    }

    @Test func `signing out ends the session and not only the cookie`() async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(.officer)
            let forged = Browser(client: browser.client, cookie: browser.cookie, token: "")
            #expect(try await forged.post("/sign-out", [:]).status == .forbidden)
            #expect(try await browser.get("/account").status == .ok)
            let out = try await browser.post("/sign-out", [:])
            #expect(out.location == "/sign-in")
            #expect(out.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await browser.get("/account").location == "/sign-in")
            let program = try await visitors.program(.officer)
            _ = try await program.post("/api/sign-out", "{}")
            #expect(try await program.get("/api/account").status == .unauthorized)
        }
    }

    @Test func `leaving the page ends the session too`() async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(.officer)
            let left = try await browser.get("/leave")
            #expect(left.status == .seeOther)
            #expect(try await browser.get("/account").location == "/sign-in")
        }
    }

    @Test(arguments: [true, false])
    func `the session's cookie is for this site's requests alone`(isSecure: Bool) async throws {
        let world = try await WebWorld(settings: SiteSettings(isSecure: isSecure, isDemo: false))
        try await world.visit { visitors in
            let reply = try await visitors.stranger.post(
                "/sign-in",
                ["signIn": "officer", "password": WebWorld.password]
            )
            let cookie = try #require(reply.headers[.setCookie])
            let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
            let name = isSecure ? "__Host-session=" : "session="
            #expect(parts.first?.hasPrefix(name) == true)
            #expect(parts.contains("HttpOnly"))
            #expect(parts.contains("SameSite=Strict"))
            #expect(parts.contains("Path=/"))
            #expect(parts.contains("Secure") == isSecure)
            #expect(!parts.contains { $0.hasPrefix("Domain") || $0.hasPrefix("Max-Age") })
        }
    }

    @Test func `signing in again begins a new session and ends the old`() async throws {
        try await WebWorld().visit { visitors in
            let browser = try await visitors.browser(.officer)
            let again = try await browser.post(
                "/sign-in",
                ["signIn": "officer", "password": WebWorld.password]
            )
            let cookie = try #require(again.headers[.setCookie]?.prefix { $0 != ";" })
            #expect(String(cookie) != browser.cookie)
            #expect(try await browser.get("/account").location == "/sign-in")
        }
    }

    @Test func `a wrong password and a name that does not exist look the same`() async throws {
        try await WebWorld().visit { visitors in
            var bodies: Set<String> = []
            for name in ["officer", "nobody-xyz"] {
                let reply = try await visitors.stranger.post(
                    "/sign-in",
                    ["signIn": name, "password": "not the password"]
                )
                #expect(reply.status == .unprocessableContent)
                #expect(reply.headers[.setCookie] == nil)
                bodies.insert(reply.body.replacing(name, with: "NAME"))
            }
            #expect(bodies.count == 1)
        }
    }

    @Test func `who guesses passwords must wait, even for the right one`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let nobody = Program(client: visitors.client, token: "")
            let wrong = #"{"signIn":"officer","password":"not the password"}"#
            let right = #"{"signIn":"officer","password":"\#(WebWorld.password)"}"#
            for _ in 0..<5 {
                #expect(try await nobody.post("/api/sign-in", wrong).status == .unauthorized)
            }
            let refused = try await nobody.post("/api/sign-in", right)
            #expect(refused.status == .tooManyRequests)
            #expect(refused.headers[.retryAfter] != nil)
            world.clock.advance(minutes: 1)
            #expect(try await nobody.post("/api/sign-in", right).status == .ok)
        }
    }

    @Test func `a name or a body longer than any sign-in is turned away unread`() async throws {
        try await WebWorld().visit { visitors in
            let nobody = Program(client: visitors.client, token: "")
            let long = String(repeating: "a", count: 101)
            let named = #"{"signIn":"\#(long)","password":"not the password"}"#
            for _ in 0..<7 {
                // The throttle would have answered 429 had it taken the name down.
                let reply = try await nobody.post("/api/sign-in", named)
                #expect(reply.status == .unauthorized)
            }
            let huge =
                #"{"signIn":"officer","password":"\#(String(repeating: "a", count: 20_000))"}"#
            let reply = try await nobody.post("/api/sign-in", huge)
            #expect(reply.status == .contentTooLarge)
        }
    }

    @Test func `a store that fails at sign-in is not called a wrong password`() async throws {
        let world = try await WebWorld()
        let salt = Array("account-lookup-salt".utf8)
        try world.store.changeShelf([.erase(space: VaultShelf.node, key: salt)])
        try await world.visit { visitors in
            let fields = ["signIn": "officer", "password": WebWorld.password]
            let page = try await visitors.stranger.post("/sign-in", fields)
            #expect(page.status == .internalServerError)
        }
    }

    @Test func `a session left open is no place to guess the password`() async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let officer = try await visitors.program(.officer)
            let wrong = #"{"oldPassword":"not the password","password":"una frase nueva"}"#
            let short = #"{"oldPassword":"\#(WebWorld.password)","password":"corta"}"#
            func ask(_ change: String) async throws -> HTTPResponse.Status {
                try await officer.post("/api/account", change).status
            }
            for _ in 0..<6 {
                #expect(try await ask(short) == .conflict)
            }
            for _ in 0..<5 {
                #expect(try await ask(wrong) == .conflict)
            }
            #expect(try await ask(wrong) == .tooManyRequests)
            world.clock.advance(minutes: 1)
            #expect(try await ask(wrong) == .conflict)
        }
    }
}

extension Visitors {
    func everybody() async throws -> [Browser] {
        var browsers: [Browser] = []
        for who in WebWorld.Who.allCases { browsers.append(try await browser(who)) }
        return browsers
    }
}
