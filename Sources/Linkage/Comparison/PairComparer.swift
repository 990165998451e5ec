/// Turns two rows of a table into the pattern of how they compare.
///
/// One comparer serves one thread: it remembers the tokens and values it has compared. Copies share
/// the table and are made cheaply, one for each thread.
public struct PairComparer: Sendable {
    private let rows: RowLayout
    private let names: NameFeatures?
    private let features: [ColumnFeature]
    private var nameComparison: NameComparison
    private var codeComparison: CodeComparison

    private struct NameFeatures {
        var given: LevelTable
        var surnames: LevelTable
        var order: LevelTable
    }

    private struct ColumnFeature {
        var columns: [Int]
        var levels: LevelTable
    }

    /// Prepares the comparison of the rows of a table.
    ///
    /// A feature of the space whose columns the table does not have is *missing* in every pair.
    public init(_ table: RecordTable, _ space: PatternSpace) {
        rows = RowLayout(table)
        nameComparison = NameComparison(table)
        codeComparison = CodeComparison(table)
        let tables = zip(space.features, space.weights).map { LevelTable($0, weight: $1) }
        func levels(_ kind: Feature.Kind) -> LevelTable? {
            space.features.firstIndex { $0.kind == kind }.map { tables[$0] }
        }
        if let given = levels(.givenNames), let surnames = levels(.surnames),
            let order = levels(.nameOrder)
        {
            names = NameFeatures(given: given, surnames: surnames, order: order)
        } else {
            names = nil
        }
        features = zip(space.features, tables).compactMap { feature, levels in
            let columns = feature.columns.filter(table.columns.indices.contains)
            return columns.isEmpty ? nil : ColumnFeature(columns: columns, levels: levels)
        }
    }

    /// The pattern of two rows, the same in either order.
    ///
    /// - Parameters:
    ///   - left: A row of the table.
    ///   - right: Another one.
    /// - Returns: The pattern, of the space this comparer was made with.
    public mutating func pattern(_ left: Int, _ right: Int) -> Pattern {
        let left = left * rows.width
        let right = right * rows.width
        var number: UInt32 = 0
        if let names {
            let verdict = nameComparison.compare(rows.words, left, right)
            number &+= names.given[verdict.given] &+ names.surnames[verdict.surnames]
            number &+= names.order[Verdict(verdict.order)]
        }
        for feature in features {
            var several = SeveralVerdicts()
            for column in feature.columns {
                let place = rows.firstColumn + column
                several.add(
                    codeComparison.compare(
                        rows.words[left + place],
                        rows.words[right + place],
                        column
                    )
                )
            }
            number &+= feature.levels[several.verdict]
        }
        return Pattern(rawValue: number)
    }
}
