import AsyncHTTPClient
import Ledger
import NIOCore
import NIOHTTP1

/// Why something was not had from an address.
package enum FetchRefused: Error, Hashable, Sendable {
    /// The address answered with this status.
    case status(UInt)
    /// The answer was larger than what was asked for can be.
    case tooLarge
    /// Nobody answered in time, or the address is none.
    case unreachable
}

/// Reads a log from the addresses that a node, or any web server with an export, serves.
///
/// Whoever serves them may be an enemy: no redirection is followed, no answer is read past what it can
/// have, and each is waited for no longer than its time. To be used from a thread that may wait.
package final class PublishedReader: PublishedFiles {
    private let client: HTTPClient
    private let base: String
    private let patience: TimeAmount

    /// Prepares to read.
    ///
    /// - Parameters:
    ///   - base: the address that `checkpoint` and `tile/` are below.
    ///   - patience: how long one answer may take, in seconds.
    package init(base: String, patience: Int = 30) {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(
            connect: .seconds(Int64(patience)),
            read: .seconds(Int64(patience))
        )
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        self.base = base.hasSuffix("/") ? base : base + "/"
        self.patience = .seconds(Int64(patience))
    }

    /// Closes the connections.
    package func close() async throws {
        try await client.shutdown()
    }

    package func file(_ path: String, _ limit: Int) throws -> [UInt8]? {
        guard let request = try? HTTPClient.Request(url: base + path) else {
            throw FetchRefused.unreachable
        }
        let answer: HTTPClient.Response
        do {
            answer = try client.execute(
                request: request,
                delegate: ResponseAccumulator(request: request, maxBodySize: limit),
                deadline: .now() + patience
            )
            .wait()
        } catch is ResponseAccumulator.ResponseTooBigError {
            throw FetchRefused.tooLarge
        } catch {
            throw FetchRefused.unreachable
        }
        switch answer.status.code {
        case 200: return answer.body.map { Array($0.readableBytesView) } ?? []
        case 404: return nil
        case let code: throw FetchRefused.status(code)
        }
    }
}
