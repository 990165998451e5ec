import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// A file that pages refer to, embedded in the program.
///
/// Its address holds a hash of the content, so a browser may keep it for ever, and a new version
/// has a new address.
package struct Asset: Sendable {
    /// The address, `/assets/enlace-0123456789abcdef.css`.
    package let path: String
    package let bytes: [UInt8]
    fileprivate let fileName: String
    fileprivate let hash: String
    private let contentType: String

    fileprivate init(_ name: String, _ suffix: String, _ contentType: String, _ bytes: [UInt8]) {
        hash = SHA256.hash(data: bytes).prefix(8).map(\.hexadecimal).joined()
        fileName = "\(name)-\(hash).\(suffix)"
        path = "/assets/\(fileName)"
        self.contentType = contentType
        self.bytes = bytes
    }

    fileprivate func response(to request: Request) -> Response {
        let tag = "\"\(hash)\""
        var headers: HTTPFields = [
            .eTag: tag,
            .cacheControl: "public, max-age=31536000, immutable",
        ]
        if request.headers[.ifNoneMatch] == tag {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = contentType
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

/// All assets.
///
/// To add one, put its file in `Resources` and name it here; those in `byFileName` are served.
package enum Assets {
    /// The style sheet of every page.
    package static let style = Asset(
        "enlace",
        "css",
        "text/css; charset=utf-8",
        PackageResources.enlace_css
    )
    /// The script of every page.
    package static let script = Asset(
        "enlace",
        "js",
        "text/javascript; charset=utf-8",
        PackageResources.enlace_js
    )
    /// The mark for browser tabs.
    package static let icon = Asset(
        "icon",
        "svg",
        "image/svg+xml",
        PackageResources.icon_svg
    )

    /// The script of the page that checks a receipt, which stands inside that page.
    package static let checker = Asset(
        "check",
        "js",
        "text/javascript; charset=utf-8",
        PackageResources.check_js
    )

    private static let byFileName = Dictionary(
        uniqueKeysWithValues: [style, script, icon].map { ($0.fileName, $0) }
    )

    static func addRoutes<Context: RequestContext>(to router: Router<Context>) {
        router.get("assets/{file}") { request, context -> Response in
            guard let asset = context.parameters.get("file").flatMap({ byFileName[$0] }) else {
                throw HTTPError(.notFound)
            }
            return asset.response(to: request)
        }
    }
}
