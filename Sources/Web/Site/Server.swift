import Hummingbird
package import Logging
import ServiceLifecycle

/// The server: the site on a port, until the system says stop.
package enum Server {
    /// Serves until SIGINT or SIGTERM, lets what is under way finish, and publishes at a rhythm.
    ///
    /// - Parameters:
    ///   - site: what to serve.
    ///   - host: the address to listen on.
    ///   - port: the port to listen on; 0 takes any that is free.
    ///   - logger: where troubles are noted, without what anybody wrote.
    ///   - onReady: called once with the port that was opened.
    /// - Throws: an error of the network library, such as a port that is in use.
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
            services: [PublishingService(publisher: site.publisher)],
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? port) },
            logger: logger
        )
        try await application.runService()
    }
}
