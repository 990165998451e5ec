import Foundation

/// A measure of models, smaller for better ones, that charges for each term.
public enum InformationCriterion: String, Codable, Hashable, Sendable, CaseIterable {
    /// Akaike's: 2 for each term.
    case aic
    /// Schwarz's: log *n* for each term, *n* the people seen.
    case bic

    /// Values nearer than this are taken for equal: rounding is not to decide between models.
    static let tie = 1e-7

    /// The value of a model.
    ///
    /// - Parameters:
    ///   - logLikelihood: The logarithm of its greatest likelihood.
    ///   - parameters: The number of its terms.
    ///   - observed: The number of people seen.
    /// - Returns: The charge less twice the log-likelihood.
    public func value(logLikelihood: Double, parameters: Int, observed: Double) -> Double {
        Double(parameters) * charge(observed: observed) - 2 * logLikelihood
    }

    func charge(observed: Double) -> Double {
        switch self {
        case .aic: 2
        case .bic: log(observed)
        }
    }
}
