import TestSupport
import Testing

@testable import Estimation

@Suite
struct GateTests {
    static let declared = Declarations(samePopulation: true, referredLists: [])

    /// A report in which the range over methods does not matter.
    static func report(
        _ table: CaptureTable,
        declarations: Declarations = declared,
        resamples: Int = 40,
        order: Int? = 2
    ) async throws -> EstimationReport {
        try await EstimationRun(
            table,
            settings: EstimationSettings(
                methods: [.stepwise, .bic, .decomposable],
                resamples: resamples,
                order: order,
                threads: 2
            ),
            declarations: declarations
        ).report()
    }

    static func warnings(_ report: EstimationReport) -> [EstimationWarning] {
        report.reasons.compactMap { if case .warning(let warning) = $0 { warning } else { nil } }
    }

    static func refusals(_ report: EstimationReport) -> [EstimationRefusal] {
        report.reasons.compactMap { if case .refusal(let refusal) = $0 { refusal } else { nil } }
    }

    @Test(.readsPublishedTables, arguments: ["UKdat_5", "Kosovo", "Western"])
    func `tables of trafficking and of war are at best indicative: models that fit alike disagree`(
        name: String
    ) async throws {
        let table = try PublishedTable(name).table
        let report = try await Self.report(table, order: table.listCount > 4 ? 2 : nil)
        #expect(report.verdict == .indicative)
        #expect(report.range != nil)
        #expect(
            Self.warnings(report).contains {
                if case .modelsDisagree(let within, let low, let high) = $0 {
                    within == 10 && high / low > 1.5
                } else {
                    false
                }
            }
        )
    }

    @Test(.readsPublishedTables)
    func `the models of the five lists of Madigan and York agree within 7 %`() async throws {
        let report = try await Self.report(PublishedTable("MadiganYork5").table, order: nil)
        let band = try #require(report.sensitivity?.bands.last)
        #expect(band.within == 10)
        #expect(
            (band.range.low * 10).rounded() == 6_042 && (band.range.high * 10).rounded() == 6_452
        )
        #expect(
            !Self.warnings(report).contains {
                switch $0 {
                case .modelsDisagree, .listDecides, .methodsDisagree, .fewSeen, .inconsistentList:
                    true
                default: false
                }
            }
        )
    }

    @Test(.readsPublishedTables)
    func `the artificial table of Chan, Silverman and Vincent is refused`() async throws {
        let report = try await Self.report(PublishedTable("Artificial_3").table)
        #expect(report.verdict == .refused)
        #expect(
            Self.refusals(report) == [
                .tooFewLists(informative: 2),
                .tooLittleOverlap(people: 6),
                .listsApart(groups: [["A", "B"], ["C"]]),
            ]
        )
    }

    @Test(.readsPublishedTables)
    func `the five lists of New Orleans share at most 3 people in any pair and are refused`()
        async throws
    {
        let report = try await Self.report(PublishedTable("NewOrl_5").table)
        #expect(Self.refusals(report) == [.tooLittleOverlap(people: 3)])
    }

    @Test(.readsPublishedTables)
    func `a refused report has counts and overlaps, and no bound that its own reasons deny`()
        async throws
    {
        let report = try await Self.report(PublishedTable("Artificial_3").table)
        #expect(report.observed == 96)
        #expect(report.listCounts.map(\.people) == [46, 36, 20])
        #expect(report.overlaps.map(\.shared) == [6, 0, 0])
        #expect(report.methods.map(\.name) == [.chao])
        #expect(report.methods.allSatisfy { $0.estimate == nil && $0.interval == nil })
        #expect(report.methods.allSatisfy { $0.note != nil })
        #expect(report.lowerBound == nil && report.least == nil)
        #expect(report.range == nil && report.sensitivity == nil)
        #expect(!report.answer.en.contains("at least"))
        #expect(report.accompanying.contains { $0.en.contains("not even a bound") })
    }

    @Test
    func `two lists are refused, and their lower bound is given with what it supposes`()
        async throws
    {
        let table = try CaptureTable(lists: ["a", "b"], counts: [0, 30, 40, 20])
        let report = try await Self.report(table)
        #expect(Self.refusals(report) == [.tooFewLists(informative: 2)])
        let bound = try #require(report.methods.first)
        #expect(abs(try #require(bound.estimate) - 150) < 1e-6)
        #expect(report.lowerBound == bound.interval?.low)
        #expect(report.answer.en.contains("if being on one list does not make"))
        #expect(report.accompanying.contains { $0.en.contains("the counts and the lower bound") })
    }

    @Test(.readsPublishedTables)
    func `the people on the GP list of the United Kingdom have no estimate and are refused`()
        async throws
    {
        let table = try PublishedTable("UKdat_5").table
        let others = table.lists.indices.dropLast().map { $0 }
        var counts = [Double](repeating: 0, count: 1 << others.count)
        for (history, people) in table.counts.enumerated() where history >> 4 & 1 == 1 {
            counts[history & 15] += people
        }
        counts[0] = 0
        let people = try CaptureTable(lists: Array(table.lists.dropLast()), counts: counts)
        let report = try await Self.report(people)
        #expect(report.verdict == .refused)
        #expect(Self.refusals(report).contains { if case .noBaseline = $0 { true } else { false } })
    }

    @Test(.readsPublishedTables)
    func `the eight lists of New Orleans fall into two groups and are refused`() async throws {
        let report = try await Self.report(PublishedTable("NewOrl").table)
        #expect(
            Self.refusals(report) == [
                .tooLittleOverlap(people: 3),
                .listsApart(groups: [["A", "C", "D", "E", "G", "H"], ["B", "F"]]),
            ]
        )
    }

    @Test(.readsPublishedTables, arguments: ["UKdat_4", "Kosovo", "Korea"])
    func `a list that is a copy is refused`(name: String) async throws {
        let table = try PublishedTable(name).table
        let bit = 1 << table.listCount
        var counts = [Double](repeating: 0, count: 2 * bit)
        for (history, people) in table.counts.enumerated() {
            counts[history & 1 == 1 ? history | bit : history] = people
        }
        let copied = try CaptureTable(lists: table.lists + ["copy"], counts: counts)
        let report = try await Self.report(copied)
        let first = try #require(table.lists.first)
        let size = Int(table.overlaps[1])
        #expect(
            Self.refusals(report) == [.copiedList(list: first, of: "copy", shared: size)]
        )
        #expect(report.range == nil)
    }

    @Test
    func `lists of other populations, and lists made by referral, are refused when declared`()
        async throws
    {
        let table = try ReportFixture.independent()
        let other = try await Self.report(
            table,
            declarations: Declarations(samePopulation: false, referredLists: ["b"])
        )
        #expect(
            Self.refusals(other) == [.differentPopulations, .madeByReferral(list: "b")]
        )
    }

    @Test
    func `what nobody declared is a warning`() async throws {
        let report = try await Self.report(
            ReportFixture.independent(),
            declarations: Declarations()
        )
        #expect(
            Self.warnings(report) == [
                .populationUndeclared, .referralsUndeclared, .methodLeftOut(method: .latentClass),
            ]
        )
        #expect(report.verdict == .indicative)
    }

    @Test
    func `large independent lists, declared, pass every check and give back their number`()
        async throws
    {
        let report = try await Self.report(ReportFixture.independent())
        // The chains of latent classes would take half a minute here; leaving them out is the one reason.
        #expect(Self.warnings(report) == [.methodLeftOut(method: .latentClass)])
        #expect(EstimationVerdict([]) == .sound)
        #expect(EstimationVerdict(report.reasons) == report.verdict)
        #expect(try #require(report.range).contains(ReportFixture.size))
        for method in report.methods {
            #expect(abs(try #require(method.estimate) / ReportFixture.size - 1) < 0.01)
        }
    }

    @Test(.readsPublishedTables)
    func `no setting of order hides how far models disagree`() async throws {
        let table = try PublishedTable("Korea").table
        let narrow = try await Self.report(table, order: 1)
        let wide = try await Self.report(table, order: nil)
        #expect(narrow.sensitivity?.models == wide.sensitivity?.models)
        #expect(Self.warnings(narrow).contains(.dependenceLeftOut))
        #expect(!Self.warnings(wide).contains(.dependenceLeftOut))
    }

    @Test
    func `without resamples each headline method that needs them is a warning`() async throws {
        let report = try await Self.report(ReportFixture.independent(), resamples: 0)
        #expect(
            Self.warnings(report) == [
                .noInterval(method: .stepwise), .noInterval(method: .bic),
                .methodLeftOut(method: .latentClass),
            ]
        )
        let lowest = try #require(report.methods.compactMap(\.estimate).min())
        #expect(try #require(report.lowerBound) <= lowest)
    }

    @Test
    func `a method that does not apply is a warning, other than one that was not asked for`() {
        let settings = EstimationSettings(methods: [.stepwise, .bic, .decomposable])
        #expect(
            EstimationGates.warnings(settings, inapplicable: [.bic]) == [
                .methodInapplicable(method: .bic), .methodLeftOut(method: .latentClass),
            ]
        )
    }

    @Test
    func `a list or links without which no estimate exists are warnings`() {
        let alternative = { (stepwise: Double?) in
            AlternativeEstimate(lists: ["a"], observed: 9, stepwise: stepwise, bic: nil)
        }
        let link = { (stepwise: Double?) in
            LinkErrorEstimate(kind: .missed, share: 0.1, observed: 9, stepwise: stepwise)
        }
        var sensitivity = Sensitivity(
            order: 2,
            modelCount: 0,
            admissibleCount: 0,
            bands: [],
            models: [],
            withoutList: [alternative(100), alternative(nil)],
            mergedPairs: [],
            consistency: [],
            links: [link(nil)]
        )
        #expect(
            EstimationGates.warnings(sensitivity, stepwise: 100)
                == [.listNeeded(lists: ["a"]), .linksNeeded]
        )
        sensitivity.withoutList = [alternative(100)]
        sensitivity.links = [link(100)]
        #expect(EstimationGates.warnings(sensitivity, stepwise: 100) == [])
    }

    @Test(.readsPublishedTables, arguments: [("UKdat_5", true), ("UKdat_4", false)])
    func `where all of Chao's interval lies above a method, lists avoid each other: a warning`(
        name: String,
        isAbove: Bool
    ) async throws {
        let report = try await Self.report(PublishedTable(name).table)
        let warns = Self.warnings(report).contains {
            if case .boundAboveMethods = $0 { true } else { false }
        }
        #expect(warns == isAbove)
        let estimates = report.methods.filter { $0.name.isEstimate }.compactMap(\.estimate)
        #expect(try #require(report.lowerBound) <= (try #require(estimates.min())))
        #expect(try #require(report.lowerBound) <= (try #require(report.range?.low)))
    }

    @Test
    func
        `an end that the data do not set, one interval of two, and a cap that draws meet are warnings`()
    {
        var graphs = MethodResult(.decomposable)
        graphs.estimate = 10
        graphs.interval = Interval(low: 6, high: .infinity)
        #expect(
            EstimationGates.warnings([graphs], observed: 5) == [.noUpperEnd(method: .decomposable)]
        )
        var stepwise = MethodResult(.stepwise)
        stepwise.interval = Interval(low: 6, high: 9)
        (stepwise.resamples, stepwise.percentile) = (40, stepwise.interval)
        #expect(
            EstimationGates.warnings([stepwise], observed: 5) == [.oneInterval(method: .stepwise)]
        )
        var classes = MethodResult(.latentClass)
        classes.rejectedShare = 0.02
        #expect(EstimationGates.warnings([classes], observed: 5) == [.priorDecides(share: 0.02)])
        classes.rejectedShare = 0.01
        #expect(EstimationGates.warnings([classes], observed: 5) == [])
    }

    @Test
    func `a law over graphs that has not died away has no upper end`() throws {
        let table = try CaptureTable(
            lists: ["a", "b", "c"],
            counts: [0, 400, 300, 1, 200, 0, 0, 0]
        )
        let posterior = try DecomposableAveraging(table: table, reach: 2_000).posterior()
        #expect(posterior.isOpen)
        #expect(Interval(posterior).high == .infinity)
        #expect(Interval(posterior).low == posterior.interval(level: 0.95).low)
    }

    @Test
    func `a headline method that was left out is a warning`() async throws {
        let report = try await EstimationRun(
            ReportFixture.independent(),
            settings: EstimationSettings(methods: [.stepwise], resamples: 40, order: 2),
            declarations: Self.declared
        ).report()
        #expect(
            Self.warnings(report) == [
                .methodLeftOut(method: .bic), .methodLeftOut(method: .decomposable),
                .methodLeftOut(method: .latentClass),
            ]
        )
    }

    @Test
    func `chains apart, several peaks, failed resamples and a bad fit are warnings`() {
        var method = MethodResult(.latentClass)
        method.rHat = 1.06
        method.modes = [10, 20]
        (method.resamples, method.failed) = (100, 6)
        method.fitProbability = 0.001
        method.bca = Interval(low: 1, high: 10)
        method.percentile = Interval(low: 1, high: 16)
        method.z0 = -0.31
        let warnings = EstimationGates.warnings([method], observed: 5)
        #expect(
            warnings.prefix(6) == [
                .biasedSelection(method: .latentClass, z0: -0.31),
                .skewedResamples(method: .latentClass, ratio: 1.6),
                .severalPeaks(at: [10, 20]),
                .chainsApart(rHat: 1.06),
                .failedResamples(method: .latentClass, share: 0.06),
                .poorFit(method: .latentClass, probability: 0.001),
            ]
        )
        method.rHat = 1.05
        method.modes = [10]
        method.failed = 5
        method.fitProbability = 0.01
        method.percentile = Interval(low: 1, high: 15)
        method.z0 = 0.3
        #expect(
            EstimationGates.warnings([method], observed: 5) == []
        )
    }

    @Test(.readsPublishedTables, arguments: [("Korea", true), ("UKdat_5", false)])
    func `latent classes give an estimate only where their chains agree`(
        name: String,
        agree: Bool
    ) async throws {
        let sampler = try LatentClass(
            table: PublishedTable(name).table,
            chains: 4,
            seed: 1,
            burnIn: 200,
            draws: 100,
            thinning: agree ? 5 : 1
        )
        let result = MethodResult(try await sampler.run(), chains: 4)
        #expect((result.estimate != nil) == agree)
        #expect((result.interval != nil) == agree && (result.note == nil) == agree)
        #expect((result.median != nil) == agree && (result.mean != nil) == agree)
        let isApart = EstimationGates.warnings([result], observed: 1)
            .contains { if case .chainsApart = $0 { true } else { false } }
        #expect(isApart != agree)
    }
}
