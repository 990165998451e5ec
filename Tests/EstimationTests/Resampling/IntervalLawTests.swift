import Estimation
import Testing

@Suite(.readsPublishedTables)
struct IntervalLawTests {
    @Test(arguments: 0..<40)
    func `every interval holds its estimate or says why not`(seed: UInt64) async throws {
        var stream = RandomStream(seed: seed)
        let lists = 3 + Int(seed % 2)
        let names = (0..<lists).map { "\($0)" }
        var counts = (0..<1 << lists).map { _ in
            stream.poisson(mean: stream.gamma(shape: 0.4) * 20)
        }
        counts[0] = 0
        let table = try CaptureTable(lists: names, counts: counts)
        let result: BootstrapResult
        do {
            result = try await Bootstrap(table: table, resamples: 60, seed: seed).run(Stepwise())
        } catch {
            #expect(error == .noEstimate)
            return
        }
        #expect(result.failed + result.estimates.count == 60)
        for interval in [result.bca, result.percentile, result.hull] {
            do throws(NoInterval) {
                let range = try interval(0.8)
                #expect(range.low <= result.point * (1 + 1e-9))
                #expect(range.high >= result.point * (1 - 1e-9))
                #expect(range.low >= table.observed)
            } catch {
                #expect(error != .level(0.8))
            }
        }
    }

    @Test(arguments: [("Kosovo", 11), ("UKdat_4", 12), ("SpinaBifida3", 13)])
    func `counts twice as large make the relative width smaller by about the square root of 2`(
        name: String,
        seed: UInt64
    ) async throws {
        let table = try PublishedTable(name).table
        let twice = try CaptureTable(lists: table.lists, counts: table.counts.map { 2 * $0 })
        let independence = FixedSelection(model: .mainEffects(of: table.listCount))
        let wide = try await Bootstrap(table: table, resamples: 1000, seed: seed).run(independence)
        let narrow = try await Bootstrap(table: twice, resamples: 1000, seed: seed)
            .run(independence)
        let ratio = try Self.relativeWidth(wide) / Self.relativeWidth(narrow)
        #expect(abs(ratio / 2.0.squareRoot() - 1) < 0.1)
    }

    @Test(arguments: [("Kosovo", 14), ("MadiganYork5", 15)])
    func `so it is when the model is chosen from the counts`(name: String, seed: UInt64)
        async throws
    {
        let table = try PublishedTable(name).table
        let twice = try CaptureTable(lists: table.lists, counts: table.counts.map { 2 * $0 })
        let wide = try await Bootstrap(table: table, resamples: 400, seed: seed).run(Stepwise())
        let narrow = try await Bootstrap(table: twice, resamples: 400, seed: seed).run(Stepwise())
        let ratio = try Self.relativeWidth(wide) / Self.relativeWidth(narrow)
        #expect(abs(ratio / 2.0.squareRoot() - 1) < 0.15)
    }

    private static func relativeWidth(_ result: BootstrapResult) throws -> Double {
        let interval = try result.hull(level: 0.95)
        return (interval.high - interval.low) / result.point
    }
}
