/// A line of comma-separated values (RFC 4180).
package enum CSVLine {
    /// Values in quotes where they need them, and a line feed.
    package static func text(_ values: [String]) -> String {
        values.map { value in
            value.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }
                ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
        }.joined(separator: ",") + "\n"
    }
}
