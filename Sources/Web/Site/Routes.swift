package import Casework
package import Coalition
import HTTPTypes
package import Hummingbird
import Logging
import Vault

/// The one way to add a route for members: with the act that it is, which the policy answers first.
package final class Routes {
    typealias Handler = @Sendable (Visit) async throws -> Response

    /// A route and what it takes to use it; tests try each with every role.
    package struct Entry: Hashable, Sendable {
        package let method: String
        package let path: String
        package let act: Act
    }

    private let site: Site
    private let router: Router<SiteContext>
    /// Every route added, in order.
    package private(set) var entries: [Entry] = []

    init(site: Site, router: Router<SiteContext>) {
        self.site = site
        self.router = router
    }

    func add(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ act: Act,
        page: @escaping Handler,
        api: Handler?
    ) {
        note(method, "/\(path)", act)
        router.on("\(path)", method: method) { [site] request, context in
            let token = site.cookie.value(in: request)
            return try await site.visit(act, token, request, context, page)
        }
        guard let api else { return }
        note(method, "/api/\(path)", act)
        router.on("api/\(path)", method: method) { [site] request, context in
            let token = bearerToken(of: request)
            do {
                return try await site.visit(act, token, request, context, api)
            } catch let refusal as Refusal {
                return try JSON.problem(refusal, Words(Language.preferred(by: request)))
            } catch is VaultError {
                context.logger.error("damaged", metadata: ["route": "/api/\(path)"])
                return try JSON.damage(Words(Language.preferred(by: request)))
            }
        }
    }

    private func note(_ method: HTTPRequest.Method, _ path: String, _ act: Act) {
        entries.append(Entry(method: method.rawValue, path: path, act: act))
    }
}

/// The token after `Bearer` (RFC 6750, section 2.1).
func bearerToken(of request: Request) -> String? {
    guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else {
        return nil
    }
    return String(header.dropFirst("Bearer ".count))
}

extension Site {
    /// Finds the session, asks the policy, and only then lets the handler see the request.
    fileprivate func visit(
        _ act: Act,
        _ token: String?,
        _ request: Request,
        _ context: SiteContext,
        _ handler: Routes.Handler
    ) async throws -> Response {
        let session = await sessions.find(token, now: clock())
        if case .refused(let reason) = await node.answer(act, by: session?.payload) {
            throw reason
        }
        guard let session else { throw Policy.Reason.notSignedIn }
        return try await handler(
            Visit(
                node: node,
                session: session,
                request: request,
                words: Words(Language.preferred(by: request)),
                parameters: context.parameters
            )
        )
    }
}

extension Policy.Reason: HTTPResponseError {
    package var status: HTTPResponse.Status {
        switch self {
        case .notSignedIn, .noLongerMember: .unauthorized
        case .notInRole, .notInAgency: .forbidden
        }
    }

    package func response(from _: Request, context _: some RequestContext) -> Response {
        Response(status: status)
    }
}

extension Refusal: HTTPResponseError {
    package var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .missing, .tooLong, .invalid: .unprocessableContent
        default: .conflict
        }
    }

    package func response(from _: Request, context _: some RequestContext) -> Response {
        Response(status: status)
    }
}
