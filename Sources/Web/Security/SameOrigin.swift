import HTTPTypes
package import Hummingbird

/// Refuses requests that change something and come from another site's page.
///
/// It is the first of two locks; the second is the form's token (`FormFields.read`).
/// `Sec-Fetch-Site` decides where the browser sends it. Otherwise `Origin` must name this host,
/// unless it is absent, as from programs, or `null`: under `Referrer-Policy: no-referrer` browsers
/// send that for our own forms too (Fetch Standard, "append a request Origin header").
package struct SameOrigin<Context: RequestContext>: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let isSafe = [.get, .head, .options, .trace].contains(request.method)
        guard isSafe || isOwn(request) else { throw HTTPError(.forbidden) }
        return try await next(request, context)
    }

    private func isOwn(_ request: Request) -> Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin], origin != "null" else { return true }
        guard let host = request.head.authority?.lowercased() else { return false }
        return ["http://\(host)", "https://\(host)"].contains(origin.lowercased())
    }
}
