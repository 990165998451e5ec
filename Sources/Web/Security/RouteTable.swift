package import Hummingbird
import Synchronization

/// Which methods a path has, so that a wrong one is answered with 405 and not with 404
/// (RFC 9110, section 15.5.6).
package final class RouteTable: Sendable {
    private let routes = Mutex<[(path: RouterPath, method: HTTPRequest.Method)]>([])

    init() {}

    /// Learns a router's routes, once all of them are added.
    ///
    /// The router is to be made with the option `autoGenerateHeadEndpoints`.
    package func learn<Context: RequestContext>(_ router: Router<Context>) {
        let all = router.routes.map { (path: $0.path, method: $0.method) }
        routes.withLock { $0 = all }
    }

    /// The methods of a request's path, sorted; empty if the path is not known.
    func methods(of path: String) -> [String] {
        let segments = path.split(separator: "/")
        let methods = routes.withLock { routes in
            routes.filter { Self.matches($0.path, segments) }.map(\.method.rawValue)
        }
        // The router answers HEAD wherever it answers GET, but does not list it.
        return Set(methods.contains("GET") ? methods + ["HEAD"] : methods).sorted()
    }

    private static func matches(_ path: RouterPath, _ segments: [Substring]) -> Bool {
        for (index, element) in path.enumerated() {
            if element == .recursiveWildcard { return index < segments.count }
            guard index < segments.count, element ~= segments[index] else { return false }
        }
        return path.components.count == segments.count
    }
}
