import HTTPTypes
package import Hummingbird

/// The answer to *leave this page*.
///
/// The route for `/leave` ends the session in the store and answers with this. Nothing that waits
/// on the device is cleared: unsent work is sealed already, and losing it would be worse.
package enum Leave {
    package static func response(_ settings: SiteSettings) -> Response {
        var response = Response(
            status: .seeOther,
            headers: [.location: settings.leaveAddress]
        )
        SessionCookie(isSecure: settings.isSecure).clear(on: &response)
        return response
    }
}
