/// Too few people are on both of two lists for a number to be drawn from them.
public struct TooFewShared: Error, Hashable, Sendable {
    /// The people on both lists.
    public let shared: Double

    /// Says why there is no number.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A sentence.
    public func text(in language: EstimationLanguage) -> String {
        let found = FigureText.count(shared)
        let least = FigureText.count(Chapman.fewestShared)
        return language.pick(
            "\(found) are on both lists; with fewer than \(least) there is no number.",
            "\(found) están en ambas listas; con menos de \(least) no hay cifra."
        )
    }
}

/// The number of people that two lists alone suggest, by Chapman's estimator.
///
/// It holds only if being on one list says nothing about being on the other, which two lists cannot
/// show; so it is a diagnostic of pairs, never a published estimate.
///
/// With *a* and *b* people on the lists and *m* on both, *N* = (a+1)(b+1)/(m+1) − 1 (Chapman 1951) and
/// its variance is (a+1)(b+1)(a−m)(b−m) / ((m+1)²(m+2)) (Seber 1970, Biometrika 57).
public struct Chapman: Hashable, Sendable, Codable {
    /// The fewest people on both lists from which a number is drawn (Robson and Regier 1964).
    public static let fewestShared = 7.0

    /// The people on the first list.
    public let first: Double
    /// The people on the second list.
    public let second: Double
    /// The people on both.
    public let shared: Double

    /// Takes the counts of two lists.
    ///
    /// - Parameters:
    ///   - first: The people on the first list.
    ///   - second: The people on the second list.
    ///   - shared: The people on both, at most those on either.
    /// - Throws: ``TooFewShared`` below ``fewestShared``.
    public init(first: Double, second: Double, shared: Double) throws(TooFewShared) {
        guard shared >= Self.fewestShared else { throw TooFewShared(shared: shared) }
        self.first = first
        self.second = second
        self.shared = shared
    }

    /// The people on either list.
    public var observed: Double { first + second - shared }

    /// The people estimated, seen or not.
    public var estimate: Double { (first + 1) * (second + 1) / (shared + 1) - 1 }

    /// The variance of the estimate.
    public var variance: Double {
        let alone = (first - shared) * (second - shared)
        return (first + 1) * (second + 1) * alone / ((shared + 1) * (shared + 1) * (shared + 2))
    }

    /// The log-normal limits of the estimate.
    ///
    /// - Parameter level: The coverage wanted, above 0 and below 1.
    /// - Returns: The limits, not below the people seen.
    public func interval(level: Double = 0.95) -> Interval {
        .logNormal(seen: observed, estimate: estimate, variance: variance, level: level)
    }
}
