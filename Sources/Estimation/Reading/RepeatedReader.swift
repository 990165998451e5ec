/// Reads tables of people whom one agency saw repeatedly from comma-separated values.
///
/// A column called `times` (or `veces`, `nbcap` or `capture`) says how often people were seen. With a
/// column called `count` (or `conteo` or `cuenta`) each line is of so many people, and no two lines are
/// alike; without it each line is a person. The other columns are what is known of the people; their
/// values are words, and the first in the order of their characters is the one that others are compared
/// with, so that the order of lines changes nothing. An empty field is a value too.
public enum RepeatedReader {
    /// The most often that a person can have been seen.
    public static let mostTimes = 100_000
    /// The most different values that a column can have.
    public static let mostLevels = 50

    /// Reads a table.
    ///
    /// - Parameter text: The text of a file.
    /// - Returns: The table.
    /// - Throws: ``TableUnreadable`` with the first thing that is wrong, and its place.
    public static func read(_ text: String) throws(TableUnreadable) -> RepeatedTable {
        try read(Array(text.utf8))
    }

    /// Reads a table.
    ///
    /// - Parameter bytes: The bytes of a file.
    /// - Returns: The table: two people or more, and somebody seen twice.
    /// - Throws: ``TableUnreadable`` with the first thing that is wrong, and its place.
    public static func read(_ bytes: [UInt8]) throws(TableUnreadable) -> RepeatedTable {
        var reader = try RecordReader(bytes)
        let head = try TableHead(&reader)
        guard let timesColumn = head.index(of: TableColumn.times) else {
            throw TableUnreadable(.noTimesColumn, line: head.line)
        }
        let countColumn = head.index(of: TableColumn.count)
        let known = head.names.indices.filter { $0 != timesColumn && $0 != countColumn }
        var levels = known.map { _ in Set<String>() }
        var people: [[String]: (times: Int, count: Int, line: Int)] = [:]
        var total = 0
        var last = head.line
        while var record = try reader.next() {
            try head.fit(&record)
            last = record.line
            let times = try TableColumn.number(timesColumn, of: record, head)
            guard times > 0 else {
                throw TableUnreadable(.rowOfZeros, line: last, column: head.names[timesColumn])
            }
            guard times <= mostTimes else {
                throw TableUnreadable(.tooManyTimes, line: last, column: head.names[timesColumn])
            }
            let count = try countColumn.map { column throws(TableUnreadable) in
                try TableColumn.number(column, of: record, head)
            }
            for (index, column) in known.enumerated() {
                guard TableColumn.canBeShown(record.fields[column]) else {
                    throw TableUnreadable(.badValue, line: last, column: head.names[column])
                }
                levels[index].insert(record.fields[column])
                guard levels[index].count <= mostLevels else {
                    throw TableUnreadable(.tooManyLevels, line: last, column: head.names[column])
                }
            }
            let kind = [String(times)] + known.map { record.fields[$0] }
            if let earlier = people[kind], countColumn != nil {
                throw TableUnreadable(.repeatedRow(line: earlier.line), line: last)
            }
            people[kind, default: (times, 0, last)].count += count ?? 1
            total += count ?? 1
            guard total <= WholeNumber.largest else { throw TableUnreadable(.tooLarge, line: last) }
        }
        guard total > 0 else { throw TableUnreadable(.nobody, line: last) }
        guard total > 1 else { throw TableUnreadable(.onePerson, line: last) }
        guard people.values.contains(where: { $0.times > 1 && $0.count > 0 }) else {
            throw TableUnreadable(.nobodySeenTwice, line: last)
        }
        let sorted = levels.map { $0.sorted() }
        let indices = sorted.map { Dictionary(uniqueKeysWithValues: zip($0, 0...)) }
        let groups = people.map { kind, group in
            RepeatedTable.Group(
                times: group.times,
                levels: zip(indices, kind.dropFirst()).map { $0[$1] ?? 0 },
                count: Double(group.count)
            )
        }
        let covariates = zip(known, sorted).map {
            RepeatedTable.Covariate(name: head.names[$0], levels: $1)
        }
        do {
            return try RepeatedTable(covariates: covariates, groups: groups)
        } catch {
            throw TableUnreadable(.nobody, line: last)
        }
    }
}
