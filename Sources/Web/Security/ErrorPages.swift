import HTTPTypes
package import Hummingbird
import Logging
import NIOCore

/// Turns whatever went wrong into a page in the reader's language or, below `/api`, into
/// `application/problem+json` (RFC 9457).
///
/// Neither shows the error itself: its text may hold what somebody wrote about a person.
package struct ErrorPages<Context: RequestContext>: RouterMiddleware {
    private let settings: SiteSettings
    private let routes: RouteTable

    package init(settings: SiteSettings, routes: RouteTable) {
        self.settings = settings
        self.routes = routes
    }

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            let headers = (error as? HTTPError)?.headers ?? [:]
            return answer(error.status, headers: headers, request, context)
        } catch {
            if let trouble = DiskTrouble(error) {
                context.logger.error("disk", metadata: ["code": "\(trouble.code)"])
                return try answer(trouble, request, context)
            }
            context.logger.error("unexpected", metadata: ["type": "\(type(of: error))"])
            return answer(.internalServerError, headers: [:], request, context)
        }
    }

    private func answer(
        _ trouble: DiskTrouble,
        _ request: Request,
        _ context: Context
    ) throws -> Response {
        guard !Self.isForPrograms(request) else {
            return try JSON.trouble(trouble, Words(Language.preferred(by: request)))
        }
        return page(.serviceUnavailable, kind: trouble.code, request, context)
    }

    private static func isForPrograms(_ request: Request) -> Bool {
        request.uri.path == "/api" || request.uri.path.hasPrefix("/api/")
    }

    private func answer(
        _ status: HTTPResponse.Status,
        headers: HTTPFields,
        _ request: Request,
        _ context: Context
    ) -> Response {
        var (status, headers) = (status, headers)
        let isApi = Self.isForPrograms(request)
        if status == .notFound {
            let methods = routes.methods(of: request.uri.path)
            if !methods.isEmpty, !methods.contains(request.method.rawValue) {
                status = .methodNotAllowed
                headers[.allow] = methods.joined(separator: ", ")
            }
        }
        if status == .unauthorized, !isApi {
            return Response(status: .seeOther, headers: [.location: "/sign-in"])
        }
        let kind = Self.kinds[status.code] ?? (status.code < 500 ? "request" : "failure")
        var response = isApi ? problem(status) : page(status, kind: kind, request, context)
        for field in headers where response.headers[field.name] == nil {
            response.headers[field.name] = field.value
        }
        return response
    }

    private func page(
        _ status: HTTPResponse.Status,
        kind: String,
        _ request: Request,
        _ context: Context
    ) -> Response {
        let words = Words(Language.preferred(by: request))
        let frame = Frame(words: words, path: "/", settings: settings)
        return Layout.page(words("problem.\(kind).title"), in: frame) {
            h1 { words("problem.\(kind).title") }
            p(.class("lede")) { words("problem.\(kind).text") }
            if status.code >= 500, let id = context.logger[metadataKey: "hb.request.id"] {
                p { words("problem.reference", ["id": id.description]) }
            }
            p { a(.href("/"), .class("button")) { words("problem.home") } }
        }
        .response(status: status)
    }

    private func problem(_ status: HTTPResponse.Status) -> Response {
        // Nothing but letters and spaces needs no escaping in JSON.
        let title = status.reasonPhrase.filter { $0 == " " || $0.isASCII && $0.isLetter }
        let text = #"{"type":"about:blank","title":"\#(title)","status":\#(status.code)}"#
        return Response(
            status: status,
            headers: [.contentType: "application/problem+json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// The statuses that have texts of their own.
    private static var kinds: [Int: String] {
        [
            400: "request", 403: "forbidden", 404: "missing", 405: "method", 413: "large",
            429: "slow",
        ]
    }
}
