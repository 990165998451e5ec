import Coalition
import Hummingbird

extension Site {
    /// The API's description, for programs and for people; neither needs a session.
    func addAPIDescription(to router: Router<SiteContext>, _ routes: [Routes.Entry]) {
        router.get("api/openapi.json") { request, _ -> Response in
            let words = Words(Language.preferred(by: request))
            return try JSON.response(OpenAPI(routes: routes, words: words).document)
        }
        router.get("api") { request, _ -> HTML in
            let words = Words(Language.preferred(by: request))
            let frame = Frame(words: words, path: "/api", settings: settings)
            return APIPage.page(frame, routes)
        }
    }
}

/// The API for people who write programs: how to sign in, how to ask, how a no looks.
enum APIPage {
    static func page(_ frame: Frame, _ routes: [Routes.Entry]) -> HTML {
        let words = frame.words
        return Layout.page(words("api.title"), in: frame) {
            h1 { words("api.title") }
            p(.class("lede")) { words("api.intro") }
            card(words("api.signIn")) {
                p { words("api.signInText") }
                pre { HTML(verbatim: signInExample) }
            }
            card(words("api.ask")) {
                p { words("api.askText") }
                pre { HTML(verbatim: askExample) }
            }
            card(words("api.refused")) {
                p { words("api.refusedText") }
                pre { HTML(verbatim: refusedExample) }
            }
            p {
                a(.href("/api/openapi.json")) { words("api.document") }
            }
            dataTable(
                words("api.routes"),
                [Column(words("api.route")), Column(words("api.act"))],
                rows: routes.filter { $0.path.hasPrefix("/api/") }.map { route in
                    [
                        code { "\(route.method) \(route.path)" },
                        HTML(text: words("act.\(route.act.rawValue)")),
                    ]
                }
            )
        }
    }

    private static let signInExample: StaticString = """
        POST /api/sign-in
        Content-Type: application/json

        {"signIn": "…", "password": "…"}

        → 200 {"roles": ["officer"], "token": "…"}
        """

    private static let askExample: StaticString = """
        GET /api/record
        Authorization: Bearer …

        → 200 {"state": "sound", "size": 42, …}
        """

    private static let refusedExample: StaticString = """
        → 422 Content-Type: application/problem+json
        {"code": "missing", "field": "place", "status": 422, "title": "…"}
        """
}
