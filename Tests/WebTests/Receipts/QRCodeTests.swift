import Testing
import Web

@Suite struct QRCodeTests {
    @Test func `what a code cannot hold gives none`() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "x", count: QRCode.maximumByteCount)) != nil)
        #expect(QRCode(String(repeating: "x", count: QRCode.maximumByteCount + 1)) == nil)
        // A dash of three bytes counts for three.
        #expect(QRCode(String(repeating: "\u{2014}", count: QRCode.maximumByteCount / 3)) != nil)
        #expect(QRCode(String(repeating: "\u{2014}", count: 985)) == nil)
    }

    @Test(arguments: [(17, 21), (18, 25), (2953, 177)])
    func `the code is as small as bytes at the lowest error correction allow`(
        count: Int,
        width: Int
    ) {
        #expect(QRCode(String(repeating: "x", count: count))?.width == width)
    }

    @Test func `the picture is one path on white, with a light border and words`() throws {
        let code = try #require(QRCode("a <text>"))
        let picture = code.picture("<What it is>").string
        let edge = code.width + 8
        #expect(picture.contains("viewBox=\"0 0 \(edge) \(edge)\""))
        #expect(picture.contains("aria-label=\"&lt;What it is&gt;\""))
        #expect(picture.matches(of: #/<path\s/#).count == 1)
        // The upper edge of the finder pattern in the first corner, after the border.
        #expect(picture.contains("d=\"M4 4h7v1h-7z"))
    }
}
