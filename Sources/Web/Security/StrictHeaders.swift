import HTTPTypes
package import Hummingbird

/// Puts headers on every response that tell the browser to allow as little as possible.
package struct StrictHeaders<Context: RequestContext>: RouterMiddleware {
    private let headers: HTTPFields

    package init(isSecure: Bool) {
        var headers = HTTPFields()
        for (name, value) in strictHeaders {
            if let name = HTTPField.Name(name) {
                headers[name] = value
            }
        }
        if isSecure {
            headers[.strictTransportSecurity] = "max-age=63072000; includeSubDomains"
        }
        self.headers = headers
    }

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let ownPolicy = response.headers[.contentSecurityPolicy]
        for field in headers {
            response.headers[field.name] = field.value
        }
        // A page that stands alone has a narrower policy of its own.
        if let ownPolicy { response.headers[.contentSecurityPolicy] = ownPolicy }
        if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = "no-store"
        }
        return response
    }
}

/// The policy that a page runs under: only this origin's own files, no inline script or style,
/// no framing, and no text turned into script or markup (W3C Trusted Types) except by the one
/// policy `app` of `enlace.js`.
package let contentSecurityPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
    "trusted-types app",
].joined(separator: "; ")

private let strictHeaders = [
    ("Content-Security-Policy", contentSecurityPolicy),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
]
