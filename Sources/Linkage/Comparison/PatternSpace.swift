/// The features in which the records of a table are compared, and the patterns these make.
///
/// The features follow from the table's fields alone; a table with the same fields has the same
/// space, so a model learned on one table can be applied to the other.
public struct PatternSpace: Hashable, Codable, Sendable {
    /// In the order of a pattern's digits.
    public let features: [Feature]
    /// How many patterns there are, at most 2³².
    public let patternCount: Int
    /// What the digit of each feature is worth.
    let weights: [UInt32]

    /// The features of a table.
    ///
    /// Names give three features, and each other field one, but for places: those of one record
    /// depend on each other and make one together. A table with so many fields that 2³² patterns
    /// do not hold them has its last ones together in one.
    public init(_ table: RecordTable) {
        var features: [Feature] = []
        let names = table.fields.filter(\.kind.isName).map(\.name)
        if !names.isEmpty {
            for kind in [Feature.Kind.givenNames, .surnames, .nameOrder] {
                features.append(Feature(kind: kind, fields: names, columns: []))
            }
        }
        let columns = table.columns.indices
        for kind in [FieldKind.dateOfBirth, .sex, .document, .phone] {
            for column in columns where table.columns[column].field.kind == kind {
                features.append(Feature(kind, of: table, columns: [column]))
            }
        }
        let places = columns.filter { table.columns[$0].field.kind == .place }
        if !places.isEmpty { features.append(Feature(.place, of: table, columns: places)) }
        for column in columns where table.columns[column].field.kind == .other {
            features.append(Feature(.other, of: table, columns: [column]))
        }
        self.init(features: Self.fitting(features, table))
    }

    /// As many of the features as 2³² patterns hold, the rest together in one.
    private static func fitting(_ features: [Feature], _ table: RecordTable) -> [Feature] {
        let limit = 1 << 32
        if features.reduce(1, { min(limit + 1, $0 * $1.levels.count) }) <= limit { return features }
        let room = limit / LevelSet.several.count
        var kept: [Feature] = []
        var patterns = 1
        for feature in features {
            guard patterns * feature.levels.count <= room else { break }
            patterns *= feature.levels.count
            kept.append(feature)
        }
        let rest = features[kept.count...].flatMap(\.columns)
        return kept + [Feature(kind: .remainder, of: table, columns: rest)]
    }

    init(features: [Feature]) {
        self.features = features
        var weights: [UInt32] = []
        var product = 1
        for feature in features {
            weights.append(UInt32(truncatingIfNeeded: product))
            product *= feature.levels.count
        }
        patternCount = product
        self.weights = weights
    }

    /// The level of each feature in a pattern, as places in ``Feature/levels``.
    public func levels(of pattern: Pattern) -> [Int] {
        var rest = Int(pattern.rawValue)
        return features.map { feature in
            defer { rest /= feature.levels.count }
            return rest % feature.levels.count
        }
    }

    /// The pattern that has the given levels; levels that are lacking count as *missing*.
    ///
    /// A level out of range is taken as the feature's last one.
    public func pattern(of levels: [Int]) -> Pattern {
        var number: UInt32 = 0
        for (index, level) in zip(features.indices, levels) {
            let known = min(max(level, 0), features[index].levels.count - 1)
            number &+= UInt32(known) &* weights[index]
        }
        return Pattern(rawValue: number)
    }
}
