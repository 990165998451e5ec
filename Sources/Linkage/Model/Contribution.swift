import Foundation

/// How much one feature speaks for or against one person.
public struct Contribution: Hashable, Sendable {
    /// What was compared.
    public let feature: Feature
    /// How it compared.
    public let level: Level
    /// The weight in bits (log₂ of a Bayes factor): 1 doubles the odds, −1 halves them, 0 says nothing.
    public let weight: Double
}

/// Why a pair has its probability: what is known before any comparison, and each feature's weight.
public struct Contributions: Hashable, Sendable {
    /// The log₂ odds of one person before anything is compared: how many of all pairs are.
    public let prior: Double
    /// One for each feature, in the order of the space.
    public let features: [Contribution]

    /// The log₂ odds after all comparisons: the prior and all weights together.
    public var logOdds: Double { features.reduce(prior) { $0 + $1.weight } }

    /// The probability that both are one person.
    public var probability: Double { 1 / (1 + exp2(-logOdds)) }
}

extension LinkageModel {
    /// Why two records with a pattern are as likely one person as they are.
    ///
    /// Each weight is what the feature adds to what the features before it said. With two classes the
    /// order does not matter; with namesakes and relatives it does (a surname weighs less once it is
    /// known that the given names conflict), and in every order the weights sum to the log odds
    /// (the chain rule of probability).
    ///
    /// - Parameter pattern: One of ``space``.
    /// - Returns: The prior odds and a weight for each feature.
    public func contributions(of pattern: Pattern) -> Contributions {
        var joint = mixture.shares
        var before = Self.logOdds(joint)
        let prior = before
        let features = zip(space.features, zip(offsets, space.levels(of: pattern))).map {
            feature,
            place -> Contribution in
            for index in joint.indices { joint[index] *= mixture.levels[index][place.0 + place.1] }
            let after = Self.logOdds(joint)
            defer { before = after }
            return Contribution(
                feature: feature,
                level: feature.levels[place.1],
                weight: after - before
            )
        }
        return Contributions(prior: prior, features: features)
    }

    private static func logOdds(_ joint: [Double]) -> Double {
        log2(joint[0]) - log2(joint.dropFirst().reduce(0, +))
    }
}
