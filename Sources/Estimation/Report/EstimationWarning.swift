/// A check that an estimate did not pass and that leaves its range as no more than an indication, with
/// its numbers.
///
/// The thresholds are calibrated on published tables.
public enum EstimationWarning: Hashable, Sendable, Codable {
    /// Nobody said whether the lists are of one population and window.
    case populationUndeclared
    /// Nobody said whether lists were made by referral.
    case referralsUndeclared
    /// Nearly everybody on one list is on another.
    case nestedList(list: String, in: String, shared: Int, of: Int)
    /// Models that the data do not clearly rule out differ by more than half.
    case modelsDisagree(within: Double, low: Double, high: Double)
    /// Leaving out one list or another moves the estimate by more than half.
    case listDecides(low: Double, high: Double)
    /// Without a list there is no estimate.
    case listNeeded(lists: [String])
    /// The methods differ by more than half.
    case methodsDisagree(low: Double, high: Double)
    /// All of the interval of Chao's lower bound lies above the estimate of a headline method.
    case boundAboveMethods(bound: Double, low: Double)
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
    /// Were one link in ten missed or false there would be no estimate.
    case linksNeeded
    /// There is one list only, seen repeatedly: a lower bound and no more.
    case oneList
    /// A method was not asked for.
    case methodLeftOut(method: MethodResult.Name)
    /// A method does not work with so many lists or people.
    case methodInapplicable(method: MethodResult.Name)
    /// A headline method has no interval, so it is not in the range.
    case noInterval(method: MethodResult.Name)
    /// Of a headline method's two bootstrap intervals only one could be made.
    case oneInterval(method: MethodResult.Name)
    /// The data set a headline method no upper end.
    case noUpperEnd(method: MethodResult.Name)
    /// Models with dependence between lists were not asked for.
    case dependenceLeftOut
    /// Latent classes meet the cap on the unseen, so the prior decides their upper end.
    case priorDecides(share: Double)
}
