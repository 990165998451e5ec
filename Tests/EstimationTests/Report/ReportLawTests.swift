import Testing

@testable import Estimation

@Suite
struct ReportLawTests {
    /// A report's points, by what they are of.
    private static func points(_ report: EstimationReport) -> [String: Double] {
        var points: [String: Double] = [:]
        for method in report.methods { points[method.name.rawValue] = method.estimate }
        guard let sensitivity = report.sensitivity else { return points }
        for list in sensitivity.withoutList {
            points["without \(list.lists)"] = list.stepwise
            points["without \(list.lists), BIC"] = list.bic
        }
        for pair in sensitivity.mergedPairs {
            points["merged \(pair.lists.sorted())"] = pair.stepwise
        }
        for list in sensitivity.consistency { points["on \(list.list)"] = list.estimate }
        for link in sensitivity.links {
            points["\(link.kind) \(link.share)"] = link.stepwise
        }
        for band in sensitivity.bands {
            points["within \(band.within)"] = band.weightedMean
            points["models within \(band.within)"] = Double(band.models)
        }
        return points
    }

    @Test(
        .readsPublishedTables,
        arguments: ["Korea", "Kosovo", "UKdat_4"],
        1...2 as ClosedRange<UInt64>
    )
    func `the order of lists changes nothing but chance`(name: String, seed: UInt64) async throws {
        let table = try PublishedTable(name).table
        var random = RandomStream(seed: seed)
        let order = Array(table.lists.indices).shuffled(using: &random)
        let shuffled = try table.reordered(order)
        let one = try await GateTests.report(table)
        let other = try await GateTests.report(shuffled)
        let (first, second) = (Self.points(one), Self.points(other))
        #expect(Set(first.keys) == Set(second.keys))
        for (key, value) in first {
            #expect(abs(try #require(second[key]) / value - 1) < 1e-6, "\(key)")
        }
        #expect(one.observed == other.observed && one.verdict == other.verdict)
        #expect(Set(one.listCounts) == Set(other.listCounts))
    }

    @Test(.readsPublishedTables, arguments: ["Korea", "Kosovo", "Western"])
    func `the range holds every headline interval, and each its estimate or says why not`(
        name: String
    ) async throws {
        let report = try await GateTests.report(PublishedTable(name).table)
        let range = try #require(report.range)
        for method in report.methods where MethodResult.Name.headlines.contains(method.name) {
            let interval = try #require(method.interval)
            #expect(range.low <= interval.low && interval.high <= range.high)
            if let estimate = method.estimate, !interval.contains(estimate) {
                #expect(method.note != nil)
            }
        }
        #expect(try #require(report.least) <= range.low)
        #expect(try #require(report.least) >= Double(report.observed))
    }

    @Test(.readsPublishedTables)
    func `threads and repetition change nothing at all`() async throws {
        let table = try PublishedTable("Korea").table
        var reports: [EstimationReport] = []
        for threads in [1, 1, 3] {
            let settings = EstimationSettings(
                methods: [.stepwise, .bic, .decomposable],
                resamples: 300,
                seed: 9,
                threads: threads
            )
            reports.append(try await EstimationRun(table, settings: settings).report())
        }
        #expect(reports[0] == reports[1] && reports[0] == reports[2])
    }

    @Test(.readsPublishedTables)
    func `other seeds move the intervals and no estimate`() async throws {
        let table = try PublishedTable("Korea").table
        var reports: [EstimationReport] = []
        for seed in [1, 2] as [UInt64] {
            let settings = EstimationSettings(methods: [.stepwise], resamples: 300, seed: seed)
            reports.append(try await EstimationRun(table, settings: settings).report())
        }
        #expect(reports[0].methods[1].estimate == reports[1].methods[1].estimate)
        #expect(reports[0].methods[1].z0 != reports[1].methods[1].z0)
    }

    @Test(.readsPublishedTables)
    func `a cancelled report stops`() async throws {
        let table = try PublishedTable("UKdat_5").table
        let task = Task { try await EstimationRun(table).report() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
