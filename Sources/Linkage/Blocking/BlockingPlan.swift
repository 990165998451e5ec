/// The passes by which pairs are proposed.
public struct BlockingPlan: Hashable, Sendable {
    /// How many passes there can be.
    public static let mostPasses = 16

    /// The passes; no more than ``mostPasses``.
    public let passes: [BlockingPass]
    /// How large blocks may be.
    public let limits: BlockingLimits

    /// Makes a plan of chosen passes; those beyond ``mostPasses`` are left out.
    public init(passes: [BlockingPass], limits: BlockingLimits = BlockingLimits()) {
        self.passes = Array(passes.prefix(Self.mostPasses))
        self.limits = limits
    }

    /// Chooses the passes that a table's fields allow.
    ///
    /// Numbers that name one person (document, phone) are shared alone; a date, a place or what else there
    /// is, together with a token of the name; two tokens of the name, by sound and by beginning. A table
    /// without names, or with little else, is blocked by its other columns, alone where their values are
    /// rare enough and else by twos.
    public init(_ table: RecordTable, limits: BlockingLimits = BlockingLimits()) {
        var passes: [BlockingPass] = []
        let schema = Schema(table)
        passes += schema.numberPasses
        passes += schema.hasNames ? schema.namePasses : schema.valuePasses
        self.init(passes: passes, limits: limits)
    }
}

/// What kinds of columns a table has.
private struct Schema {
    let table: RecordTable
    let hasNames: Bool
    private(set) var dates: [Int] = []
    private(set) var numbers: [Int] = []
    private(set) var places: [Int] = []
    private(set) var others: [Int] = []

    init(_ table: RecordTable) {
        self.table = table
        hasNames = !table.names.tokens.isEmpty
        for (index, column) in table.columns.enumerated() {
            switch column.field.kind {
            case .dateOfBirth: dates.append(index)
            case .phone, .document: numbers.append(index)
            case .place: places.append(index)
            case .sex: break
            default:
                if case .dates = column.values { dates.append(index) } else { others.append(index) }
            }
        }
    }

    private func name(_ column: Int) -> String { table.columns[column].field.name }

    /// Documents and telephones.
    var numberPasses: [BlockingPass] {
        numbers.map { column in
            BlockingPass(
                name: name(column),
                key: BlockingKey(parts: [.value(column: column)]),
                splits: hasNames ? [.token, .token] : []
            )
        }
    }

    /// What finds a person by the name and something else.
    var namePasses: [BlockingPass] {
        var passes: [BlockingPass] = []
        let years = dates.prefix(1).map { BlockingPass.Split.part(.year(column: $0)) }
        for date in dates {
            passes.append(
                BlockingPass(
                    name: name(date),
                    key: BlockingKey(parts: [.date(column: date)]),
                    splits: [.token, .token]
                )
            )
            passes.append(
                BlockingPass(
                    name: "\(name(date)): day, month, name",
                    key: BlockingKey(tokens: 1, parts: [.dayAndMonth(column: date)]),
                    splits: [.token, .token]
                )
            )
        }
        passes.append(
            BlockingPass(
                name: "name, name",
                key: BlockingKey(tokens: 2),
                splits: years + [.token]
            )
        )
        passes.append(
            BlockingPass(
                name: "nam…, nam…",
                key: BlockingKey(.prefix, tokens: 2),
                splits: years + [.token]
            )
        )
        passes.append(
            BlockingPass(
                name: "name",
                key: BlockingKey(tokens: 1),
                splits: years + places.prefix(1).map { .part(.value(column: $0)) } + [.token]
            )
        )
        for column in places + others {
            passes.append(
                BlockingPass(
                    name: "\(name(column)), name",
                    key: BlockingKey(tokens: 1, parts: [.value(column: column)]),
                    splits: years + [.token]
                )
            )
        }
        return passes
    }

    /// What finds records without names.
    var valuePasses: [BlockingPass] {
        let columns = dates + places + others
        var passes = columns.flatMap { column -> [BlockingPass] in
            let rest = columns.filter { $0 != column }.map { BlockingPass.Split.part(part($0)) }
            var passes = [
                BlockingPass(
                    name: name(column),
                    key: BlockingKey(parts: [part(column)]),
                    splits: Array(rest.prefix(3))
                )
            ]
            if case .codes = table.columns[column].values {
                passes.append(
                    BlockingPass(
                        name: "\(name(column)): word",
                        key: BlockingKey(parts: [.word(column: column)]),
                        splits: Array(rest.prefix(3))
                    )
                )
            }
            return passes
        }
        for first in columns.indices {
            for second in columns.indices.dropFirst(first + 1) {
                passes.append(
                    BlockingPass(
                        name: "\(name(columns[first])), \(name(columns[second]))",
                        key: BlockingKey(parts: [part(columns[first]), part(columns[second])])
                    )
                )
            }
        }
        return passes
    }

    private func part(_ column: Int) -> BlockingKey.Part {
        if case .dates = table.columns[column].values { return .date(column: column) }
        return .value(column: column)
    }
}
