/// Where learning begins, and what its priors lean to.
struct MixtureStart {
    var mixture: Mixture
    /// For each class and level, how many pairs the prior is worth.
    var prior: [[Double]]

    /// How many pairs the shares that a class begins with are worth.
    private static func priorPairs(_ kind: PairClass, records: Double) -> Double {
        switch kind {
        // With few true pairs nothing but this keeps those who resemble each other by chance from being
        // taken for them; and these grow with the table.
        case .same: max(100, records / 50)
        case .namesake, .relative, .neighbour: 20
        case .community, .unrelated: 1
        }
    }

    /// Makes a start.
    ///
    /// - Parameters:
    ///   - table: The patterns.
    ///   - features: The features of the patterns.
    ///   - records: How many records there are; among all pairs, a tenth as many are first taken to be
    ///     one person.
    ///   - classes: What pairs can be to each other.
    init(_ table: PatternTable, features: [Feature], records: Double, classes: [PairClass]) {
        let total = table.total
        let typical = features.flatMap(TypicalLevels.shares)
        let chance = Self.chance(table)
        var shares = classes.map { kind -> Double in
            switch kind {
            case .same: 0.1 * records / total
            case .namesake, .relative: 0.5 * records / total
            case .neighbour: 0.003
            case .community: 0.1
            case .unrelated: 1
            }
        }
        let sum = shares.reduce(0, +)
        shares = shares.map { $0 / sum }
        var levels: [[Double]] = []
        for kind in classes {
            var row: [Double] = []
            for (index, feature) in features.enumerated() {
                let part = Self.leaning(kind, feature.kind)
                for place in table.offsets[index]..<table.offsets[index] + table.levelCounts[index]
                {
                    let isMissing = place == table.offsets[index]
                    let mixed = part * typical[place] + (1 - part) * chance[place]
                    row.append(isMissing ? 1 : max(Mixture.floor, mixed))
                }
            }
            levels.append(row)
        }
        mixture = Mixture(classes: classes, shares: shares, levels: levels)
        prior = zip(classes, levels).map { kind, row in
            row.map { $0 * Self.priorPairs(kind, records: records) }
        }
    }

    /// How far a class begins like the same person (1) rather than like unrelated ones (0).
    static func leaning(_ kind: PairClass, _ feature: Feature.Kind) -> Double {
        guard kind.isFree(in: feature), kind != .unrelated else { return 0 }
        switch (kind, feature) {
        case (.same, _), (.namesake, _), (.relative, .surnames): return 1
        case (.community, _): return 0.05
        case (_, .phone): return 0.3
        default: return 0.5
        }
    }

    /// The shares of levels among all pairs.
    private static func chance(_ table: PatternTable) -> [Double] {
        var counts = [Double](repeating: 0, count: table.placeCount)
        let width = table.featureCount
        for row in table.patterns.indices {
            let weight = table.candidates[row] + table.others[row]
            for place in table.places[row * width..<(row + 1) * width] {
                counts[Int(place)] += weight
            }
        }
        for (first, count) in zip(table.offsets, table.levelCounts) {
            let range = first + 1..<first + count
            // Half a pair more in each level, so that none is impossible.
            let sum = range.reduce(0) { $0 + counts[$1] + 0.5 }
            for place in range { counts[place] = (counts[place] + 0.5) / sum }
        }
        return counts
    }
}
