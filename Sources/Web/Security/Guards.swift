package import Hummingbird

/// Everything that stands around every route, in its one right order.
package enum Guards {
    /// Adds the request log, strict headers, error pages and the same-origin check, then the
    /// assets, the language switch and the way out.
    ///
    /// Call it before any other route is added; when all are, give the router's routes to the
    /// table that it returns, or a wrong method shows as 404 instead of 405.
    package static func add<Context: RequestContext>(
        to router: Router<Context>,
        _ settings: SiteSettings
    ) -> RouteTable {
        let table = RouteTable()
        router.add(middleware: RequestLog())
        router.add(middleware: StrictHeaders(isSecure: settings.isSecure))
        router.add(middleware: ErrorPages(settings: settings, routes: table))
        router.add(middleware: SameOrigin())
        Assets.addRoutes(to: router)
        LanguageSwitch.addRoutes(to: router, settings)
        return table
    }
}
