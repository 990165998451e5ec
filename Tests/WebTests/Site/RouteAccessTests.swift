import Hummingbird
import Casework
import Coalition
import HTTPTypes
import Testing
import Web

/// Every route, asked by everybody.
@Suite struct RouteAccessTests {
    /// All that anybody can reach without a session.
    private static let open: Set<String> = [
        "GET /assets/:file", "POST /language", "GET /sign-in", "POST /sign-in", "POST /sign-out",
        "GET /leave", "POST /api/sign-in", "POST /api/sign-out", "GET /checkpoint", "GET /tile/**",
        "GET /api", "GET /api/openapi.json", "GET /help", "GET /accessibility", "GET /check",
        "GET /check/file", "GET /policy", "GET /checkpoints/**", "GET /estimates",
        "GET /estimates/:estimate", "GET /api/estimates", "GET /api/estimates/:estimate",
    ]

    @Test func `no route exists that is neither a member's nor on the short list`() async throws {
        let (router, routes) = try await WebWorld().site.router()
        let known = Set(routes.entries.map { "\($0.method) \($0.path)" })
        let all = Set(
            router.routes.map { route in
                let path = route.path.description.replacing(/\{(\w+)\}/) { ":\($0.1)" }
                return "\(route.method.rawValue) \(path)"
            }
        )
        #expect(known.count == routes.entries.count)
        #expect(known.isDisjoint(with: Self.open))
        #expect(all == known.union(Self.open))
    }

    @Test func `every route names an act that needs a member`() async throws {
        let world = try await WebWorld()
        let commons = await world.node.commons
        for route in world.site.router().routes.entries {
            let answer = Policy.answer(route.act, by: nil, in: commons)
            #expect(answer == .refused(.notSignedIn), "\(route)")
        }
    }

    @Test func `every route answers everybody as the policy says`() async throws {
        let world = try await WebWorld()
        let routes = world.site.router().routes.entries
        try await world.visit { visitors in
            let path = try await WholePath(world, visitors)
            let commons = await world.node.commons
            for route in routes {
                let reply = try await visitors.stranger.ask(route, path)
                Self.check(reply, .refused(.notSignedIn), route, "a stranger")
            }
            var browsers: [WebWorld.Who: Browser] = [:]
            for who in WebWorld.Who.allCases {
                let browser = try await visitors.browser(who)
                browsers[who] = browser
                let card = try #require(Self.card(of: who, world, commons))
                for route in routes {
                    let reply = try await browser.ask(route, path)
                    let expected = Policy.answer(route.act, by: card, in: commons)
                    Self.check(reply, expected, route, who.rawValue)
                }
            }
            // A session that outlives the membership opens nothing.
            let shelter = try await world.node.signIn(name: "shelter", password: WebWorld.password)
            let left = try #require(Self.card(of: .caseworker, world, commons))
            try await world.node.endMembership(of: left.id, by: shelter)
            let caseworker = try #require(browsers[.caseworker])
            for route in routes {
                let reply = try await caseworker.ask(route, path)
                Self.check(reply, .refused(.noLongerMember), route, "one who left")
            }
            // Nor does a session that has run out.
            world.clock.advance(minutes: 31)
            let officer = try #require(browsers[.officer])
            for route in routes {
                let reply = try await officer.ask(route, path)
                Self.check(reply, .refused(.notSignedIn), route, "one who stayed away")
            }
        }
    }

    private static func card(
        of who: WebWorld.Who,
        _ world: WebWorld,
        _ commons: Commons
    ) -> MemberCard? {
        commons.members.values.first {
            $0.agency == world.agencies[who] && $0.roles == [who.role]
        }
    }

    private static func check(
        _ reply: Reply,
        _ expected: Policy.Answer,
        _ route: Routes.Entry,
        _ who: String
    ) {
        let isApi = route.path.hasPrefix("/api/")
        let said = "\(who): \(route.method) \(route.path) gave \(reply.status.code)"
        switch expected {
        case .permitted:
            #expect(reply.status.code < 500, "\(said)")
            #expect(reply.status != .unauthorized && reply.status != .forbidden, "\(said)")
            #expect(reply.location != "/sign-in" || route.act == .changePassword, "\(said)")
            #expect(!reply.body.contains("⟦"), "\(said)")
        case .refused(.notInRole), .refused(.notInAgency):
            #expect(reply.status == .forbidden, "\(said)")
        case .refused:
            #expect(reply.status == (isApi ? .unauthorized : .seeOther), "\(said)")
            #expect(isApi || reply.location == "/sign-in", "\(said)")
        }
        if isApi, reply.status.code >= 400 {
            let type = reply.headers[.contentType]
            #expect(type == "application/problem+json", "\(said)")
        }
    }
}

extension Browser {
    /// Asks for a route with nothing filled in; below `/api` as a program with the same session.
    func ask(_ route: Routes.Entry, _ path: WholePath) async throws -> Reply {
        let address = path.path(route.path)
        guard route.path.hasPrefix("/api/") else {
            return route.method == "GET"
                ? try await get(address) : try await post(address, [:] as [String: String])
        }
        let program = Program(
            client: client,
            token: cookie.split(separator: "=").last.map(String.init) ?? ""
        )
        return route.method == "GET"
            ? try await program.get(address) : try await program.post(address, "{}")
    }
}
