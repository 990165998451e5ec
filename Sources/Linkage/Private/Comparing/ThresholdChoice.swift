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
    /// Where few are, their number falls by the same share with each step: an exponential tail, whose
    /// slope is one over the mean excess of the pairs in it.
    private var chance: [Double] {
        let share = duplicateShare
        let seen = zip(between.counts, within.counts).map { between, within in
            max(0, (within - share * between) / (1 - share))
        }
        let enough = max(30, possibleLinks / 40)
        var (sum, excess, start) = (0.0, 0.0, LikenessHistogram.steps)
        while start > 0, sum + seen[start] < enough {
            excess += sum
            sum += seen[start]
            start -= 1
        }
        guard sum > 0 else { return seen }
        // Of each step the next keeps this part (maximum likelihood for a geometric tail).
        let kept = excess / (excess + sum)
        return seen.indices.map { step in
            guard step > start else { return min(seen[step], between.counts[step]) }
            let expected = sum * (1 - kept) * pow(kept, Double(step - start - 1))
            return min(expected, between.counts[step])
        }
    }

    /// Goes down from the likest pairs as long as the same persons are a fair part of what comes.
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
        // Half a link more than none is what chance may always have brought.
        let values = course.map { 2 * $0.same / ($0.same + $0.byChance + 0.5 + same) }
        let top = values.indices.max { values[$0] < values[$1] } ?? 0
        return LikenessHistogram.likeness(ofStep: course.isEmpty ? 256 : course[top].step)
    }

    /// How many steps on each side smooth what is looked at.
    private static let reach = 3
    /// How many times as many pairs by chance as of the same persons end the search; F1 is best before.
    private static let most = 3.0

    /// How many times as frequent the same persons are within lists as between them.
    private var duplicateShare: Double {
        let same = zip(between.counts, within.counts).map { max(0, $0 - $1) }
        let quarter = same.reduce(0, +) / 4
        var (sum, step) = (0.0, LikenessHistogram.steps)
        while step > 0, sum + same[step] < quarter {
            sum += same[step]
            step -= 1
        }
        let all = between.counts[step...].reduce(0, +)
        return all > 0 ? min(0.9, within.counts[step...].reduce(0, +) / all) : 0
    }
}
