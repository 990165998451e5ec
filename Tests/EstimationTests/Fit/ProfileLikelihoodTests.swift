import Estimation
import Testing

@Suite(.readsPublishedTables)
struct ProfileLikelihoodTests {
    @Test(arguments: [
        ("UKdat", "[1,2,3,4,5,6]", 12208.57, 10983.85, 13648.21),
        ("Kosovo", "[12,13,14,23,34]", 14325.66, 12525.19, 16542.84),
        ("Western", "[15,2,3,4]", 2474.09, 1680.61, 3928.08),
    ])
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
}
