/// How often each way of comparing occurs between two records that have nothing to do with each other.
///
/// Rounded from a million random pairs of invented people of many countries; a test estimates them
/// again and says when they are far off.
enum ChanceLevels {
    /// The share of each level among unrelated pairs who say something of the feature.
    ///
    /// - Parameter feature: What is compared.
    /// - Returns: As many shares as the feature has levels; that of *missing* is 0, the others sum to 1.
    static func shares(of feature: Feature) -> [Double] {
        let known = feature.levels.map { level -> Double in
            // Rarities of one finding share its probability.
            let alike = feature.levels.filter { $0.finding == level.finding }
            let whole = alike.reduce(0) { $0 + part(of: $1.rarity) }
            return share(of: level.finding, in: feature.kind) * part(of: level.rarity) / whole
        }
        // What is left is the usual: nothing agrees, or names in their places.
        let rest = max(0, 1 - known.reduce(0, +))
        let usual = feature.levels.map { $0.finding == .different || $0.finding == .asWritten }
        let places = max(1, usual.count { $0 })
        return zip(known, usual).map { $1 ? rest / Double(places) : $0 }
    }

    private static func share(of finding: Level.Finding, in kind: Feature.Kind) -> Double {
        let agreement = agreement(in: kind)
        return switch finding {
        case .missing, .different, .asWritten: 0
        case .same: agreement
        case .oneSaysMore: agreement * 2
        case .partly: kind == .place || kind == .remainder ? 0.1 : agreement * 5
        case .otherSpelling: kind == .place ? agreement * 0.08 : agreement
        case .soundsAlike: agreement * 0.6
        case .nickname, .initial: agreement
        case .alike, .sameBeginning: agreement * (kind == .place ? 0.3 : 4)
        case .sameEnd: agreement * 0.1
        case .movedPart: 6e-4
        case .exchanged: 0.06
        case .sameYearFirstOfJanuary: 1e-4
        case .sameYearAndMonth: 7e-5
        case .sameYearOnly: 6e-3
        case .dayAndMonthExchanged: 3e-5
        case .oneDigit: 1.9e-3
        case .otherDay: 1.1e-3
        case .otherMonth: 3e-4
        case .otherYear: 1.7e-3
        case .sameYear: 0.018
        case .yearsNear: 0.026
        case .withinTwoYears: 0.084
        case .withinTenYears: 0.37
        }
    }

    /// The probability that two people's values are the same.
    private static func agreement(in kind: Feature.Kind) -> Double {
        switch kind {
        case .givenNames: 1.1e-3
        case .surnames: 1.4e-3
        case .nameOrder: 0
        case .dateOfBirth: 6e-5
        case .sex: 0.54
        case .place: 7e-3
        case .phone: 1e-6
        case .document: 1e-7
        case .other, .remainder: 0.05
        }
    }

    /// Of what agrees by chance, how much is as rare as this.
    private static func part(of rarity: Level.Rarity?) -> Double {
        switch rarity {
        case nil: 1
        case .common: 0.43
        case .uncommon: 0.43
        case .rare: 0.1
        case .veryRare: 0.02
        }
    }
}
