import Foundation

/// How often each way of comparing occurs between two records that have nothing to do with each other.
///
/// An agreement in what one of *n* people has comes by chance once in *n* pairs, so its weight follows
/// from its rarity; the other numbers are rounded from random pairs of invented people of many
/// countries. A test estimates the weights again from such people and says when they are far off.
enum ChanceLevels {
    /// The share of each level among unrelated pairs who say something of the feature.
    ///
    /// - Parameter feature: What is compared.
    /// - Returns: As many shares as the feature has levels; that of *missing* is 0, the others sum to 1.
    static func shares(of feature: Feature) -> [Double] {
        let known = zip(feature.levels, TypicalLevels.shares(of: feature)).map { level, typical in
            guard let rarity = level.rarity else {
                return share(of: level.finding, in: feature.kind)
            }
            let chance = exp2(-bits(rarity, in: feature.kind))
            return typical * chance * looseness(of: level.finding)
        }
        // What is left is the usual: nothing agrees, or names in their places.
        let rest = max(0, 1 - known.reduce(0, +))
        let usual = feature.levels.map { $0.finding == .different || $0.finding == .asWritten }
        let places = max(1, usual.count { $0 })
        return zip(known, usual).map { $1 ? rest / Double(places) : $0 }
    }

    /// How rare what agrees is, in bits: in the middle of its bin.
    private static func bits(_ rarity: Level.Rarity, in kind: Feature.Kind) -> Double {
        switch kind {
        // Nobody else has it but family, or by a slip.
        case .phone: 16
        case .document: 22
        case .givenNames, .surnames, .nameOrder, .dateOfBirth, .sex, .place, .other, .remainder:
            switch rarity {
            // A common country is that of a third of all people, a common name that of a few in a hundred.
            case .common: kind == .givenNames || kind == .surnames ? 5 : 3
            case .uncommon: 7.5
            case .rare: 11
            case .veryRare: 14
            }
        }
    }

    /// How many more ways there are to agree like this, against one person's records that do.
    private static func looseness(of finding: Level.Finding) -> Double {
        switch finding {
        case .oneSaysMore: 4
        case .soundsAlike: 2
        case .otherSpelling: 8
        case .nickname: 16
        case .partly: 60
        default: 1
        }
    }

    /// The share of a level for which rarity is not told apart.
    private static func share(of finding: Level.Finding, in kind: Feature.Kind) -> Double {
        switch finding {
        case .same: kind == .sex ? 0.54 : 6e-5
        case .initial: 1e-3
        case .alike: kind == .document ? 1e-6 : 4e-3
        case .otherSpelling: 1e-6
        case .sameBeginning: kind == .document ? 1e-5 : 5e-3
        case .sameEnd: 1e-6
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
        case .missing, .different, .asWritten, .oneSaysMore, .soundsAlike, .nickname, .partly: 0
        }
    }
}
