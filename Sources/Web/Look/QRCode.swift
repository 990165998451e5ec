import CQREncode

/// A QR code, drawn as one path of SVG.
package struct QRCode: Sendable {
    /// The most bytes that any QR code holds (ISO/IEC 18004, version 40 at its lowest error
    /// correction).
    package static let maximumByteCount = 2953

    /// The number of dark or light squares along an edge, without the margin.
    package let width: Int
    /// Whether each square is dark, row by row.
    private let isDark: [Bool]

    /// Encodes a text, all of it as bytes.
    ///
    /// The lowest error correction is taken: the squares are then largest, which for so much text on
    /// clean paper helps a telephone more than redundancy does.
    ///
    /// - Parameter text: what a telephone is to read; more than `maximumByteCount` bytes, or none, give
    ///   `nil`.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...Self.maximumByteCount).contains(bytes.count),
            let code = unsafe QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_L)
        else { return nil }
        defer { unsafe QRcode_free(code) }
        let width = unsafe Int(code.pointee.width)
        // The lowest bit of each byte says whether the square is dark.
        let squares = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        isDark = unsafe squares.map { $0 & 1 == 1 }
        self.width = width
    }

    /// The light border that readers need, in squares (ISO/IEC 18004, section on the quiet zone).
    static let margin = 4

    /// The picture, on white whatever the colours of the page; `title` says what it is to those who
    /// cannot see it.
    package func picture(_ title: String) -> HTML {
        let edge = width + 2 * Self.margin
        return svg(
            .class("qr"),
            Attribute("viewBox", "0 0 \(edge) \(edge)"),
            Attribute("shape-rendering", "crispEdges"),
            .role("img"),
            .aria("label", title)
        ) {
            Element("rect")(
                Attribute("width", "\(edge)"),
                Attribute("height", "\(edge)"),
                Attribute("fill", "#fff")
            )
            Element("path")(Attribute("d", path), Attribute("fill", "#000"))
        }
    }

    /// One rectangle for each run of dark squares in a row.
    private var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, isDark[row * width + column] { column += 1 }
                if column > start {
                    let length = column - start
                    path += "M\(start + Self.margin) \(row + Self.margin)h\(length)v1h-\(length)z"
                }
                column += 1
            }
        }
        return path
    }
}
