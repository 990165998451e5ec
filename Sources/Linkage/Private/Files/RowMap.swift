/// Which row of an encoded file is which record at home.
///
/// It never leaves the agency; without it the rows of an answer are mere numbers.
public struct RowMap: Hashable, Sendable {
    /// The record's row in the table at home, for each row of the file.
    public let rows: [Int]
    /// The record's identifier, for each row of the file.
    public let identifiers: [String]

    /// The map as comma-separated values: the row, counted from 0, and the identifier.
    public var csv: String {
        var text = "row,id\n"
        for (row, identifier) in identifiers.enumerated() {
            text += "\(row),\(CSVField.quoted(identifier))\n"
        }
        return text
    }
}
