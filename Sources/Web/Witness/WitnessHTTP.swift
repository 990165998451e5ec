import AsyncHTTPClient
package import Coalition
package import Ledger
import NIOCore
import NIOHTTP1

/// Ways to witnesses over the network.
///
/// A witness belongs to somebody else and may be corrupt: it is waited for so long and no longer, what it
/// sends is read up to a limit, and it is followed nowhere.
package struct WitnessHTTP: Sendable {
    private let client: HTTPClient
    private let patience: TimeAmount

    /// Opens ways to witnesses for the time of some work.
    ///
    /// - Parameters:
    ///   - patience: how long a witness has to answer, in seconds.
    ///   - work: what is done with them.
    /// - Throws: what the work throws.
    package static func open(
        patience: Int,
        _ work: (WitnessHTTP) async throws -> Void
    ) async throws {
        let http = WitnessHTTP(patience: patience)
        do {
            try await work(http)
        } catch {
            try await http.client.shutdown()
            throw error
        }
        try await http.client.shutdown()
    }

    private init(patience: Int) {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(
            connect: .seconds(Int64(patience)),
            read: .seconds(Int64(patience))
        )
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        self.patience = .seconds(Int64(patience))
    }

    /// The way to a witness, if the policy gives an address for it.
    package func link(to witness: WitnessPolicy.Witness) -> WitnessLink? {
        guard let url = witness.url else { return nil }
        let prefix = url.hasSuffix("/") ? String(url.dropLast()) : url
        return WitnessLink(
            witness: witness,
            post: { body in
                var request = HTTPClientRequest(url: prefix + "/add-checkpoint")
                request.method = .POST
                request.body = .bytes(ByteBuffer(string: body))
                return try await send(request)
            },
            fetch: { hash in
                let answer = try await send(HTTPClientRequest(url: "\(prefix)/\(hash)/checkpoint"))
                return answer.status == 200 ? String(decoding: answer.body, as: UTF8.self) : nil
            }
        )
    }

    private func send(_ request: HTTPClientRequest) async throws -> (status: Int, body: [UInt8]) {
        let response = try await client.execute(request, timeout: patience)
        let body = try await response.body.collect(upTo: NoteVerifier.maximumReplyByteCount)
        return (Int(response.status.code), Array(buffer: body))
    }
}
