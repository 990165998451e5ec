/// A value as it stands in comma-separated values (RFC 4180).
package enum CSVField {
    /// The value, in quotation marks when it would be misread without.
    package static func quoted(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 <= 0x20 || [0x22, 0x2C, 0x3B].contains($0) }) else {
            return value
        }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
