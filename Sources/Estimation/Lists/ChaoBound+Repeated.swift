extension ChaoBound {
    /// The lower bound from how often one agency saw each person.
    ///
    /// With f₁ people seen once and f₂ twice of *n*, the classic form is *n* + f₁²/2f₂ and the
    /// bias-corrected one *n* + f₁(f₁−1)/2(f₂+1). The variances are those of the multinomial delta
    /// method (Chao 1987, equation 11, for the classic form), the interval log-normal (her equation 12).
    ///
    /// - Parameters:
    ///   - table: The people seen.
    ///   - form: The form, ``Form/classic`` or ``Form/biasCorrected``; for ``Form/lists`` the classic one.
    ///   - level: The coverage of the interval, above 0 and below 1.
    /// - Throws: ``ChaoBoundRefused/nobodySeenTwice`` where f₂ is 0, in either form: one person more or
    ///   less would then decide everything.
    public init(
        _ table: RepeatedTable,
        form: Form = .biasCorrected,
        level: Double = 0.95
    ) throws(ChaoBoundRefused) {
        let (once, twice) = (table.people(seen: 1), table.people(seen: 2))
        guard twice > 0 else { throw .nobodySeenTwice }
        let correction = form == .biasCorrected ? 1.0 : 0
        let below = 2 * (twice + correction)
        let unseen = once * (once - correction) / below
        // The slopes of the unseen in f₁ and in f₂.
        let slopes = ((2 * once - correction) / below, -2 * unseen / below)
        let variance = max(0, unseen + slopes.0 * slopes.0 * once + slopes.1 * slopes.1 * twice)
        self.form = form == .lists ? .classic : form
        observed = table.observed
        estimate = observed + max(0, unseen)
        standardError = variance.squareRoot()
        interval = .logNormal(
            seen: observed,
            estimate: estimate,
            variance: variance,
            level: level
        )
        intervalKind = .logNormal
        self.level = level
    }
}
