import Hummingbird
package import Logging
import ServiceLifecycle

/// The server: the site on a port, until the system says stop.
package enum Server {
    /// Serves until SIGINT or SIGTERM, and lets what is under way finish.
    ///
    /// - Parameters:
    ///   - onReady: called once with the port that was opened.
    package static func run(
        _ site: Site,
        host: String,
        port: Int,
        logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let application = Application(
            router: site.router().router,
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                serverName: nil
            ),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? port) },
            logger: logger
        )
        try await application.runService()
    }
}
