import HTTPTypes
import Hummingbird
import HummingbirdTesting
import InMemoryLogging
import Ledger
import Logging
import NIOCore
import Testing
import Web

private struct SecretTrouble: Error, CustomStringConvertible {
    var description: String { "María Pérez" }
}

/// A site with the guards around a few routes.
private func site(isSecure: Bool = false, logger: Logger? = nil) -> some ApplicationProtocol {
    let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    let settings = SiteSettings(isSecure: isSecure, isDemo: true, leaveAddress: "https://a.mx/")
    let table = Guards.add(to: router, settings)
    router.get("dossiers/{id}") { _, _ in p { "ok" } }
    router.get("trouble") { _, _ -> HTML in throw SecretTrouble() }
    router.get("api/trouble") { _, _ -> HTML in throw SecretTrouble() }
    for path in ["full", "api/full"] {
        router.get("\(path)") { _, _ -> HTML in throw StoreError.full }
    }
    router.get("failing") { _, _ -> HTML in throw StoreError.failing }
    router.get("refused") { _, _ -> HTML in throw HTTPError(.forbidden, message: "María Pérez") }
    router.get("outside") { _, _ -> HTML in throw HTTPError(.unauthorized) }
    router.get("leave") { _, _ in Leave.response(settings) }
    router.post("form") { request, _ -> HTML in
        var fields = try await FormFields.readOutsideSession(request)
        return p { fields.text("place") ?? "nothing" }
    }
    table.learn(router)
    return Application(
        router: router,
        logger: logger
            ?? Logger(label: "quiet") { _ in
                SwiftLogNoOpLogHandler()
            }
    )
}

private let formHeaders: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

@Suite struct GuardsTests {
    @Test(arguments: ["/dossiers/7", "/nothing", "/trouble", "/api/trouble", "/refused"])
    func `every answer has the strict headers and is not kept`(path: String) async throws {
        try await site().test(.router) { client in
            try await client.execute(uri: path, method: .get) { response in
                let policy = response.headers[.contentSecurityPolicy]
                #expect(policy == contentSecurityPolicy)
                #expect(response.headers[.cacheControl] == "no-store")
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
                for (name, value) in [
                    ("Referrer-Policy", "no-referrer"),
                    ("Cross-Origin-Opener-Policy", "same-origin"),
                    ("Cross-Origin-Resource-Policy", "same-origin"),
                ] {
                    let field = try #require(HTTPField.Name(name))
                    #expect(response.headers[field] == value)
                }
                #expect(response.headers[.strictTransportSecurity] == nil)
            }
        }
    }

    @Test func `the policy is the strict one, word for word`() {
        #expect(
            contentSecurityPolicy
                == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "require-trusted-types-for 'script'; trusted-types app"
        )
    }

    @Test func `over https the browser is told to stay there`() async throws {
        try await site(isSecure: true).test(.router) { client in
            try await client.execute(uri: "/dossiers/7", method: .get) { response in
                #expect(response.headers[.strictTransportSecurity]?.hasPrefix("max-age=") == true)
            }
        }
    }

    @Test(arguments: [
        ("/nothing", 404, "No encontramos esta página"), ("/trouble", 500, "Algo falló"),
        ("/refused", 403, "No tiene acceso"), ("/full", 503, "El disco del sistema está lleno"),
        ("/failing", 503, "El disco del sistema falló"),
    ])
    func `an error is a page in the reader's language that keeps the reason`(
        path: String,
        status: Int,
        words: String
    ) async throws {
        try await site().test(.router) { client in
            try await client.execute(uri: path, method: .get) { response in
                let page = String(buffer: response.body)
                #expect(response.status.code == status)
                #expect(page.contains(words))
                #expect(page.contains("DEMO"))
                #expect(!page.contains("María"))
            }
            let english: HTTPFields = [.acceptLanguage: "en"]
            try await client.execute(uri: path, method: .get, headers: english) { response in
                #expect(String(buffer: response.body).contains("<html lang=\"en\">"))
            }
        }
    }

    @Test func `below api an error is a problem document`() async throws {
        try await site().test(.router) { client in
            try await client.execute(uri: "/api/nothing", method: .get) { response in
                #expect(response.headers[.contentType] == "application/problem+json")
                #expect(
                    String(buffer: response.body)
                        == #"{"type":"about:blank","title":"Not Found","status":404}"#
                )
            }
            try await client.execute(uri: "/api/trouble", method: .get) { response in
                #expect(response.status == .internalServerError)
                #expect(!String(buffer: response.body).contains("María"))
            }
        }
    }

    @Test func `a full disk is told to a program with a code and what to do`() async throws {
        try await site().test(.router) { client in
            let english: HTTPFields = [.acceptLanguage: "en"]
            try await client.execute(uri: "/api/full", method: .get, headers: english) { response in
                let text = String(buffer: response.body)
                #expect(response.status == .serviceUnavailable)
                #expect(response.headers[.contentType] == "application/problem+json")
                #expect(text.contains(#""code":"diskFull""#))
                #expect(text.contains("was not saved") && text.contains("free some space"))
            }
        }
    }

    @Test func `a wrong method names the right ones`() async throws {
        try await site().test(.router) { client in
            for method in [HTTPRequest.Method.delete, .put, .trace] {
                try await client.execute(uri: "/dossiers/7", method: method) { response in
                    #expect(response.status == .methodNotAllowed)
                    #expect(response.headers[.allow] == "GET, HEAD")
                }
            }
            try await client.execute(uri: "/dossiers/7/8", method: .delete) { response in
                #expect(response.status == .notFound)
            }
        }
    }

    @Test func `whoever is not signed in is sent to sign in`() async throws {
        try await site().test(.router) { client in
            try await client.execute(uri: "/outside", method: .get) { response in
                #expect(response.status == .seeOther)
                #expect(response.headers[.location] == "/sign-in")
            }
        }
    }

    @Test func `a body too large, of the wrong type or broken is refused`() async throws {
        try await site().test(.router) { client in
            for (body, type, status) in [
                (String(repeating: "a", count: 300_000), "application/x-www-form-urlencoded", 413),
                ("place=x", "text/plain", 415), ("place=x", nil, 415),
                ("place=%", "application/x-www-form-urlencoded", 400),
                ("place=ok", "application/x-www-form-urlencoded; charset=utf-8", 200),
            ] {
                var headers = HTTPFields()
                headers[.contentType] = type
                try await client.execute(
                    uri: "/form",
                    method: .post,
                    headers: headers,
                    body: ByteBuffer(string: body)
                ) { response in
                    #expect(response.status.code == status)
                }
            }
        }
    }

    @Test(
        arguments: [
            ("cross-site", nil, 403), ("same-site", nil, 403), ("same-origin", nil, 200),
            ("none", nil, 200), ("same-origin", "null", 200), (nil, "https://evil.example", 403),
            (nil, "null", 200), (nil, nil, 200), ("cross-site", "http://localhost", 403),
        ] as [(String?, String?, Int)]
    )
    func `forms of other sites are refused`(
        site fetchSite: String?,
        origin: String?,
        status: Int
    ) async throws {
        let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
        var headers = formHeaders
        headers[name] = fetchSite
        headers[.origin] = origin
        try await site().test(.router) { [headers] client in
            try await client.execute(
                uri: "/form",
                method: .post,
                headers: headers,
                body: ByteBuffer(string: "place=x")
            ) { response in
                #expect(response.status.code == status)
            }
        }
    }

    @Test func `the log holds routes and never paths, queries or reasons`() async throws {
        let handler = InMemoryLogHandler()
        let logger = Logger(label: "test") { _ in handler }
        try await site(logger: logger).test(.router) { client in
            _ = try await client.execute(uri: "/dossiers/maria?q=perez", method: .get)
            _ = try await client.execute(uri: "/maria-perez", method: .get)
            _ = try await client.execute(uri: "/trouble?q=perez", method: .get)
            _ = try await client.execute(uri: "/refused", method: .get)
        }
        let lines = handler.entries.filter { $0.message == "request" }.map(\.metadata)
        #expect(
            lines.map { "\($0["method", default: ""]) \($0["route", default: ""])" } == [
                "GET /dossiers/{id}", "GET NotFound", "GET /trouble", "GET /refused",
            ]
        )
        #expect(lines.map { "\($0["status", default: ""])" } == ["200", "404", "500", "403"])
        #expect(lines.allSatisfy { $0["hb.request.id"] != nil && $0["ms"] != nil })
        let all = handler.entries.map { "\($0.message) \($0.metadata)" }.joined().lowercased()
        #expect(!all.contains("maria") && !all.contains("maría") && !all.contains("perez"))
        #expect(all.contains("secrettrouble"))
    }

    @Test func `leaving clears the session and goes elsewhere`() async throws {
        try await site(isSecure: true).test(.router) { client in
            try await client.execute(uri: "/leave", method: .get) { response in
                #expect(response.headers[.location] == "https://a.mx/")
                let cookie = response.headers[.setCookie] ?? ""
                #expect(cookie.hasPrefix("__Host-session=; "))
                #expect(cookie.contains("Max-Age=0"))
            }
        }
    }

    @Test func `the session cookie is as closed as can be`() {
        var response = Response(status: .ok)
        let token = SecretToken()
        SessionCookie(isSecure: true).set(token, on: &response)
        let cookie = response.headers[.setCookie] ?? ""
        let parts = cookie.split(separator: "; ").map(String.init)
        #expect(parts.first == "__Host-session=\(token.text)")
        #expect(Set(parts.dropFirst()) == ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"])
    }
}

@Suite struct AssetAndLanguageTests {
    @Test(arguments: [Assets.style.path, Assets.script.path, Assets.icon.path])
    func `an asset is kept for ever under its hash`(path: String) async throws {
        try await site().test(.router) { client in
            let tag = try await client.execute(uri: path, method: .get) { response in
                #expect(response.status == .ok)
                #expect(
                    response.headers[.cacheControl] == "public, max-age=31536000, immutable"
                )
                return response.headers[.eTag]
            }
            let headers: HTTPFields = [.ifNoneMatch: try #require(tag)]
            try await client.execute(uri: path, method: .get, headers: headers) { response in
                #expect(response.status == .notModified)
                #expect(response.body.readableBytes == 0)
            }
        }
    }

    @Test func `another hash is another file, which is not there`() async throws {
        try await site().test(.router) { client in
            try await client.execute(uri: "/assets/enlace-0.css", method: .get) { response in
                #expect(response.status == .notFound)
                #expect(response.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func `the style sheet and the script stay small`() {
        #expect(Assets.style.bytes.count <= 26 * 1024)
        #expect(Assets.script.bytes.count <= 6 * 1024)
    }

    @Test(arguments: [
        ("/inbox", "/inbox"), ("/a/b?c=d", "/a/b?c=d"), ("//evil.example", "/"), ("", "/"),
        ("/\\evil.example", "/"), ("https://evil.example", "/"), ("/a\tb", "/"), ("/ñ", "/"),
    ])
    func `choosing a language returns to the same page of this site`(
        back: String,
        location: String
    ) async throws {
        try await site().test(.router) { client in
            let encoded = back.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            try await client.execute(
                uri: "/language",
                method: .post,
                headers: formHeaders,
                body: ByteBuffer(string: "lang=en&back=\(encoded.joined())")
            ) { response in
                #expect(response.status == .seeOther)
                #expect(response.headers[.location] == location)
                #expect(response.headers[.setCookie]?.hasPrefix("lang=en; ") == true)
            }
        }
    }

    @Test func `the chosen language wins over the browser's`() async throws {
        try await site().test(.router) { client in
            let headers: HTTPFields = [.cookie: "lang=en", .acceptLanguage: "es"]
            try await client.execute(uri: "/nothing", method: .get, headers: headers) { response in
                #expect(String(buffer: response.body).contains("We cannot find this page"))
            }
        }
    }
}
