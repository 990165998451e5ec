import Foundation

/// Why a regression gives no number.
public enum TruncatedPoissonRefused: Error, Hashable, Sendable {
    /// Nobody was seen twice.
    case nobodySeenTwice
    /// There is no covariate of this name.
    case noSuchCovariate(String)
    /// Everybody with this level was seen exactly once; no finite number fits.
    case levelSeenOnce(covariate: String, level: String)
    /// The covariates have more values in all than ``TruncatedPoisson/mostCoefficients`` can compare.
    case tooManyLevels(Int)
    /// The covariates say the same thing twice, or too little is known for so many.
    case noMaximum

    /// Says why there is no number.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A sentence.
    public func text(in language: EstimationLanguage) -> String {
        switch self {
        case .nobodySeenTwice:
            language.pick(
                "Nobody was seen more than once; nothing tells how many were never seen.",
                "Nadie fue visto más de una vez; nada indica cuántas personas nunca fueron vistas."
            )
        case .noSuchCovariate(let name):
            language.pick("There is no column “\(name)”.", "No hay columna «\(name)».")
        case .levelSeenOnce(let covariate, let level):
            language.pick(
                "Everybody with “\(level)” in the column “\(covariate)” was seen exactly once. Join it with"
                    + " another group, or leave the column out.",
                "Todas las personas con «\(level)» en la columna «\(covariate)» fueron vistas exactamente"
                    + " una vez. Únala con otro grupo o quite la columna."
            )
        case .tooManyLevels(let found):
            language.pick(
                "These columns have \(found) values to compare; at most"
                    + " \(TruncatedPoisson.mostCoefficients - 1) can be. Group them, or leave columns out.",
                "Estas columnas tienen \(found) valores por comparar; se pueden comparar"
                    + " \(TruncatedPoisson.mostCoefficients - 1) como máximo. Agrúpelos o quite columnas."
            )
        case .noMaximum:
            language.pick(
                "These columns cannot be told apart with so few people. Leave one out.",
                "Estas columnas no se pueden distinguir con tan pocas personas. Quite una."
            )
        }
    }
}

/// The number of people behind repeated sightings by one agency, when how often they are seen depends on
/// what is known of them.
///
/// A person with the values *x* is seen a number of times that is Poisson with mean λ = exp(*x b*),
/// and known of only if it is not 0. The estimate is Σ 1/p with p = 1 − e^−λ, over the people seen, and
/// its variance Σ (1−p)/p² + *d*ᵀ I⁻¹ *d* with *d* = −Σ *x* λ e^−λ / p² (van der Heijden, Bustami, Cruyff,
/// Engbersen and van Houwelingen 2003, Statistical Modelling 3, equations 9 to 12).
///
/// People who differ in ways that are not known here make it too low; people who cannot be seen again
/// after the first time make it far too high. Without covariates it is the estimate that supposes
/// everybody alike.
public struct TruncatedPoisson: Hashable, Sendable {
    /// The most coefficients that are fitted, with that of everybody.
    public static let mostCoefficients = 100

    /// What the values of one column do to the logarithm of λ.
    public struct Coefficient: Hashable, Sendable, Codable {
        /// The covariate, or nil for the coefficient that everybody has.
        public let covariate: String?
        /// The level that is compared with the covariate's first.
        public let level: String?
        /// The coefficient.
        public let value: Double
        /// Its standard error.
        public let standardError: Double
    }

    /// How limits are drawn.
    public enum Limits: String, Sendable, Codable {
        /// The estimate itself taken as normal.
        case normal
        /// The logarithm of the unseen taken as normal.
        case logNormal
    }

    /// The people seen.
    public let observed: Double
    /// The people estimated, seen or not.
    public let estimate: Double
    /// The variance of ``estimate``.
    public let variance: Double
    /// First that of everybody, then by covariate and level.
    public let coefficients: [Coefficient]
    /// The logarithm of the likelihood at its maximum.
    public let logLikelihood: Double

    /// The standard error of ``estimate``.
    public var standardError: Double { variance.squareRoot() }
    /// Twice the coefficients less twice the logarithm of the likelihood.
    public var aic: Double { 2 * Double(coefficients.count) - 2 * logLikelihood }
    /// As ``aic``, but each coefficient costs the logarithm of the people seen.
    public var bic: Double { log(observed) * Double(coefficients.count) - 2 * logLikelihood }

    /// The limits of the estimate.
    ///
    /// - Parameters:
    ///   - level: The coverage wanted, above 0 and below 1.
    ///   - limits: How they are drawn.
    /// - Returns: The limits, which if normal can be below the people seen.
    public func interval(level: Double = 0.95, limits: Limits = .logNormal) -> Interval {
        switch limits {
        case .normal:
            let reach = Normal.quantile((1 + level) / 2) * standardError
            return Interval(low: estimate - reach, high: estimate + reach)
        case .logNormal:
            return .logNormal(
                seen: observed,
                estimate: estimate,
                variance: variance,
                level: level
            )
        }
    }
}
