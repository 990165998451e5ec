/// How often each way of comparing occurs between two records that have nothing to do with each other.
enum ChanceLevels {
    /// The share of each level among unrelated pairs who say something of the feature.
    ///
    /// - Parameter feature: What is compared.
    /// - Returns: As many shares as the feature has levels; that of *missing* is 0, the others sum to 1.
    static func shares(of feature: Feature) -> [Double] {
        let known = feature.levels.map { level -> Double in
            switch level.finding {
            case .missing, .different, .asWritten: 0
            default: share(of: level, in: feature.kind)
            }
        }
        // What is left is the usual: nothing agrees, or names in their places.
        let rest = max(0, 1 - known.reduce(0, +))
        let usual = feature.levels.map { $0.finding == .different || $0.finding == .asWritten }
        let places = max(1, usual.count { $0 })
        return zip(known, usual).map { $1 ? rest / Double(places) : $0 }
    }

    private static func share(of level: Level, in kind: Feature.Kind) -> Double {
        let agreement = agreement(in: kind) * part(of: level.rarity)
        return switch level.finding {
        case .missing, .different, .asWritten: 0
        case .same: agreement
        case .oneSaysMore, .partly: agreement * 2
        case .otherSpelling, .soundsAlike: agreement * 0.5
        case .nickname, .initial: agreement * 0.3
        case .alike, .sameBeginning, .sameEnd: agreement * 3
        case .movedPart: 0.02
        case .exchanged: 0.002
        case .sameYearFirstOfJanuary: 1e-5
        case .sameYearAndMonth: 3e-5
        case .sameYearOnly: 2e-3
        case .dayAndMonthExchanged: 5e-5
        case .oneDigit: kind == .dateOfBirth ? 8e-4 : agreement * 10
        case .otherDay: 1.5e-3
        case .otherMonth: 1e-3
        case .otherYear: 2e-3
        case .sameYear: 2.5e-2
        case .yearsNear: 1e-2
        case .withinTwoYears: 0.1
        case .withinTenYears: 0.35
        }
    }

    /// The probability that two people's values are the same.
    private static func agreement(in kind: Feature.Kind) -> Double {
        switch kind {
        case .givenNames: 0.004
        case .surnames: 0.003
        case .nameOrder: 0.01
        case .dateOfBirth: 6e-5
        case .sex: 0.5
        case .place: 0.03
        case .phone: 1e-6
        case .document: 1e-7
        case .other, .remainder: 0.02
        }
    }

    /// Of what agrees by chance, how much is as rare as this.
    private static func part(of rarity: Level.Rarity?) -> Double {
        switch rarity {
        case nil: 1
        case .common: 0.8
        case .uncommon: 0.16
        case .rare: 0.035
        case .veryRare: 0.005
        }
    }
}
