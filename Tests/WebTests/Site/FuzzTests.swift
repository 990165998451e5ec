import Ledger
import Coalition
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Web

/// Whatever is sent, the site answers in order and changes nothing that it did not accept.
@Suite struct FuzzTests {
    private static let seeds: [UInt64] = [1, 2]

    @Test(arguments: seeds)
    func `no form breaks the site or changes anything by being refused`(seed: UInt64) async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let path = try await WholePath(world, visitors)
            var random = SplitMix64(seed: seed)
            let routes = world.site.router().routes.entries
            for who in [WebWorld.Who.officer, .caseworker, .analyst, .founder] {
                var browser = try await visitors.browser(who)
                let fields = try await Self.fields(browser, path, routes)
                for route in routes where route.method == "POST" && !route.path.hasPrefix("/api/") {
                    for _ in 0..<3 {
                        var form = random.form(from: fields)
                        form[FormFields.tokenName] = nil
                        let before = await world.state
                        let reply = try await browser.post(path.path(route.path), all: form)
                        Self.check(reply, before, await world.state, "\(seed) \(who) \(route.path)")
                    }
                }
                if try await browser.get("/account").status != .ok {
                    browser = try await visitors.browser(who)
                }
                for _ in 0..<10 {
                    let bytes = random.text(upTo: 200)
                    let type = ["text/plain", "multipart/form-data; boundary=x", "", "a/b;;"]
                        .randomElement(using: &random)
                    let before = await world.state
                    let reply = try await browser.client.answer(
                        "/encounters",
                        .post,
                        [.cookie: browser.cookie, .contentType: type ?? ""],
                        bytes
                    )
                    Self.check(
                        reply,
                        before,
                        await world.state,
                        "\(seed) \(bytes.debugDescription)"
                    )
                }
            }
        }
    }

    @Test(arguments: seeds)
    func `no body of JSON breaks the site or changes anything by being refused`(
        seed: UInt64
    ) async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            let path = try await WholePath(world, visitors)
            var random = SplitMix64(seed: seed)
            let routes = world.site.router().routes.entries
            for who in [WebWorld.Who.officer, .caseworker, .analyst, .founder] {
                let program = try await visitors.program(who)
                var taken = 0
                for route in routes where route.method == "POST" && route.path.hasPrefix("/api/") {
                    let honest = path.bodies[String(route.path.dropFirst(4))] ?? Self.others
                    let object = try JSONSerialization.jsonObject(with: Data(honest.utf8))
                    for _ in 0..<8 {
                        let changed = random.mutated(object)
                        let body = try JSONSerialization.data(
                            withJSONObject: changed,
                            options: .fragmentsAllowed
                        )
                        let text = String(decoding: body, as: UTF8.self)
                        let before = await world.state
                        let reply = try await program.post(path.path(route.path), text)
                        let said = "\(seed) \(who) \(route.path) \(text.prefix(300))"
                        Self.check(reply, before, await world.state, said)
                        if reply.status == .ok { taken += 1 }
                    }
                }
                #expect(taken > 3, "nearly nothing reached the rules: \(seed) \(who)")
            }
        }
    }

    @Test func `no number of days, hours or children is too much for the site`() async throws {
        let world = try await WebWorld()
        let fields = [
            ("/encounters/:encounter/consent", "days"), ("/dossiers/:dossier/referral", "hours"),
            ("/dossiers/:dossier/referral", "children"),
        ]
        let numbers = [Int.max, Int.min, Int.max / 1000, 1_000_000, -1, 0]
        try await world.visit { visitors in
            let path = try await WholePath(world, visitors)
            for ((route, field), number) in fields.flatMap({ f in numbers.map { (f, $0) } }) {
                let honest = Data((path.bodies[route] ?? "").utf8)
                let object = try JSONSerialization.jsonObject(with: honest)
                var changed = try #require(object as? [String: Any])
                changed[field] = number
                let reply = try await path.officer.post("/api\(path.path(route))", changed)
                #expect(reply.status.code < 500, "\(field) \(number)")
            }
        }
    }

    @Test(arguments: seeds)
    func `no address breaks the site`(seed: UInt64) async throws {
        let world = try await WebWorld()
        try await world.visit { visitors in
            var random = SplitMix64(seed: seed)
            let founder = try await visitors.browser(.founder)
            let routes = world.site.router().routes.entries
            for route in routes where route.method == "GET" && route.path.contains(":") {
                for _ in 0..<5 {
                    let part = random.text(upTo: 30)
                        .addingPercentEncoding(withAllowedCharacters: .alphanumerics)
                    let address = route.path.replacing(/:\w+/, with: part ?? "")
                    let reply = try await founder.get("\(address)?before=\(part ?? "")")
                    #expect(reply.status.code < 500, "\(seed) \(address)")
                }
            }
        }
    }

    /// For routes that are not on the path: everything that they take, under one roof.
    private static let others = """
        {"name":"Ana","signIn":"ana","password":"una frase muy larga","roles":["officer"],\
        "kind":"shelter","coordinator":{"name":"Eva","signIn":"eva","password":"otra frase larga",\
        "roles":[]},"sure":false,"oldPassword":"no","referral":"x","reason":"full","words":""}
        """

    /// The fields of every form that this member's pages show, with the values they offer.
    private static func fields(
        _ browser: Browser,
        _ path: WholePath,
        _ routes: [Routes.Entry]
    ) async throws -> [String: [String]] {
        var fields: [String: [String]] = [:]
        for route in routes where route.method == "GET" && !route.path.hasPrefix("/api/") {
            let page = try await browser.get(path.path(route.path)).body
            for tag in page.matches(of: /<(?:input|textarea|select)[^>]*name="([^"]+)"[^>]*>/) {
                let value = tag.0.firstMatch(of: /value="([^"]*)"/).map { String($0.1) }
                fields[String(tag.1), default: []].append(value ?? "")
            }
        }
        return fields
    }

    private static func check(
        _ reply: Reply,
        _ before: WebWorld.State,
        _ after: WebWorld.State,
        _ said: String
    ) {
        #expect(reply.status.code < 500, "\(said)")
        if reply.status.code >= 400 { #expect(before == after, "\(said)") }
        #expect(!reply.body.contains("⟦"), "\(said)")
    }
}

extension WebWorld {
    /// What would differ if anything had been changed: the log, and the accounts beside it.
    struct State: Equatable {
        var size: UInt64
        var accounts: Int
    }

    var state: State {
        get async {
            State(
                size: await node.checkpoint.size,
                accounts: (try? store.shelfItems(space: "account", prefix: []).hashValue) ?? 0
            )
        }
    }
}
