package import Coalition
import HTTPTypes
package import Hummingbird
import Ledger
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// A witness on a port of its own (C2SP tlog-witness).
package enum WitnessServer {
    /// Serves until SIGINT or SIGTERM, and lets what is under way finish.
    ///
    /// - Parameters:
    ///   - open: the witness.
    ///   - host: the address to listen on.
    ///   - port: the port to listen on; 0 takes any that is free.
    ///   - logger: where troubles are noted.
    ///   - onReady: called once with the port that was opened.
    /// - Throws: an error of the network library, such as a port that is in use.
    package static func run(
        _ open: OpenWitness,
        host: String,
        port: Int,
        logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void
    ) async throws {
        let application = Application(
            router: router(open),
            // Whoever opens a connection and says nothing loses it.
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                serverName: nil
            ),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? port) },
            logger: logger
        )
        try await application.runService()
    }

    /// The routes of the specification, and a few words at the root for a person who looks.
    package static func router(_ open: OpenWitness) -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.add(middleware: StrictHeaders(isSecure: false))
        router.get("") { _, _ in
            text(about(open))
        }
        router.post("add-checkpoint") { request, context in
            let body = try await request.body.collect(upTo: AddCheckpoint.maximumByteCount)
            do {
                let answer = try await blocking {
                    try open.witness.addCheckpoint(Array(buffer: body))
                }
                return text(
                    answer.body,
                    HTTPResponse.Status(code: answer.status),
                    type: answer.contentType
                )
            } catch {
                context.logger.error("the witness could not answer: \(error)")
                throw error
            }
        }
        router.get(":log/checkpoint") { _, context in
            let hash = try context.parameters.require("log")
            guard let note = try await blocking({ try open.witness.checkpoint(originHash: hash) })
            else { throw HTTPError(.notFound) }
            return text(note)
        }
        return router
    }

    /// Runs what waits for the disk where it keeps no other request waiting.
    private static func blocking<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }

    private static func about(_ open: OpenWitness) -> String {
        """
        A witness of transparency logs (C2SP tlog-witness).
        It cosigns checkpoints that continue all it has cosigned before, and no others.

        \(open.verifier.text)

        Logs:
        \(open.logs.map(\.text).joined(separator: "\n"))

        """
    }

    private static func text(
        _ text: String,
        _ status: HTTPResponse.Status = .ok,
        type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
