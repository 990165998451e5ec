/// The work from one list with times seen to its report, which says "at least" and no more.
public struct RepeatedRun: Sendable {
    /// The people seen.
    public let table: RepeatedTable
    /// The name of the list.
    public let list: String
    /// What the caller said that the counts cannot show.
    public let declarations: Declarations

    /// Prepares the work.
    ///
    /// - Parameters:
    ///   - table: The people seen.
    ///   - list: The name of the list.
    ///   - declarations: What the caller says of the list.
    public init(_ table: RepeatedTable, list: String, declarations: Declarations = Declarations()) {
        self.table = table
        self.list = list
        self.declarations = declarations
    }

    /// The lower bounds, and beside them what stronger assumptions would give.
    ///
    /// - Returns: The report; its verdict is never better than indicative, and it has no range.
    public func report() -> EstimationReport {
        let bound = bound(.chaoCorrected, .biasCorrected)
        var report = EstimationReport(
            version: EstimationRun.version,
            observed: Int(people: table.observed),
            lists: [list],
            verdict: .indicative,
            reasons: [],
            range: nil,
            lowerBound: nil,
            methods: [self.bound(.chao, .classic), bound],
            listCounts: [
                ListCount(
                    list: list,
                    people: Int(people: table.observed),
                    alone: Int(people: table.observed)
                )
            ],
            overlaps: [],
            histories: [],
            timesSeen: table.peopleByTimes.sorted { $0.key < $1.key }.map {
                TimesSeen(times: $0.key, people: Int(people: $0.value))
            },
            sensitivity: nil,
            declarations: declarations,
            accompanying: [],
            seed: 0,
            resamples: 0,
            inputHash: nil
        )
        let refusals = refusals
        if !refusals.isEmpty {
            report.reasons = refusals.map { .refusal($0) }
            report.methods = report.methods.map { $0.withheld }
        } else {
            report.reasons = [.warning(.oneList)]
            if declarations.samePopulation == nil {
                report.reasons.append(.warning(.populationUndeclared))
            }
            report.methods.append(zelterman())
            report.methods.append(truncatedPoisson([]))
            if !table.covariates.isEmpty {
                report.methods.append(truncatedPoisson(table.covariates.map(\.name)))
            }
        }
        report.verdict = EstimationVerdict(report.reasons)
        report.lowerBound = report.boundByMethods
        report.accompanying = AccompanyingText.paragraphs(for: report)
        return report
    }

    private var refusals: [EstimationRefusal] {
        var refusals: [EstimationRefusal] = []
        if declarations.samePopulation == false { refusals.append(.differentPopulations) }
        for list in declarations.referredLists ?? [] {
            refusals.append(.madeByReferral(list: list))
        }
        let twice = table.people(seen: 2)
        if twice == 0 {
            refusals.append(.nobodySeenTwice)
        } else if twice < EstimationGates.fewestShared {
            refusals.append(.fewSeenTwice(people: Int(people: twice)))
        }
        return refusals
    }

    private func bound(_ name: MethodResult.Name, _ form: ChaoBound.Form) -> MethodResult {
        var result = MethodResult(name)
        do throws(ChaoBoundRefused) {
            let bound = try ChaoBound(table, form: form)
            result.estimate = bound.estimate
            result.interval = bound.interval
            result.standardError = bound.standardError.ifFinite
        } catch {
            result.note = Wording(error.text(in: .spanish), error.text(in: .english))
        }
        return result
    }

    private func zelterman() -> MethodResult {
        var result = MethodResult(.zelterman)
        do throws(NobodySeenTwice) {
            let zelterman = try Zelterman(table)
            result.estimate = zelterman.estimate
            result.interval = zelterman.interval()
            result.standardError = zelterman.variance.squareRoot().ifFinite
        } catch {
            result.note = Wording(error.text(in: .spanish), error.text(in: .english))
        }
        return result
    }

    private func truncatedPoisson(_ covariates: [String]) -> MethodResult {
        var result = MethodResult(.truncatedPoisson)
        result.terms = covariates
        do throws(TruncatedPoissonRefused) {
            let regression = try TruncatedPoisson(table, covariates: covariates)
            result.estimate = regression.estimate
            result.interval = regression.interval()
            result.standardError = regression.standardError.ifFinite
        } catch {
            result.note = Wording(error.text(in: .spanish), error.text(in: .english))
        }
        return result
    }
}
