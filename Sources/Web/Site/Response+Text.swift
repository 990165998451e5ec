import Hummingbird
import NIOCore

extension Response {
    /// Plain text, to be read or to be saved under a name.
    static func text(_ text: String, savedAs name: String? = nil) -> Response {
        let response = Response(
            status: .ok,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
        return name.map(response.saved(as:)) ?? response
    }

    /// The same, to be saved under a name, which this program chose.
    func saved(as name: String) -> Response {
        var response = self
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }
}
