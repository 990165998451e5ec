import Foundation

/// Chooses from what likeness on two records of different lists count as one person, without being told
/// which are.
///
/// Pairs of one list are hardly ever one person, and are otherwise like the pairs of two lists: there are
/// relatives and namesakes among them as often. So the pairs within the lists show how many of the pairs
/// between them are alike by chance. What is left of the pairs between is the same persons, and the
/// threshold is where the estimated F1 of one-to-one links is best.
///
/// When lists hold duplicates, their share shows among the likest pairs, where chance has no part, and is
/// taken out: with C = F + T between and W = F + αT within, F = (W − αC) / (1 − α).
struct ThresholdChoice {
    /// Pairs between lists, each weighted by how many it stands for.
    var between = LikenessHistogram()
    /// Pairs within lists, weighted to be as many in all as the pairs between.
    var within = LikenessHistogram()
    /// How many links there can be: of each two lists the length of the shorter one, summed.
    var possibleLinks = 0.0

    /// From what likeness on pairs are linked.
    struct Thresholds {
        /// When each record has one link at most, and the likest come first.
        var oneToOne: Double
        /// When every pair is a link.
        var pairwise: Double
    }

    /// The thresholds at which the estimated F1 is best.
    var thresholds: Thresholds {
        let chance = chance
        return Thresholds(
            oneToOne: best(chance: chance, possibleLinks: max(1, possibleLinks)),
            pairwise: best(chance: chance, possibleLinks: .infinity)
        )
    }

    /// How many pairs between lists are alike by chance, step by step.
    ///
    /// The tail is fitted twice, from where pairs are many and from where they are few, since relatives and
    /// namesakes grow rarer more slowly than strangers do; the more careful of both counts.
    private var chance: [Double] {
        let share = duplicateShare
        let seen = zip(between.counts, within.counts).map { between, within in
            max(0, (within - share * between) / (1 - share))
        }
        let long = Self.smoothed(seen, tail: max(100, possibleLinks / 4))
        let short = Self.smoothed(seen, tail: max(30, possibleLinks / 40))
        // What small lists show of chance is uncertain, so there it weighs more.
        let caution = 1 + 10 / max(1, possibleLinks).squareRoot()
        return between.counts.indices.map {
            min(between.counts[$0], caution * max(long[$0], short[$0]))
        }
    }

    /// Replaces the likest pairs, so many of them, by a geometric tail of the same number and mean
    /// (maximum likelihood).
    private static func smoothed(_ seen: [Double], tail: Double) -> [Double] {
        var (sum, excess, start) = (0.0, 0.0, LikenessHistogram.steps)
        while start > 0, sum + seen[start] < tail {
            excess += sum
            sum += seen[start]
            start -= 1
        }
        guard sum > 0 else { return seen }
        let kept = excess / (excess + sum)
        return seen.indices.map { step in
            step > start ? sum * (1 - kept) * pow(kept, Double(step - start - 1)) : seen[step]
        }
    }

    /// Goes down from the likest pairs as long as the same persons are more than what comes by chance.
    private func best(chance: [Double], possibleLinks: Double) -> Double {
        var (same, byChance) = (0.0, 0.0)
        var course: [(step: Int, same: Double, byChance: Double)] = []
        for step in stride(from: LikenessHistogram.steps, through: 0, by: -1) {
            // A record that has its link already takes no other by chance.
            let free = max(0, 1 - (same + byChance) / possibleLinks)
            let around = max(0, step - Self.reach)...min(step + Self.reach, chance.count - 1)
            let chanceAround = chance[around].reduce(0, +) * free * free
            let sameAround = between.counts[around].reduce(0, +) - chance[around].reduce(0, +)
            if chanceAround > Self.most * max(sameAround, 0), byChance > 1 { break }
            same += between.counts[step] - chance[step]
            byChance += chance[step] * free * free
            course.append((step, same, byChance))
        }
        // Half a link more than none is what chance may always have brought, and what one link more would
        // gain is no reason to go further down.
        let values = course.map { 2 * $0.same / ($0.same + $0.byChance + 0.5 + same) }
        let enough = (values.max() ?? 0) - 1 / (same + 1)
        let first = values.firstIndex { $0 >= enough }
        return LikenessHistogram.likeness(
            ofStep: first.map { course[$0].step } ?? LikenessHistogram.steps
        )
    }

    /// How many steps on each side smooth what is looked at.
    private static let reach = 5
    /// How many times as many pairs by chance as of the same persons end the search; F1 is best at about
    /// one to one, and below are other fluctuations.
    private static let most = 1.0

    /// How many times as frequent the same persons are within lists as between them.
    ///
    /// It is seen among the likest quarter of the pairs that are more between lists than within, looking no
    /// further down than to one pair for each possible link.
    private var duplicateShare: Double {
        var (sum, least) = (0.0, LikenessHistogram.steps)
        while least > 0, sum + between.counts[least] < possibleLinks {
            sum += between.counts[least]
            least -= 1
        }
        let same = zip(between.counts, within.counts).map { max(0, $0 - $1) }
        let quarter = same[(least + 1)...].reduce(0, +) / 4
        var (found, step) = (0.0, LikenessHistogram.steps)
        while step > least, found + same[step] < quarter {
            found += same[step]
            step -= 1
        }
        let all = between.counts[step...].reduce(0, +)
        return all > 0 ? min(0.9, within.counts[step...].reduce(0, +) / all) : 0
    }
}
