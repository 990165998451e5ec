extension EstimationReport {
    /// The report as it may be shown to everybody: without any count that could point at somebody, and
    /// without digits that would let one be worked out.
    ///
    /// Whoever knows the seed and the version can reckon again: from estimates to the last person, small
    /// counts that were withheld could be found by trial. So the number seen is rounded down to
    /// the ten, ends of ranges are rounded outwards as in ``answer`` and estimates to two digits, and of
    /// lists, overlaps and histories nothing is said.
    ///
    /// - Returns: The coarser report; `reasons` are as they were, see ``EstimationReason/publicWords``.
    public func forPublication() -> EstimationReport {
        var shown = self
        shown.observed = observed / 10 * 10
        shown.range = range?.roundedOutwards
        shown.lowerBound = lowerBound.map(RoundedPeople.twoDigitsDown)
        shown.methods = methods.map(Self.coarser)
        shown.listCounts = []
        shown.overlaps = []
        shown.histories = []
        shown.sensitivity?.links = (sensitivity?.links ?? []).map { link in
            var link = link
            link.stepwise = link.stepwise.map(RoundedPeople.twoDigits)
            link.independence = link.independence.map(RoundedPeople.twoDigits)
            return link
        }
        shown.accompanying = AccompanyingText.paragraphs(for: shown)
        return shown
    }

    /// What one method says, without what its model tells of the counts.
    private static func coarser(_ method: MethodResult) -> MethodResult {
        var result = MethodResult(method.name)
        result.interval = method.interval?.roundedOutwards
        result.estimate = method.estimate.map {
            method.name == .chao ? RoundedPeople.twoDigitsDown($0) : RoundedPeople.twoDigits($0)
        }
        return result
    }
}

extension Interval {
    /// The interval as words say it: its ends rounded outwards to the digits that it bears.
    public var roundedOutwards: Interval {
        let people = RoundedPeople(self)
        let (below, above) = (people.unit(of: low), people.unit(of: high))
        return Interval(
            low: (low / below).rounded(.down) * below,
            high: high.isFinite ? (high / above).rounded(.up) * above : high
        )
    }
}

extension RoundedPeople {
    /// The nearest number of two digits.
    static func twoDigits(_ value: Double) -> Double {
        let unit = RoundedPeople(Interval(low: 0, high: value)).unit(of: value)
        return (value / unit).rounded() * unit
    }

    /// The number of two digits just below, for "at least".
    static func twoDigitsDown(_ value: Double) -> Double {
        let unit = RoundedPeople(Interval(low: 0, high: value)).unit(of: value)
        return (value / unit).rounded(.down) * unit
    }
}

extension EstimationReason {
    /// The reason in whole sentences, without counts of people whom somebody might know.
    public var publicWords: Wording {
        switch self {
        case .refusal(.tooLittleOverlap):
            Wording(
                "Ningún par de listas comparte 7 personas: cualquier número sería azar.",
                "No pair of lists shares 7 people: any number would be chance."
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
                "El promedio de grafos da varios números casi igual de probables.",
                "Averaging over graphs gives several numbers that are nearly as probable."
            )
        case .refusal, .warning: words
        }
    }
}
