/// Reads tables of capture histories from comma-separated values.
///
/// There are two shapes. With a column called `count` (or `conteo` or `cuenta`) each line gives the lists
/// of some people by 0 or 1 and how many they are; no two lines have the same lists. Without it each line
/// is a person. The other columns are the lists, whose names and order are kept.
///
/// Commas, semicolons and tabs separate; text is UTF-8, with a byte order mark or without.
public enum TableReader {
    /// The longest file that is read, in bytes.
    public static let byteLimit = 16 << 20

    /// Reads a table.
    ///
    /// - Parameter text: The text of a file.
    /// - Returns: The table.
    /// - Throws: ``TableUnreadable`` with the first thing that is wrong, and its place.
    public static func read(_ text: String) throws(TableUnreadable) -> CaptureTable {
        try read(Array(text.utf8))
    }

    /// Reads a table.
    ///
    /// - Parameter bytes: The bytes of a file.
    /// - Returns: The table: two lists or more, two people or more, and somebody on two lists.
    /// - Throws: ``TableUnreadable`` with the first thing that is wrong, and its place.
    public static func read(_ bytes: [UInt8]) throws(TableUnreadable) -> CaptureTable {
        var reader = try RecordReader(bytes)
        let head = try TableHead(&reader)
        let layout = try Layout(head)
        var people = [Int](repeating: 0, count: 1 << layout.lists.count)
        var lines = [Int?](repeating: nil, count: people.count)
        var total = 0
        var last = head.line
        while var record = try reader.next() {
            try head.fit(&record)
            last = record.line
            let count = try layout.count(of: record, head)
            let history = try layout.history(of: record, head)
            guard history != 0 else { throw TableUnreadable(.rowOfZeros, line: record.line) }
            if layout.countColumn != nil {
                if let earlier = lines[history] {
                    throw TableUnreadable(.repeatedRow(line: earlier), line: record.line)
                }
                lines[history] = record.line
            }
            people[history] += count
            total += count
            guard total <= WholeNumber.largest else {
                throw TableUnreadable(.tooLarge, line: record.line)
            }
        }
        guard total > 0 else { throw TableUnreadable(.nobody, line: last) }
        guard total > 1 else { throw TableUnreadable(.onePerson, line: last) }
        guard people.indices.contains(where: { people[$0] > 0 && $0.nonzeroBitCount > 1 }) else {
            throw TableUnreadable(.noOverlap, line: last)
        }
        do {
            return try CaptureTable(lists: layout.lists, counts: people.map(Double.init))
        } catch {
            // The checks above are all that a table asks, and more.
            throw TableUnreadable(.nobody, line: last)
        }
    }

    /// Which columns are lists.
    private struct Layout {
        let countColumn: Int?
        let listColumns: [Int]
        let lists: [String]

        init(_ head: TableHead) throws(TableUnreadable) {
            let countColumn = head.index(of: TableColumn.count)
            self.countColumn = countColumn
            listColumns = head.names.indices.filter { $0 != countColumn }
            lists = listColumns.map { head.names[$0] }
            guard lists.count >= 2 else { throw TableUnreadable(.tooFewLists, line: head.line) }
            guard lists.count <= CaptureTable.maximumListCount else {
                throw TableUnreadable(.tooManyLists(lists.count), line: head.line)
            }
        }

        func count(
            of record: RecordReader.Record,
            _ head: TableHead
        ) throws(TableUnreadable) -> Int {
            guard let countColumn else { return 1 }
            return try TableColumn.number(countColumn, of: record, head)
        }

        func history(
            of record: RecordReader.Record,
            _ head: TableHead
        ) throws(TableUnreadable) -> Int {
            var history = 0
            for (list, column) in listColumns.enumerated() {
                switch record.fields[column] {
                case "0": break
                case "1": history |= 1 << list
                default:
                    let isNumber = (try? WholeNumber.read(record.fields[column]).get()) != nil
                    let isLast = countColumn == nil && column == head.names.count - 1
                    throw TableUnreadable(
                        isNumber && isLast ? .noCountColumn : .notZeroOrOne,
                        line: record.line,
                        column: head.names[column]
                    )
                }
            }
            return history
        }
    }
}
