/// Says how likely two records are one person, from how they compare.
///
/// A mixture of classes of pairs (``PairClass``) over the patterns of a ``PatternSpace``: learned from
/// the table itself by ``train(candidates:background:space:records:pairs:)``, or the built-in one of
/// ``standard(for:records:)`` for tables too small to learn from.
public struct LinkageModel: Hashable, Sendable {
    /// The features it knows.
    public let space: PatternSpace
    /// Pairs with at least this probability are best taken as links: the choice with the highest
    /// expected F1; 0.5 in a model that was not learned from a table.
    public internal(set) var threshold: Double
    /// What was found about the fit.
    public internal(set) var quality: ModelQuality
    /// The parameters.
    let mixture: Mixture
    /// Where each feature's levels begin in the mixture's.
    let offsets: [Int]

    init(
        space: PatternSpace,
        mixture: Mixture,
        threshold: Double = 0.5,
        quality: ModelQuality = ModelQuality()
    ) {
        self.space = space
        self.mixture = mixture
        self.threshold = threshold
        self.quality = quality
        var offsets: [Int] = []
        var next = 0
        for feature in space.features {
            offsets.append(next)
            next += feature.levels.count
        }
        self.offsets = offsets
    }

    /// The classes of pairs it tells apart.
    public var classes: [PairClass] { mixture.classes }

    /// How many of a number of pairs are expected to be of each class.
    ///
    /// - Parameter pairs: All pairs of the table, candidates and others.
    /// - Returns: The classes with their numbers of pairs, in the order of ``classes``.
    public func expectedPairs(of pairs: Double) -> [(class: PairClass, count: Double)] {
        zip(mixture.classes, mixture.shares).map { ($0, $1 * pairs) }
    }

    /// The probability that two records with a pattern are one person.
    ///
    /// - Parameter pattern: One of ``space``.
    /// - Returns: Between 0 and 1.
    public func probability(of pattern: Pattern) -> Double {
        var joint = [Double](repeating: 0, count: classes.count)
        let sum = mixture.joint(places(of: pattern), into: &joint)
        return joint[0] / sum
    }

    /// The probability of each class for two records with a pattern, in the order of ``classes``.
    public func probabilities(of pattern: Pattern) -> [Double] {
        var joint = [Double](repeating: 0, count: classes.count)
        let sum = mixture.joint(places(of: pattern), into: &joint)
        return joint.map { $0 / sum }
    }

    /// What links between candidates are expected to be worth at each threshold.
    ///
    /// - Parameter candidates: The patterns of all candidates.
    /// - Returns: Precision and recall for every threshold.
    public func expectedAccuracy(of candidates: PatternCounts) -> ExpectedAccuracy {
        ExpectedAccuracy(
            candidates.sorted().map { (probability(of: $0.pattern), $0.weight) }
        )
    }

    func places(of pattern: Pattern) -> [Int32] {
        zip(offsets, space.levels(of: pattern)).map { Int32($0 + $1) }
    }
}
