import HTTPTypes
import Hummingbird
import NIOCore

/// Tables for spreadsheets: comma-separated values as RFC 4180 has them.
enum CSV {
    /// Every cell in quotes, lines ended by CR and LF.
    static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A spreadsheet takes a cell that begins like a formula for one; the apostrophe before it says
    /// that it is a text (OWASP, *CSV Injection*).
    private static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
        let safe = isFormula == true ? "'" + text : text
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }

    /// Begins with a byte order mark, without which spreadsheets misread letters with accents.
    static func response(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/csv; charset=utf-8; header=present"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: "\u{FEFF}" + text))
        )
    }
}
