/// A check that an estimate did not pass and that leaves its range as no more than an indication, with
/// its numbers.
///
/// The thresholds are calibrated on published tables.
public enum EstimationWarning: Hashable, Sendable, Codable {
    /// Nobody said whether the lists are of one population and window.
    case populationUndeclared
    /// Nobody said whether lists were made by referral.
    case referralsUndeclared
    /// No pair of lists shares seven people.
    case thinPairs(largest: Int)
    /// Nearly everybody on one list is on another.
    case nestedList(list: String, in: String, shared: Int, of: Int)
    /// Models that fit nearly as well differ by more than half.
    case modelsDisagree(within: Double, low: Double, high: Double)
    /// Leaving out one list or another moves the estimate by more than half.
    case listDecides(low: Double, high: Double)
    /// The methods differ by more than half.
    case methodsDisagree(low: Double, high: Double)
    /// The selection is biased on resamples.
    case biasedSelection(method: MethodResult.Name, z0: Double)
    /// The percentile interval reaches much higher than the BCa interval.
    case skewedResamples(method: MethodResult.Name, ratio: Double)
    /// The posterior over graphs has several peaks.
    case severalPeaks(at: [Double])
    /// The chains of the latent-class sampler did not meet.
    case chainsApart(rHat: Double)
    /// More than one resample in twenty has no estimate.
    case failedResamples(method: MethodResult.Name, share: Double)
    /// The people of one list, whose number is known, are estimated badly from the others.
    case inconsistentList(list: String, known: Int, estimate: Double)
    /// Less than one person in ten was seen.
    case fewSeen(share: Double)
    /// The model does not fit the counts.
    case poorFit(method: MethodResult.Name, probability: Double)
    /// Missed or false links of one in ten move the estimate by more than 15 %.
    case linksDecide(low: Double, high: Double)
    /// There is one list only, seen repeatedly: a lower bound and no more.
    case oneList
    /// A headline method was not run, so the range is without it.
    case methodLeftOut(method: MethodResult.Name)
}
