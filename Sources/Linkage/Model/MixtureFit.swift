import Foundation

/// Learns a mixture from patterns by expectation and maximization (Dempster, Laird and Rubin, 1977).
///
/// All pairs take part, candidates exactly and the others by a sample: only so are the shares of
/// levels among unrelated pairs those of all pairs. What is no candidate is known not to be the same
/// person. A class is learned only where it is free (``PairClass/isFree(in:)``); elsewhere it shares
/// the numbers of those of one community, or of unrelated ones where these are not free either. The
/// maximum is that of the posterior under Dirichlet priors, with limits on how often one person's
/// records may contradict each other (``TypicalLevels/limits(of:)``).
struct MixtureFit {
    private(set) var mixture: Mixture
    /// What is made as large as can be: the log likelihood and the log density of the prior; one for
    /// each round, never falling.
    private(set) var objectives: [Double] = []
    /// Whether the last round changed nothing that matters.
    private(set) var isSettled = false

    private let table: PatternTable
    /// For each class and level, how many pairs the prior is worth.
    private let prior: [[Double]]
    /// For each level, the most that it may be among pairs of one person.
    private let limits: [Double]
    /// For each feature and class, the class whose numbers it uses: its own, or one that stands for it.
    private let owners: [[Int]]

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
        limits = features.flatMap(TypicalLevels.limits)
        let classes = start.mixture.classes
        owners = features.map { feature in
            let common = classes.firstIndex {
                $0 == .unrelated || $0 == .community && $0.isFree(in: feature.kind)
            }
            return classes.indices.map {
                classes[$0].isFree(in: feature.kind) ? $0 : common ?? classes.count - 1
            }
        }
    }

    /// How many of all pairs are of a class; 0 when it is not told apart.
    func size(of kind: PairClass) -> Double {
        guard let index = mixture.classes.firstIndex(of: kind) else { return 0 }
        return mixture.shares[index] * table.total
    }

    /// Learns until nothing changes that matters.
    ///
    /// - Parameter limit: After so many rounds it stops all the same.
    mutating func run(limit: Int) {
        while objectives.count < limit, !isSettled { round() }
    }

    /// One round: pairs are shared out among the classes, and the classes learned from their shares.
    private mutating func round() {
        let classes = mixture.classes.count
        let (width, count) = (table.featureCount, table.placeCount)
        var counts = [Double](repeating: 0, count: classes * count)
        var sizes = [Double](repeating: 0, count: classes)
        var joint = [Double](repeating: 0, count: classes)
        var likelihood = 0.0
        for row in table.patterns.indices {
            let places = table.places[row * width..<(row + 1) * width]
            let all = mixture.joint(places, into: &joint)
            let notSame = joint.dropFirst().reduce(0, +)
            let (candidates, others) = (table.candidates[row], table.others[row])
            if candidates > 0 { likelihood += candidates * log(all) }
            if others > 0 { likelihood += others * log(notSame) }
            for index in 0..<classes {
                var weight = candidates / all
                if index > 0 { weight += others / notSame }
                weight *= joint[index]
                sizes[index] += weight
                for place in places { counts[index * count + Int(place)] += weight }
            }
        }
        objectives.append(likelihood + logPrior())
        let before = mixture.shares[0]
        maximize(counts, sizes)
        isSettled = objectives.count > 30 && abs(mixture.shares[0] - before) < 1e-4 * before
    }

    private mutating func maximize(_ counts: [Double], _ sizes: [Double]) {
        let total = sizes.reduce(0, +)
        mixture.shares = sizes.map { max($0 / total, 1e-15) }
        for (feature, owners) in owners.enumerated() {
            let first = table.offsets[feature]
            let range = first + 1..<first + table.levelCounts[feature]
            for owner in Set(owners) {
                var shares = range.map { prior[owner][$0] }
                for index in owners.indices where owners[index] == owner {
                    for place in range {
                        shares[place - range.lowerBound] += counts[index * table.placeCount + place]
                    }
                }
                let most = owner == 0 ? Array(limits[range]) : []
                shares = Shares.normalized(shares, limits: most)
                for index in owners.indices where owners[index] == owner {
                    for (place, share) in zip(range, shares) {
                        mixture.levels[index][place] = max(Mixture.floor, share)
                    }
                }
            }
        }
    }

    /// The log density of the priors, up to a constant.
    private func logPrior() -> Double {
        var sum = 0.0
        for (feature, owners) in owners.enumerated() {
            let first = table.offsets[feature]
            for owner in Set(owners).sorted() {
                for place in first + 1..<first + table.levelCounts[feature] {
                    sum += prior[owner][place] * log(mixture.levels[owner][place])
                }
            }
        }
        return sum
    }
}
