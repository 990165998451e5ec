import Foundation
import Testing

@testable import Estimation

@Suite
struct EndToEndTests {
    private static func report(_ text: String, resamples: Int = 40) async throws -> EstimationReport
    {
        try await EstimationRun(
            TableReader.read(text),
            settings: EstimationSettings(
                methods: [.stepwise, .bic, .decomposable],
                resamples: resamples,
                order: 2
            )
        ).report()
    }

    @Test(arguments: [
        "", "a,b,c\n", "a,b,c,count\n1,0,0,-3\n", "a,b,c,count\n1,0,0,1.5\n",
        "a,b,c,count\n0,0,0,5\n",
        "a,b,c,count\n1,0,0,5\n1,0,0,6\n", "a,b,c,count\n1,0,0,5\n0,1,0,6\n0,0,1,7\n",
        "a,b,c\n1,1,0\n",
        "a,count\n1,5\n", "a,b,c,count\n1,0,2,5\n", "a,b,c,count\n1,0,5\n",
        "a,a,b,count\n1,1,0,3\n",
        "1,0,0,5\n0,1,0,6\n",
    ])
    func `a bad table has an error with its place, and no report`(text: String) async throws {
        let error = await #expect(throws: TableUnreadable.self) { try await Self.report(text) }
        let unreadable = try #require(error)
        for language in EstimationLanguage.allCases {
            #expect(unreadable.text(in: language).count > 10)
        }
    }

    @Test(arguments: [
        // Two people seen, both on all lists; lists apart; a copy; a list of nobody.
        "a,b,c,count\n1,1,1,2\n", "a,b,c,d,count\n1,1,0,0,9\n0,0,1,1,9\n",
        "a,b,c,count\n1,1,0,20\n0,0,1,30\n1,1,1,10\n",
        "a,b,c,count\n1,0,0,20\n0,1,0,30\n1,1,0,10\n",
    ])
    func `a table that can be read and bears no number is refused`(text: String) async throws {
        let report = try await Self.report(text)
        #expect(report.verdict == .refused && report.range == nil)
        #expect(report.methods.map(\.name) == [.chao])
        #expect(!report.reasons.isEmpty && report.reasons.allSatisfy(\.refuses))
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `any small table is refused or gives finite numbers that hold those seen`(
        seed: UInt64
    ) async throws {
        var random = RandomStream(seed: seed)
        let listCount = 3 + Int(seed % 2)
        var counts = (0..<(1 << listCount)).map { _ in
            random.unit() < 0.4 ? 0 : (random.unit() * random.unit() * 40).rounded(.down)
        }
        counts[0] = 0
        counts[1] += 1
        let lists = (0..<listCount).map { "list\($0)" }
        let table = try CaptureTable(lists: lists, counts: counts)
        let settings = EstimationSettings(
            methods: [.stepwise, .bic, .decomposable],
            resamples: 5,
            order: 2
        )
        let report = try await EstimationRun(table, settings: settings).report()
        let seen = Double(report.observed)
        if report.verdict == .refused {
            #expect(report.methods.map(\.name) == [.chao] && report.range == nil)
        }
        for method in report.methods {
            if let estimate = method.estimate {
                #expect(estimate.isFinite && estimate >= seen * (1 - 1e-9), "\(method.name)")
            }
        }
        for language in EstimationLanguage.allCases {
            #expect(report.text(in: language).split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
        let bytes = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(EstimationReport.self, from: bytes) == report)
    }

    @Test(arguments: [1e-3, 1e9, 1e11, 1e12])
    func `as many people as a table holds, and parts of people, stop nothing`(scale: Double)
        async throws
    {
        let table = try ReportFixture.independent()
        let scaled = try CaptureTable(lists: table.lists, counts: table.counts.map { $0 * scale })
        let settings = EstimationSettings(
            methods: [.stepwise, .bic, .decomposable],
            resamples: 2,
            order: 1
        )
        let report = try await EstimationRun(scaled, settings: settings).report()
        #expect(report.observed <= 1 << 53)
        #expect(report.text(in: .spanish).count > 100)
        _ = try JSONEncoder().encode(report)
    }
}
