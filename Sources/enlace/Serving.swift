import Casework
import Coalition
import Foundation
import Ledger
import Logging
import Web

/// Serves a node and says where.
enum Serving {
    static func run(
        _ publisher: Publisher,
        of node: Node,
        folder: Folder,
        host: String,
        port: Int,
        isSecure: Bool,
        clock: @escaping @Sendable () -> Moment = Moment.now,
        onReady: @escaping @Sendable (String) async -> Void
    ) async throws {
        let verifier = try folder.verifier()
        let site = Site(
            node: node,
            publisher: publisher,
            settings: SiteSettings(isSecure: isSecure, isDemo: await node.commons.isDemo),
            clock: clock,
            verify: {
                let kept = await node.checkpoint
                return Verification.verify(
                    .store(try folder.readOnlyStore()),
                    origin: verifier.name,
                    policy: try folder.policy(),
                    known: [kept]
                )
            }
        )
        try await explaining(port: port) {
            try await Server.run(site, host: host, port: port, logger: logger) { port in
                await onReady("http://\(host):\(port)")
            }
            try await node.close()
        }
    }

    /// Serves a node whose witnesses are reached over the network, and says where.
    static func run(
        _ node: Node,
        rhythm: Int,
        folder: Folder,
        host: String,
        port: Int,
        isSecure: Bool,
        onReady: @escaping @Sendable (String) async -> Void
    ) async throws {
        try await WitnessHTTP.open(patience: min(5, max(1, rhythm / 2))) { http in
            let publisher = Publisher(
                node: node,
                links: node.policy.witnesses.compactMap { http.link(to: $0) },
                rhythm: .seconds(rhythm),
                onFork: { _ = try? folder.evidence.save($0) }
            )
            try await run(
                publisher,
                of: node,
                folder: folder,
                host: host,
                port: port,
                isSecure: isSecure,
                onReady: onReady
            )
        }
    }

    /// Serves a witness and says where.
    static func run(
        _ open: OpenWitness,
        host: String,
        port: Int,
        onReady: @escaping @Sendable (String) async -> Void
    ) async throws {
        try await explaining(port: port) {
            try await WitnessServer.run(open, host: host, port: port, logger: logger) { port in
                await onReady("http://\(host):\(port)")
            }
        }
    }

    private static var logger: Logger {
        var logger = Logger(label: "enlace", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .warning
        return logger
    }

    /// Serves, and says so in words when the port is taken.
    private static func explaining(port: Int, _ serve: () async throws -> Void) async throws {
        do {
            try await serve()
        } catch {
            guard "\(error)".contains("EADDRINUSE") || "\(error)".contains("errno: 98") else {
                throw error
            }
            throw Problem(
                "Port \(port) is in use. Choose another with --port, or 0 for any that is free.",
                "El puerto \(port) está ocupado. Elija otro con --port, o 0 para cualquiera libre."
            )
        }
    }
}
