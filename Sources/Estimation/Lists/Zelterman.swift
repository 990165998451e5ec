import Foundation

/// Nobody was seen twice, so that nothing tells how many were never seen.
public struct NobodySeenTwice: Error, Hashable, Sendable {
    /// Says why there is no number.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A sentence.
    public func text(in language: EstimationLanguage) -> String {
        language.pick(
            "Nobody was seen exactly twice; nothing tells how many were never seen.",
            "Nadie fue visto exactamente dos veces; nada indica cuántas personas nunca fueron vistas."
        )
    }
}

/// The number of people behind repeated sightings by one agency, by Zelterman's estimator.
///
/// Only those seen once and twice count, which makes it robust where some are seen far more often. With
/// λ = 2 f₂/f₁ and *n* people seen, *N* = n / (1 − e^−λ) (Zelterman 1988). Its variance is
/// n G (1 + n G λ² (1/f₁ + 1/f₂)) with G = e^−λ / (1 − e^−λ)² (Böhning 2008, Statistical Methodology 5).
public struct Zelterman: Hashable, Sendable, Codable {
    /// The people seen.
    public let observed: Double
    /// The people seen once.
    public let once: Double
    /// The people seen twice.
    public let twice: Double

    /// Takes the people seen once and twice.
    ///
    /// - Parameter table: The people seen.
    /// - Throws: ``NobodySeenTwice`` when none was seen exactly twice.
    public init(_ table: RepeatedTable) throws(NobodySeenTwice) {
        observed = table.observed
        once = table.people(seen: 1)
        twice = table.people(seen: 2)
        guard twice > 0 else { throw NobodySeenTwice() }
    }

    /// The people estimated, seen or not; those seen where nobody was seen only once.
    public var estimate: Double { observed / -expm1(-rate) }

    /// The variance of the estimate.
    public var variance: Double {
        // Nobody seen only once: the rate is infinite and nobody is missing.
        guard once > 0 else { return 0 }
        let seen = -expm1(-rate)
        let missing = observed * exp(-rate) / (seen * seen)
        return missing * (1 + missing * rate * rate * (1 / once + 1 / twice))
    }

    /// The log-normal limits of the estimate.
    ///
    /// - Parameter level: The coverage wanted, above 0 and below 1.
    /// - Returns: The limits, not below the people seen.
    public func interval(level: Double = 0.95) -> Interval {
        .logNormal(seen: observed, estimate: estimate, variance: variance, level: level)
    }

    private var rate: Double { 2 * twice / once }
}
