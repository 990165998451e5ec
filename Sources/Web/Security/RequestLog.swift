package import Hummingbird
import Logging

/// Writes one line for each request: method, route, status and milliseconds.
///
/// The route is the pattern, such as `/dossiers/{id}`, never the path: paths and queries can
/// name people. The logger itself adds the request's id.
package struct RequestLog<Context: RequestContext>: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response: Response
        do {
            response = try await next(request, context)
        } catch {
            log(request, context, status: (error as? any HTTPResponseError)?.status.code, start)
            throw error
        }
        log(request, context, status: response.status.code, start)
        return response
    }

    private func log(
        _ request: Request,
        _ context: Context,
        status: Int?,
        _ start: ContinuousClock.Instant
    ) {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        context.logger.info(
            "request",
            metadata: [
                "method": "\(Self.known(request.method))",
                "route": "\(context.endpointPath ?? "none")",
                "status": "\(status ?? 500)",
                "ms": "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000)",
            ]
        )
    }

    /// A method's name, if it is a usual one: any other is the sender's own text.
    private static func known(_ method: HTTPRequest.Method) -> String {
        let usual: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        return usual.contains(method) ? method.rawValue : "other"
    }
}
