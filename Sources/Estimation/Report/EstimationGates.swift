/// Which checks a table and its estimates do not pass.
///
/// The thresholds are calibrated on published tables: those of trafficking and of war pass few, and even
/// the well studied five lists of Madigan and York do not pass them all. What passes are large lists that
/// are independent, or nearly.
enum EstimationGates {
    /// The fewest lists that must share people.
    static let fewestLists = 3
    /// The fewest people on both lists of some pair, or seen twice by one list (Robson and Regier 1964).
    static let fewestShared = 7.0
    /// From which share of the people on either list two lists are copies.
    static let copied = 0.9
    /// From which share of the smaller list it is nested in the larger.
    static let nested = 0.9
    /// How many times the lowest estimate the highest may be.
    static let ratio = 1.5
    /// How far the bias correction may be from 0.
    static let bias = 0.3
    /// The greatest share of resamples without an estimate.
    static let failed = 0.05
    /// How far the logarithm of a list's estimate over its size may be from 0.
    static let inconsistency = 0.4
    /// How many of a list's people others must have seen for that to count.
    static let resighted = 30
    /// The least share of the people that must have been seen.
    static let seen = 0.1
    /// The least probability of a deviance as large.
    static let fit = 0.01
    /// How much one link in ten may move the estimate.
    static let links = 0.15
    /// The greatest share of draws at the cap on the unseen, of latent classes.
    static let rejected = 0.01

    /// What forbids any number, before one is computed.
    static func refusals(
        _ table: CaptureTable,
        _ declarations: Declarations
    ) -> [EstimationRefusal] {
        let graph = OverlapGraph(table)
        var refusals: [EstimationRefusal] = []
        if declarations.samePopulation == false { refusals.append(.differentPopulations) }
        for list in declarations.referredLists ?? [] {
            refusals.append(.madeByReferral(list: list))
        }
        if graph.informative.count < fewestLists {
            refusals.append(.tooFewLists(informative: graph.informative.count))
        }
        for (first, second) in graph.pairs {
            let shared = graph.shared(first, second)
            let either = graph.people(on: first) + graph.people(on: second) - shared
            if shared > 0, shared >= copied * either {
                refusals.append(
                    .copiedList(
                        list: table.lists[first],
                        of: table.lists[second],
                        shared: Int(people: shared)
                    )
                )
            }
        }
        let largest = graph.pairs.map { graph.shared($0.0, $0.1) }.max() ?? 0
        if largest < fewestShared {
            refusals.append(.tooLittleOverlap(people: Int(people: largest)))
        }
        if graph.groups.count > 1 {
            refusals.append(
                .listsApart(groups: graph.groups.map { $0.map { table.lists[$0] } })
            )
        }
        let code = Existence.code(of: .mainEffects(of: table.listCount), in: table.counts)
        if code != .exists { refusals.append(.noBaseline(existence: code.rawValue)) }
        return refusals
    }

    /// What makes a range no more than an indication, by the lists alone.
    static func warnings(
        _ table: CaptureTable,
        _ declarations: Declarations
    ) -> [EstimationWarning] {
        let graph = OverlapGraph(table)
        var warnings: [EstimationWarning] = []
        if declarations.samePopulation == nil { warnings.append(.populationUndeclared) }
        if declarations.referredLists == nil { warnings.append(.referralsUndeclared) }
        for (first, second) in graph.pairs {
            let shared = graph.shared(first, second)
            let isFirst = graph.people(on: first) <= graph.people(on: second)
            let (small, large) = isFirst ? (first, second) : (second, first)
            let people = graph.people(on: small)
            if shared >= fewestShared, shared >= nested * people {
                warnings.append(
                    .nestedList(
                        list: table.lists[small],
                        in: table.lists[large],
                        shared: Int(people: shared),
                        of: Int(people: people)
                    )
                )
            }
        }
        return warnings
    }

    /// What makes a range no more than an indication, by the methods' results.
    static func warnings(
        _ methods: [MethodResult],
        observed: Double
    ) -> [EstimationWarning] {
        var warnings: [EstimationWarning] = []
        let estimates = methods.filter { $0.name.isEstimate }.compactMap(\.estimate)
        if let range = Interval(holding: estimates) {
            if range.high > ratio * range.low {
                warnings.append(.methodsDisagree(low: range.low, high: range.high))
            }
            if observed < seen * range.high {
                warnings.append(.fewSeen(share: observed / range.high))
            }
        }
        let headlines = methods.filter { MethodResult.Name.headlines.contains($0.name) }
        if let bound = methods.first(where: { $0.name == .chao })?.interval?.low,
            let lowest = headlines.compactMap(\.estimate).min(), bound > lowest
        {
            warnings.append(.boundAboveMethods(bound: bound, low: lowest))
        }
        for method in methods { warnings += self.warnings(method) }
        for method in headlines {
            guard let interval = method.interval else {
                warnings.append(.noInterval(method: method.name))
                continue
            }
            if method.resamples != nil, method.bca == nil || method.percentile == nil {
                warnings.append(.oneInterval(method: method.name))
            }
            if interval.high.isInfinite { warnings.append(.noUpperEnd(method: method.name)) }
        }
        return warnings
    }

    /// What makes a range no more than an indication, by what was asked for.
    ///
    /// - Parameters:
    ///   - settings: What was asked for.
    ///   - inapplicable: The methods that were asked for and that tables as this one do not allow.
    /// - Returns: The warnings.
    static func warnings(
        _ settings: EstimationSettings,
        inapplicable: Set<MethodResult.Name>
    ) -> [EstimationWarning] {
        var warnings: [EstimationWarning] = []
        for name in MethodResult.Name.headlines + [.latentClass] {
            if !settings.methods.contains(name) {
                warnings.append(.methodLeftOut(method: name))
            } else if inapplicable.contains(name) {
                warnings.append(.methodInapplicable(method: name))
            }
        }
        if settings.order == 1, settings.methods.contains(.bic) {
            warnings.append(.dependenceLeftOut)
        }
        return warnings
    }

    private static func warnings(_ method: MethodResult) -> [EstimationWarning] {
        var warnings: [EstimationWarning] = []
        if let z0 = method.z0, abs(z0) > bias {
            warnings.append(.biasedSelection(method: method.name, z0: z0))
        }
        if let bca = method.bca, let percentile = method.percentile,
            percentile.high > ratio * bca.high
        {
            warnings.append(
                .skewedResamples(method: method.name, ratio: percentile.high / bca.high)
            )
        }
        if let modes = method.modes, modes.count > 1 {
            warnings.append(.severalPeaks(at: modes))
        }
        if let value = method.rHat, value > LatentClassResult.greatestRHat {
            warnings.append(.chainsApart(rHat: value))
        }
        if let share = method.rejectedShare, share > rejected {
            warnings.append(.priorDecides(share: share))
        }
        if let share = method.failed, let resamples = method.resamples,
            Double(share) > failed * Double(resamples)
        {
            warnings.append(
                .failedResamples(
                    method: method.name,
                    share: Double(share) / Double(resamples)
                )
            )
        }
        if let probability = method.fitProbability, probability < fit {
            warnings.append(.poorFit(method: method.name, probability: probability))
        }
        return warnings
    }

    /// What makes a range no more than an indication, by what other choices than that of the stepwise
    /// estimate give.
    static func warnings(
        _ sensitivity: Sensitivity,
        stepwise: Double?
    ) -> [EstimationWarning] {
        var warnings: [EstimationWarning] = []
        if let band = sensitivity.bands.last, band.range.high > ratio * band.range.low {
            warnings.append(
                .modelsDisagree(
                    within: band.within,
                    low: band.range.low,
                    high: band.range.high
                )
            )
        }
        let without = sensitivity.withoutList.compactMap(\.stepwise)
        if let range = Interval(holding: without), range.high > ratio * range.low {
            warnings.append(.listDecides(low: range.low, high: range.high))
        }
        for without in sensitivity.withoutList where without.stepwise == nil {
            warnings.append(.listNeeded(lists: without.lists))
        }
        for list in sensitivity.consistency where list.resighted >= resighted {
            if let estimate = list.estimate, let off = list.logRatio, abs(off) > inconsistency {
                warnings.append(
                    .inconsistentList(
                        list: list.list,
                        known: list.known,
                        estimate: estimate
                    )
                )
            }
        }
        let links = sensitivity.links.filter { $0.share == 0.1 }
        if links.contains(where: { $0.stepwise == nil }) { warnings.append(.linksNeeded) }
        let moved = links.compactMap(\.stepwise)
        if let stepwise, let range = Interval(holding: moved),
            range.high > (1 + self.links) * stepwise || range.low < (1 - self.links) * stepwise
        {
            warnings.append(.linksDecide(low: range.low, high: range.high))
        }
        return warnings
    }
}

extension MethodResult.Name {
    /// The methods whose intervals make the range.
    static let headlines: [Self] = [.stepwise, .bic, .decomposable]

    /// Whether it estimates the number of people, and does not only bound it.
    var isEstimate: Bool {
        switch self {
        case .stepwise, .bic, .decomposable, .latentClass: true
        case .chao, .chaoCorrected, .zelterman, .truncatedPoisson: false
        }
    }
}
