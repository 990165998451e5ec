/// The values of one part of a blocking key, one for each record.
struct PartColumn {
    /// A mixed number for each record, or 0 where the value is missing; of a year, the year itself.
    private let numbers: [UInt32]
    /// Whether neighbouring numbers count as shared.
    let hasNeighbours: Bool
    /// For texts of several words: the words of each of the column's values, numbered by `numbers`.
    private let words: WordList?
    private let isRequired: Bool

    init(_ part: BlockingKey.Part, of table: RecordTable, isRequired: Bool) {
        self.isRequired = isRequired
        var words: WordList?
        var hasNeighbours = false
        switch part {
        case .date(let column):
            numbers = Self.dates(table, column) { date in
                date.year == 0 || date.day == 0
                    ? 0 : mix(UInt32(date.year) << 16 | Self.dayAndMonth(date))
            }
        case .year(let column):
            numbers = Self.dates(table, column) { UInt32($0.year) }
            hasNeighbours = true
        case .dayAndMonth(let column):
            numbers = Self.dates(table, column) { $0.day == 0 ? 0 : mix(Self.dayAndMonth($0)) }
        case .value(let column):
            numbers = Self.codes(table, column)?.values.map { mix($0) } ?? []
        case .beginning(let column):
            let ofValue = Self.codes(table, column).map { Self.beginnings(of: $0.dictionary) } ?? []
            numbers = Self.codes(table, column)?.values.map { ofValue[Int($0)] } ?? []
        case .word(let column):
            words = Self.codes(table, column).map { WordList($0.dictionary) }
            numbers = Self.codes(table, column)?.values ?? []
        }
        self.words = words
        self.hasNeighbours = hasNeighbours
    }

    /// Adds this part's values to each of the sums, in all combinations.
    ///
    /// - Returns: False when the value is missing and cannot be done without.
    @inline(__always)
    func extend(
        _ sums: inout [UInt32],
        _ shorter: inout [UInt32],
        row: Int,
        weight: UInt32,
        inShorter: Bool
    ) -> Bool {
        guard row < numbers.count, numbers[row] != 0 else { return !isRequired }
        let number = numbers[row]
        if let words {
            let (sumsBefore, shorterBefore) = (sums, shorter)
            sums.removeAll(keepingCapacity: true)
            shorter.removeAll(keepingCapacity: true)
            for word in words[Int(number)] {
                for index in sumsBefore.indices {
                    sums.append(sumsBefore[index] &+ word &* weight)
                    shorter.append(shorterBefore[index] &+ (inShorter ? word &* weight : 0))
                }
            }
            return !sums.isEmpty
        }
        let count = sums.count
        for index in 0..<count {
            if hasNeighbours {
                let next = mix(number + 1) &* weight
                sums.append(sums[index] &+ next)
                shorter.append(inShorter ? shorter[index] &+ next : shorter[index])
            }
            let own = (hasNeighbours ? mix(number) : number) &* weight
            sums[index] = sums[index] &+ own
            if inShorter { shorter[index] = shorter[index] &+ own }
        }
        return true
    }

    private static func dates(
        _ table: RecordTable,
        _ column: Int,
        _ number: (PartialDate) -> UInt32
    ) -> [UInt32] {
        guard case .dates(let dates) = table.columns[column].values else { return [] }
        return dates.map(number)
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
