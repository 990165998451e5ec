/// The passes that a table's columns allow.
struct BlockingSchema {
    /// Up to so many rows every pass is affordable.
    static let mostThoroughRows = 500_000

    private let table: RecordTable
    private let limits: BlockingLimits
    private let hasNames: Bool
    private let dates: [Int]
    private let numbers: [Int]
    /// Places and others, the most telling first.
    private let values: [(column: Int, spread: ValueSpread)]

    init(_ table: RecordTable, limits: BlockingLimits) {
        self.table = table
        self.limits = limits
        hasNames = !table.names.tokens.isEmpty
        var (dates, numbers): ([Int], [Int]) = ([], [])
        var values: [(column: Int, spread: ValueSpread)] = []
        for (index, column) in table.columns.enumerated() {
            switch (column.values, column.field.kind) {
            case (.dates, _): dates.append(index)
            case (_, .phone), (_, .document): numbers.append(index)
            case (_, .sex): break
            case (.codes(let codes), _): values.append((index, ValueSpread(codes)))
            }
        }
        self.dates = dates
        self.numbers = numbers
        self.values = values.sorted {
            ($0.spread.effective, $1.column) > ($1.spread.effective, $0.column)
        }
    }

    /// The passes, the most useful first.
    var passes: [BlockingPass] {
        let passes = numbers.map(alone) + dates.map(dated) + (hasNames ? namePasses : [])
        return passes + valuePasses
    }

    private func name(_ column: Int) -> String { table.columns[column].field.name }

    private var isThorough: Bool { table.count <= Self.mostThoroughRows }

    private var years: [BlockingPass.Split] {
        dates.prefix(1).map {
            .part(isThorough ? .neighbouringYear(column: $0) : .year(column: $0))
        }
    }

    /// What splits the blocks of a key without names.
    private func splits(without columns: [Int]) -> [BlockingPass.Split] {
        if hasNames { return [.token, .token] }
        let others = values.map(\.column).filter { !columns.contains($0) }
        return others.prefix(2).map { .part(.value(column: $0)) }
    }

    private func alone(_ column: Int) -> BlockingPass {
        BlockingPass(
            name: name(column),
            key: BlockingKey(parts: [.value(column: column)]),
            splits: splits(without: [column])
        )
    }

    private func dated(_ column: Int) -> BlockingPass {
        BlockingPass(
            name: name(column),
            key: BlockingKey(parts: [.date(column: column)]),
            splits: splits(without: [])
        )
    }

    /// What finds a person by the name, with or without something else.
    private var namePasses: [BlockingPass] {
        var passes = [
            BlockingPass(
                name: "name + name",
                key: BlockingKey(tokens: 2),
                splits: years + [.token]
            )
        ]
        guard isThorough || dates.isEmpty || numbers.isEmpty else { return passes }
        for value in values.filter({ $0.spread.effective >= 20 }).prefix(4) {
            passes.append(
                BlockingPass(
                    name: "\(name(value.column)) + name",
                    key: BlockingKey(tokens: 1, parts: [.value(column: value.column)]),
                    splits: years + [.token]
                )
            )
        }
        guard isThorough else { return passes }
        for date in dates.prefix(2) {
            passes.append(
                BlockingPass(
                    name: "\(name(date)), day and month + name",
                    key: BlockingKey(tokens: 1, parts: [.dayAndMonth(column: date)]),
                    splits: [.token, .token]
                )
            )
        }
        passes.append(
            BlockingPass(
                name: "beginning of name + beginning of name",
                key: BlockingKey(.prefix, tokens: 2),
                splits: years + [.token]
            )
        )
        passes.append(
            BlockingPass(
                name: "name",
                key: BlockingKey(tokens: 1),
                splits: years + values.prefix(1).map { .part(.value(column: $0.column)) } + [.token]
            )
        )
        return passes
    }

    /// What finds records by other columns: alone where a value is rare enough, else by twos.
    private var valuePasses: [BlockingPass] {
        let room = Double(2 * limits.partners)
        let isRare = { (effective: Double, covered: Double) in
            covered * Double(table.count) <= room * effective
        }
        let rare = values.filter { isRare($0.spread.effective, $0.spread.covered) }
        let common = values.filter { !isRare($0.spread.effective, $0.spread.covered) }
        var passes = rare.prefix(4).map { alone($0.column) }
        var twos: [(columns: [Int], effective: Double)] = []
        for first in common.indices {
            for second in common.indices.dropFirst(first + 1) {
                let effective = common[first].spread.effective * common[second].spread.effective
                let covered = common[first].spread.covered * common[second].spread.covered
                guard isRare(effective, covered) || !hasNames else { continue }
                twos.append(([common[first].column, common[second].column], effective))
            }
        }
        twos.sort { ($0.effective, $1.columns[0]) > ($1.effective, $0.columns[0]) }
        for two in twos.prefix(hasNames ? 3 : 8) {
            passes.append(
                BlockingPass(
                    name: two.columns.map(name).joined(separator: " + "),
                    key: BlockingKey(parts: two.columns.map { .value(column: $0) }),
                    splits: splits(without: two.columns)
                )
            )
        }
        guard !hasNames else { return passes }
        for value in values.prefix(4) {
            passes.append(
                BlockingPass(
                    name: "a word of \(name(value.column))",
                    key: BlockingKey(parts: [.word(column: value.column)]),
                    splits: splits(without: [value.column])
                )
            )
        }
        return passes
    }
}

/// How a column's records are spread over its values.
struct ValueSpread {
    /// The number of equally frequent values that would make as many pairs (Simpson's reciprocal index;
    /// Simpson, 1949).
    let effective: Double
    /// The share of the records that have a value.
    let covered: Double

    init(_ codes: CodeColumn) {
        let counts = codes.dictionary.counts.dropFirst().map(Double.init)
        let sum = counts.reduce(0, +)
        let squares = counts.reduce(0) { $0 + $1 * $1 }
        effective = squares > 0 ? sum * sum / squares : 0
        covered = codes.values.isEmpty ? 0 : sum / Double(codes.values.count)
    }
}
