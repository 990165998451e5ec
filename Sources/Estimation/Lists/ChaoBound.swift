import Foundation

/// Why there is no lower bound.
public enum ChaoBoundRefused: Error, Hashable, Sendable {
    /// Nobody was seen twice.
    case nobodySeenTwice
    /// The likelihood has no maximum at a finite number of people.
    case noMaximum

    /// Says why there is no number.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A sentence.
    public func text(in language: EstimationLanguage) -> String {
        switch self {
        case .nobodySeenTwice: NobodySeenTwice().text(in: language)
        case .noMaximum:
            language.pick(
                "The lists share too little for a lower bound: any number would fit as well.",
                "Las listas comparten demasiado poco para una cota inferior:"
                    + " cualquier cifra ajustaría igual de bien."
            )
        }
    }
}

/// A number of people that the true one is at least, as far as chance allows.
///
/// People differ in how easily they are seen, and those hardest to see are missing most. Chao (1984,
/// Scandinavian Journal of Statistics 11; 1987, Biometrics 43) showed that the people seen once and twice
/// then set a lower bound. It is to be read "at least", and its interval is that of the bound, not of
/// the number of people: the upper end of it bounds nothing.
///
/// It assumes that being seen once makes being seen again no less likely. Where people leave after
/// their first contact or are kept from it, even this bound is too high.
public struct ChaoBound: Hashable, Sendable, Codable {
    /// How a bound was found.
    public enum Form: String, Sendable, Codable {
        /// From several lists, whose lengths may differ.
        case lists
        /// From one list: *n* + f₁² / 2f₂.
        case classic
        /// From one list: *n* + f₁(f₁−1) / 2(f₂+1), less biased where few were seen twice.
        case biasCorrected
    }

    /// How an interval was found.
    public enum IntervalKind: String, Sendable, Codable {
        /// Multinomial profile likelihood (Cormack 1992, Biometrics 48).
        case profileLikelihood
        /// The logarithm of the unseen taken as normal (Chao 1987).
        case logNormal
    }

    /// How the bound was found.
    public let form: Form
    /// The people seen.
    public let observed: Double
    /// The least number of people, seen or not.
    public let estimate: Double
    /// The standard error of ``estimate``.
    public let standardError: Double
    /// The interval of the bound; its high end is infinite where the likelihood sets none within ten
    /// times the estimate.
    public let interval: Interval
    /// How the interval was found.
    public let intervalKind: IntervalKind
    /// The coverage of the interval.
    public let level: Double
}
