extension EstimationReport {
    /// The report as it may be shown to everybody: without any count that could point at somebody, and
    /// without digits that would let one be worked out.
    ///
    /// Whoever knows the seed and the version can reckon again: from estimates to the last person, small
    /// counts that were withheld could be found by trial. So the number seen is given to the nearest
    /// ten, estimates with the digits that ``RoundedPeople`` leaves their interval and the others with
    /// two, and of lists, overlaps and histories nothing is said.
    ///
    /// - Returns: The coarser report; `reasons` are as they were, see ``EstimationReason/publicWords``.
    public func forPublication() -> EstimationReport {
        var shown = self
        shown.observed = Int((Double(observed) / 10).rounded()) * 10
        shown.range = range.map(Self.outwards)
        shown.lowerBound = lowerBound.map { bound in
            let unit = RoundedPeople(Interval(low: 0, high: bound)).unit
            return (bound / unit).rounded(.down) * unit
        }
        shown.methods = methods.map(Self.coarser)
        shown.listCounts = []
        shown.overlaps = []
        shown.histories = []
        shown.sensitivity?.links = (sensitivity?.links ?? []).map { link in
            var link = link
            link.stepwise = link.stepwise.map(Self.twoDigits)
            link.independence = link.independence.map(Self.twoDigits)
            return link
        }
        shown.accompanying = AccompanyingText.paragraphs(for: shown)
        return shown
    }

    /// What one method says, its interval rounded outwards.
    private static func coarser(_ method: MethodResult) -> MethodResult {
        var result = MethodResult(method.name)
        result.interval = method.interval.map(outwards)
        let unit = method.interval.map { RoundedPeople($0).unit }
        result.estimate = method.estimate.map { estimate in
            guard let unit else { return twoDigits(estimate) }
            return (estimate / unit).rounded() * unit
        }
        return result
    }

    private static func outwards(_ interval: Interval) -> Interval {
        let unit = RoundedPeople(interval).unit
        return Interval(
            low: (interval.low / unit).rounded(.down) * unit,
            high: (interval.high / unit).rounded(.up) * unit
        )
    }

    private static func twoDigits(_ value: Double) -> Double {
        let unit = RoundedPeople(Interval(low: 0, high: value)).unit
        return (value / unit).rounded() * unit
    }
}

extension EstimationReason {
    /// The reason in whole sentences, without counts of people whom somebody might know.
    public var publicWords: Wording {
        switch self {
        case .warning(.thinPairs):
            Wording(
                "Ningún par de listas comparte 7 personas: cada persona compartida pesa demasiado.",
                "No pair of lists shares 7 people: each shared person weighs too much."
            )
        case .warning(.nestedList(let list, let other, _, _)):
            Wording(
                "Casi todas las personas de \(list) están también en \(other): puede que una lista "
                    + "alimente a la otra.",
                "Nearly everybody on \(list) is on \(other) as well: one list may feed the other."
            )
        case .warning(.inconsistentList(let list, _, _)):
            Wording(
                "El número de personas de \(list) se conoce, y las demás listas no aciertan al "
                    + "estimarlo: el método falla donde se le puede comprobar.",
                "The number of people on \(list) is known, and the other lists do not estimate it "
                    + "well: the method fails where it can be checked."
            )
        case .warning(.severalPeaks):
            Wording(
                "Los grafos no se deciden: hay varios números casi igual de probables.",
                "The graphs are undecided: several numbers are nearly as probable."
            )
        case .refusal, .warning: words
        }
    }
}
