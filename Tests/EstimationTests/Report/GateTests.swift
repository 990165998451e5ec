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

    @Test(.readsPublishedTables, arguments: ["UKdat_5", "Kosovo", "Western", "NewOrl_5"])
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
    func `a refused report has counts, overlaps and the lower bound, and no other number`()
        async throws
    {
        let report = try await Self.report(PublishedTable("Artificial_3").table)
        #expect(report.observed == 96)
        #expect(report.listCounts.map(\.people) == [46, 36, 20])
        #expect(report.overlaps.map(\.shared) == [6, 0, 0])
        #expect(report.methods.map(\.name) == [.chao])
        #expect(report.range == nil && report.sensitivity == nil)
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
                .listsApart(groups: [["A", "C", "D", "E", "G", "H"], ["B", "F"]])
            ]
        )
    }

    @Test
    func `two lists are refused`() async throws {
        let table = try CaptureTable(lists: ["a", "b"], counts: [0, 30, 40, 20])
        #expect(
            Self.refusals(try await Self.report(table)) == [.tooFewLists(informative: 2)]
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
        #expect(Self.warnings(report) == [.populationUndeclared, .referralsUndeclared])
        #expect(report.verdict == .indicative)
    }

    @Test
    func `large independent lists, declared, pass every check and give back their number`()
        async throws
    {
        let report = try await Self.report(ReportFixture.independent())
        #expect(report.reasons == [])
        #expect(report.verdict == .sound)
        #expect(try #require(report.range).contains(ReportFixture.size))
        for method in report.methods {
            #expect(abs(try #require(method.estimate) / ReportFixture.size - 1) < 0.01)
        }
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
            EstimationGates.warnings([method], observed: 5)
                == MethodResult.Name.headlines.map { .methodLeftOut(method: $0) }
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
        #expect(result.median != nil)
        let isApart = EstimationGates.warnings([result], observed: 1)
            .contains { if case .chainsApart = $0 { true } else { false } }
        #expect(isApart != agree)
    }
}
