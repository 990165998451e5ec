import Coalition
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

extension Site {
    /// The log in tiles, for checkers that others wrote (C2SP tlog-tiles).
    ///
    /// Without a session: a record that only members can check is checked by nobody else.
    func addTiles(to router: Router<SiteContext>) {
        router.get("tile/**") { request, _ in
            guard let path = TilePath(String(request.uri.path.dropFirst())),
                let bytes = try await node.tile(at: path)
            else { throw HTTPError(.notFound) }
            var response = Response(
                status: .ok,
                headers: [.contentType: "application/octet-stream"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            )
            if !path.isPartial {
                response.headers[.cacheControl] = "public, max-age=31536000, immutable"
            }
            return response
        }
    }
}
