import Hummingbird

/// Keeps a reader's choice of language and returns to the page it was made on.
package enum LanguageSwitch {
    static func addRoutes<Context: RequestContext>(
        to router: Router<Context>,
        _ settings: SiteSettings
    ) {
        router.post("language") { request, _ -> Response in
            var fields = try await FormFields.readOutsideSession(request)
            guard let language = fields.choice("lang", of: Language.self) else {
                throw FormProblem.malformed
            }
            var response = Response(
                status: .seeOther,
                headers: [.location: localPath(fields.raw("back"))]
            )
            response.setCookie(
                Cookie(
                    name: Language.cookie,
                    value: language.rawValue,
                    maxAge: 365 * 86_400,
                    path: "/",
                    secure: settings.isSecure,
                    httpOnly: true,
                    sameSite: .lax
                )
            )
            return response
        }
    }

    /// The path if it leads to this site, else the home page.
    ///
    /// Browsers read `//host` and `/\\host` as another site's address (URL Standard, section 4.4).
    static func localPath(_ path: String) -> String {
        let isLocal =
            path.hasPrefix("/") && !path.hasPrefix("//") && !path.hasPrefix("/\\")
            && path.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isLocal ? path : "/"
    }
}
