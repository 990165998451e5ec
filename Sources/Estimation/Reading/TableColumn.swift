/// The columns that tables name.
enum TableColumn {
    /// Names of the column of people, in small letters.
    static let count = ["count", "conteo", "cuenta"]
    /// Names of the column that says how often people were seen, in small letters.
    static let times = ["times", "veces", "nbcap", "capture"]

    /// The whole number in a column of a record.
    static func number(
        _ column: Int,
        of record: RecordReader.Record,
        _ head: TableHead
    ) throws(TableUnreadable) -> Int {
        switch WholeNumber.read(record.fields[column]) {
        case .success(let value): return value
        case .failure(let reason):
            throw TableUnreadable(reason, line: record.line, column: head.names[column])
        }
    }

    /// Whether a name or a value can stand on a page: 60 characters at most, of 120 scalars
    /// at most, since marks can be heaped on a character without end; all of them visible.
    static func canBeShown(_ text: String) -> Bool {
        text.unicodeScalars.prefix(121).count <= 120 && text.count <= 60
            && text.unicodeScalars.allSatisfy {
                switch $0.properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
                    .paragraphSeparator:
                    false
                default: true
                }
            }
    }
}
