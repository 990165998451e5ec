import Foundation

/// How strongly the pairs between two groups of records must speak for one person before the groups
/// become one.
///
/// Every pair across two groups has a vote: a link votes the logarithm of its odds, in bits and at most
/// ``strongest``; a pair that is no link votes ``missing``, which is below 0. Two groups become one when the
/// mean of the votes is above 0, the pair of groups with the highest mean first. This is hierarchical
/// clustering with average linkage (Sokal and Michener, "A Statistical Method for Evaluating Systematic
/// Relationships", 1958) on votes for and against, as in correlation clustering (Bansal, Blum and Chawla,
/// "Correlation Clustering", Machine Learning 56, 2004).
///
/// With the usual votes a single link between two groups of two or more records each is outvoted by the
/// pairs that are no links, since it weighs no more than three of them; a record that is linked to one of
/// two or three linked records joins them.
public struct BridgeCheck: Hashable, Sendable {
    /// The most that a link can vote, in bits; above 0.
    public var strongest: Double
    /// What a pair votes that is no link, in bits; below 0.
    public var missing: Double

    /// Makes the usual check.
    public init(strongest: Double = 6, missing: Double = -2) {
        self.strongest = strongest
        self.missing = missing
    }

    /// What a link votes, in bits.
    func vote(_ probability: Double) -> Double {
        let odds = probability / max(1 - probability, 1e-12)
        return min(strongest, max(missing, log2(max(odds, 1e-12))))
    }
}
