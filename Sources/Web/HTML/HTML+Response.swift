package import Hummingbird
import NIOCore

extension HTML: ResponseGenerator {
    package func response(from _: Request, context _: some RequestContext) -> Response {
        response(status: .ok)
    }

    /// The page as a response with a status of its own, such as 422 for a form with errors.
    package func response(status: HTTPResponse.Status) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
