package import Hummingbird

/// The cookie that carries a session's token.
///
/// It has no `Max-Age`, so the browser drops it when it closes. Over https its name has the
/// `__Host-` prefix, with which a browser refuses it from any other host or path
/// (draft-ietf-httpbis-rfc6265bis, section 4.1.3.2).
package struct SessionCookie: Sendable {
    private let isSecure: Bool

    /// - Parameter isSecure: whether browsers reach this node over https.
    package init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    package var name: String { isSecure ? "__Host-session" : "session" }

    /// The cookie's value in a request, for `SessionStore.find` and `end`.
    package func value(in request: Request) -> String? {
        request.cookies[name]?.value
    }

    /// Makes a response start the session.
    package func set(_ token: SecretToken, on response: inout Response) {
        response.setCookie(cookie(token.text, maxAge: nil))
    }

    /// Makes a response forget the session.
    package func clear(on response: inout Response) {
        response.setCookie(cookie("", maxAge: 0))
    }

    private func cookie(_ value: String, maxAge: Int?) -> Cookie {
        Cookie(
            name: name,
            value: value,
            maxAge: maxAge,
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .strict
        )
    }
}
