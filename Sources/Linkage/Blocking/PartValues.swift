/// What a record has for a part of a key: mixed numbers, which differ where the values do.
enum PartValues {
    /// One value for each record; 0 where it is missing.
    static func one(_ part: BlockingKey.Part, of table: RecordTable) -> [UInt32] {
        let missing = [UInt32](repeating: 0, count: table.count)
        switch part {
        case .date(let column):
            return dates(table, column)?.map {
                $0.year == 0 || $0.day == 0 ? 0 : mix(UInt32($0.year) << 16 | dayAndMonth($0))
            } ?? missing
        case .year(let column), .neighbouringYear(let column):
            return dates(table, column)?.map { mix(UInt32($0.year)) } ?? missing
        case .dayAndMonth(let column):
            return dates(table, column)?.map { $0.day == 0 ? 0 : mix(dayAndMonth($0)) } ?? missing
        case .value(let column): return codes(table, column)?.values.map { mix($0) } ?? missing
        case .beginning(let column):
            guard let codes = codes(table, column) else { return missing }
            let ofValue = beginnings(of: codes.dictionary)
            return codes.values.map { ofValue[Int($0)] }
        case .word(let column):
            guard let codes = codes(table, column) else { return missing }
            let words = WordList(codes.dictionary)
            return codes.values.map { words[Int($0)].first ?? 0 }
        }
    }

    /// Calls `body` with the values of each record in turn: its year and the next, or its words.
    static func forEachRow(
        _ part: BlockingKey.Part,
        of table: RecordTable,
        _ body: (ArraySlice<UInt32>) -> Void
    ) {
        switch part {
        case .neighbouringYear(let column):
            var years: [UInt32] = [0, 0]
            for row in 0..<table.count {
                let year = UInt32(dates(table, column)?[row].year ?? 0)
                years[0] = mix(year)
                years[1] = mix(year + 1)
                body(year == 0 ? [] : years[...])
            }
        case .word(let column):
            let codes = codes(table, column) ?? CodeColumn(count: table.count)
            let words = WordList(codes.dictionary)
            for value in codes.values { body(words[Int(value)]) }
        default: for value in one(part, of: table) { body(value == 0 ? [] : [value]) }
        }
    }

    private static func dates(_ table: RecordTable, _ column: Int) -> [PartialDate]? {
        guard case .dates(let dates) = table.columns[column].values else { return nil }
        return dates
    }

    private static func codes(_ table: RecordTable, _ column: Int) -> CodeColumn? {
        guard case .codes(let codes) = table.columns[column].values else { return nil }
        return codes
    }

    /// Day and month as one number that is the same when the two are exchanged.
    private static func dayAndMonth(_ date: PartialDate) -> UInt32 {
        UInt32(min(date.day, date.month)) << 8 | UInt32(max(date.day, date.month))
    }

    /// The first five letters of each value, or 0 for shorter ones.
    private static func beginnings(of dictionary: ValueDictionary) -> [UInt32] {
        (0..<dictionary.count).map { value in
            let letters = dictionary[value].prefix(5)
            return letters.count < 5 ? 0 : letters.reduce(1) { mix($0 << 8 ^ UInt32($1)) }
        }
    }
}
