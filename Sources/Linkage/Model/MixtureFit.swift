import Foundation

/// Learns a mixture from patterns by expectation and maximization (Dempster, Laird and Rubin, 1977).
///
/// All pairs take part, candidates exactly and the others by a sample: only so are the shares of
/// levels among unrelated pairs those of all pairs. What is no candidate is known not to be the same
/// person. A class is learned only where it is free (``PairClass/isFree(in:)``) and is like
/// unrelated pairs elsewhere. The maximum is that of the posterior under Dirichlet priors.
struct MixtureFit {
    private(set) var mixture: Mixture
    /// What is made as large as can be: the log likelihood and the log density of the prior; one for
    /// each round, never falling.
    private(set) var objectives: [Double] = []
    /// Whether the last rounds changed nothing that matters.
    private(set) var isSettled = false

    private let table: PatternTable
    /// For each class and level, how many pairs the prior is worth.
    private let prior: [[Double]]
    /// For each class and feature, whether the class has shares of its own.
    private let isFree: [[Bool]]

    /// A fit that has begun but not learned.
    ///
    /// - Parameters:
    ///   - table: The patterns.
    ///   - features: The features of the patterns.
    ///   - start: What it begins with, and what its priors lean to.
    init(_ table: PatternTable, features: [Feature], start: MixtureStart) {
        self.table = table
        mixture = start.mixture
        prior = start.prior
        isFree = start.mixture.classes.map { kind in features.map { kind.isFree(in: $0.kind) } }
    }

    /// Learns until nothing changes that matters.
    ///
    /// - Parameter limit: After so many rounds it stops all the same.
    mutating func run(limit: Int) {
        while objectives.count < limit, !isSettled { round() }
    }

    /// One round: pairs are shared out among the classes, and the classes learned from their shares.
    private mutating func round() {
        let classes = mixture.classes.indices
        var counts = [[Double]](repeating: [], count: classes.count)
        for index in classes { counts[index] = [Double](repeating: 0, count: table.placeCount) }
        var sizes = [Double](repeating: 0, count: classes.count)
        var joint = [Double](repeating: 0, count: classes.count)
        var likelihood = 0.0
        let width = table.featureCount
        for row in table.patterns.indices {
            let places = table.places[row * width..<(row + 1) * width]
            let all = mixture.joint(places, into: &joint)
            let (candidates, others) = (table.candidates[row], table.others[row])
            let notSame = joint.dropFirst().reduce(0, +)
            if candidates > 0 { likelihood += candidates * log(all) }
            if others > 0 { likelihood += others * log(notSame) }
            for index in classes {
                var weight = candidates * joint[index] / all
                if index > 0 { weight += others * joint[index] / notSame }
                sizes[index] += weight
                for place in places { counts[index][Int(place)] += weight }
            }
        }
        let objective = likelihood + logPrior()
        if let last = objectives.last, objective - last < 1e-9 * abs(objective),
            objectives.count > 20
        {
            isSettled = true
        }
        objectives.append(objective)
        maximize(counts, sizes)
    }

    private mutating func maximize(_ counts: [[Double]], _ sizes: [Double]) {
        let total = sizes.reduce(0, +)
        mixture.shares = sizes.map { max($0 / total, 1e-15) }
        for feature in 0..<table.featureCount {
            let range = table.offsets[feature]..<table.offsets[feature] + table.levelCounts[feature]
            let unrelated = mixture.classes.count - 1
            // The classes that are not free here share the numbers of unrelated pairs.
            let tied = mixture.classes.indices.filter { $0 == unrelated || !isFree[$0][feature] }
            for index in mixture.classes.indices {
                let group = index == unrelated || !isFree[index][feature] ? tied : [index]
                let base = group.contains(unrelated) ? unrelated : index
                var sum = 0.0
                var shares = range.map { place in
                    group.reduce(prior[base][place]) { $0 + counts[$1][place] }
                }
                shares[0] = 0
                sum = shares.reduce(0, +)
                mixture.levels[index][range.lowerBound] = 1
                for (place, share) in zip(range, shares).dropFirst() {
                    mixture.levels[index][place] = max(Mixture.floor, sum > 0 ? share / sum : 0)
                }
            }
        }
    }

    /// The log density of the priors, up to a constant; a number shared by several classes once.
    private func logPrior() -> Double {
        var sum = 0.0
        for index in mixture.classes.indices {
            for feature in 0..<table.featureCount
            where isFree[index][feature] {
                let first = table.offsets[feature] + 1
                for place in first..<first + table.levelCounts[feature] - 1 {
                    sum += prior[index][place] * log(mixture.levels[index][place])
                }
            }
        }
        return sum
    }
}
