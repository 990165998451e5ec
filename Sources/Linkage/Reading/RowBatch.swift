/// Rows that wait to be added to a table: a copy of their text, and where in it the fields are.
struct RowBatch {
    /// The identifiers, one after another.
    private var identifiers: [UInt8] = []
    /// Where each identifier ends.
    private var identifierEnds: [Int] = []
    /// The line of each row.
    private(set) var lines: [Int] = []
    private var bytes: [UInt8] = []
    private var identifierRanges: [Range<Int>] = []
    /// Of each row as many as there are fields.
    private var values: [Range<Int>] = []

    /// Whether it is time to add them.
    var isFull: Bool { lines.count == 64 }

    mutating func removeAll() {
        identifiers.removeAll(keepingCapacity: true)
        identifierEnds.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        identifierRanges.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }

    /// Adds a row of which each field is a column.
    mutating func append(
        _ row: Span<UInt8>,
        fields: [Range<Int>],
        columns: [Int],
        identifier: Range<Int>,
        line: Int
    ) {
        let start = fields[0].lowerBound
        let moved = bytes.count - start
        copy(row.extracting(start..<fields[fields.count - 1].upperBound))
        for column in columns {
            let range = fields[column]
            values.append(range.lowerBound + moved..<range.upperBound + moved)
        }
        let place = identifier.lowerBound + moved..<identifier.upperBound + moved
        end(row.extracting(identifier), at: place, line: line)
    }

    /// Adds a row of which some field is absent or made of several columns.
    mutating func append(
        _ row: Span<UInt8>,
        fields: [Range<Int>],
        origins: [ColumnPlan.Origin],
        identifier: Range<Int>,
        line: Int
    ) {
        for origin in origins {
            let start = bytes.count
            switch origin {
            case .absent: break
            case .column(let column): copy(row.extracting(fields[column]))
            case .date(let year, let month, let day):
                compose(row, fields: fields, year: year, rest: [month, day])
            }
            values.append(start..<bytes.count)
        }
        let start = bytes.count
        copy(row.extracting(identifier))
        end(row.extracting(identifier), at: start..<bytes.count, line: line)
    }

    /// Of each row, whether its identifier was not seen before, neither here nor in an index; the index
    /// then has them all.
    func newIdentifiers(in seen: inout ByteIndex) -> [Bool] {
        var known = seen.count
        var isNew: [Bool] = []
        seen.numbers(of: identifiers.span, ends: identifierEnds.span) { number in
            isNew.append(number == known)
            if number == known { known += 1 }
        }
        return isNew
    }

    /// Adds one of the rows to a table.
    func add(_ row: Int, fields: Int, to builder: inout TableBuilder) {
        builder.append(
            bytes: bytes.span,
            identifier: identifierRanges[row],
            values: values.span.extracting(row * fields..<(row + 1) * fields)
        )
    }

    private mutating func end(_ identifier: Span<UInt8>, at place: Range<Int>, line: Int) {
        unsafe identifier.withUnsafeBufferPointer { unsafe identifiers.append(contentsOf: $0) }
        identifierEnds.append(identifiers.count)
        identifierRanges.append(place)
        lines.append(line)
    }

    /// Writes a date as year, month and day with hyphens between; a part that is no number is 0.
    private mutating func compose(
        _ row: Span<UInt8>,
        fields: [Range<Int>],
        year: Int,
        rest: [Int?]
    ) {
        let year = row.trimming(fields[year])
        // Fewer digits would be taken for a day.
        if year.count < 4 { return }
        copy(row.extracting(year))
        for part in rest {
            guard let part else { return }
            bytes.append(UInt8(ascii: "-"))
            let value = row.trimming(fields[part])
            if value.isEmpty || !(0x30...0x39).contains(row[value.lowerBound]) {
                bytes.append(UInt8(ascii: "0"))
            } else {
                copy(row.extracting(value))
            }
        }
    }

    private mutating func copy(_ text: Span<UInt8>) {
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
}
