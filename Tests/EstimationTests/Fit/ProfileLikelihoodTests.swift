import Estimation
import TestSupport
import Testing

@Suite
struct ProfileLikelihoodTests {
    @Test(
        .readsPublishedTables,
        arguments: [
            ("UKdat", "[1,2,3,4,5,6]", 12208.57, 10983.85, 13648.21),
            ("Kosovo", "[12,13,14,23,34]", 14325.66, 12525.19, 16542.84),
            ("Western", "[15,2,3,4]", 2474.09, 1680.61, 3928.08),
        ]
    )
    func `the intervals are those of Rcapture`(
        name: String,
        label: String,
        estimate: Double,
        low: Double,
        high: Double
    ) throws {
        let table = try PublishedTable(name).table
        let model = try #require(HierarchicalModel(label: label, listCount: table.listCount))
        let profile = try ProfileLikelihood.interval(model, table)
        #expect(abs(profile.estimate - estimate) < 0.01)
        #expect(abs(profile.interval.low - low) < 0.01)
        #expect(abs(profile.interval.high - high) < 0.01)
    }

    @Test(arguments: 1...150 as ClosedRange<UInt64>)
    func `every interval of a model that has an estimate holds it`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lists = Int.random(in: 3...4, using: &random)
        let most = Int.random(in: 2...60, using: &random)
        var counts = (0..<(1 << lists)).map { _ in
            Double(Int.random(in: -1...most, using: &random).magnitude)
        }
        counts[0] = 0
        let names = (0..<lists).map { "list \($0)" }
        let model = try #require(
            HierarchicalModel.all(listCount: lists, order: lists).randomElement(using: &random)
        )
        guard let table = try? CaptureTable(lists: names, counts: counts),
            Existence.code(of: model, in: counts) == .exists
        else { return }
        let profile = try ProfileLikelihood.interval(model, table, level: 0.9)
        #expect(profile.interval.contains(profile.estimate))
        #expect(profile.interval.low >= table.observed)
        let fit = try LogLinear.fit(model, to: table)
        #expect(fit.waldInterval(level: 0.9).contains(fit.estimate))
    }
}
