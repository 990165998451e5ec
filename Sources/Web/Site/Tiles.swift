import Coalition
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

extension Site {
    /// The log in tiles, for checkers that others wrote (C2SP tlog-tiles), and its checkpoints.
    ///
    /// Without a session: a record that only members can check is checked by nobody else.
    func addTiles(to router: Router<SiteContext>) {
        for place in ["tile/**", "checkpoints/**"] as [RouterPath] {
            router.get(place) { request, _ in
                let address = String(request.uri.path.dropFirst())
                if address == TileExport.countPath {
                    return Response.octets(Array("\(await node.publishedCount)\n".utf8))
                }
                guard let path = TilePath(address), let bytes = try await node.tile(at: path) else {
                    throw HTTPError(.notFound)
                }
                var response = Response.octets(bytes)
                if !path.isPartial {
                    response.headers[.cacheControl] = "public, max-age=31536000, immutable"
                }
                return response
            }
        }
    }
}

extension Response {
    fileprivate static func octets(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/octet-stream"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
