/// The names of a table's columns, from its first record.
struct TableHead {
    /// The line where the names stand.
    let line: Int
    /// The names, as they are written.
    let names: [String]

    /// The most columns that a table can have.
    static let columnLimit = 200

    /// Reads and checks the names.
    init(_ reader: inout RecordReader) throws(TableUnreadable) {
        guard var record = try reader.next() else { throw TableUnreadable(.empty) }
        // Spreadsheets leave separators where a column was emptied.
        while record.fields.last?.isEmpty == true { record.fields.removeLast() }
        line = record.line
        names = record.fields
        guard names.count <= Self.columnLimit else {
            throw TableUnreadable(.tooManyColumns(names.count), line: line)
        }
        if names.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) {
            throw TableUnreadable(.noHeader, line: line)
        }
        var known: Set<String> = []
        for (index, name) in names.enumerated() {
            let faults: [(Bool, TableUnreadable.Reason)] = [
                (name.isEmpty, .missingName(column: index + 1)),
                (!TableColumn.canBeShown(name), .badName(column: index + 1)),
            ]
            for (isFaulty, reason) in faults where isFaulty {
                throw TableUnreadable(reason, line: line)
            }
            guard known.insert(Self.folded(name)).inserted else {
                throw TableUnreadable(.repeatedName, line: line, column: name)
            }
        }
    }

    /// The index of the column that has one of some names, whatever the case of its letters.
    func index(of wanted: [String]) -> Int? {
        names.firstIndex { wanted.contains(Self.folded($0)) }
    }

    /// Fits a record to the columns.
    func fit(_ record: inout RecordReader.Record) throws(TableUnreadable) {
        let found = record.fields.count
        while record.fields.count > names.count, record.fields.last?.isEmpty == true {
            record.fields.removeLast()
        }
        guard record.fields.count == names.count else {
            throw TableUnreadable(
                .wrongNumberOfFields(expected: names.count, found: found),
                line: record.line
            )
        }
    }

    private static func folded(_ name: String) -> String { name.lowercased() }
}
