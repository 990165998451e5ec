import Estimation
import Foundation
import TestSupport
import Testing

@Suite
struct ExistenceTests {
    private struct Codes: Decodable {
        let codes: [String: Int]?
        let table: [String: Int]?
    }

    @Test(.readsPublishedTables)
    func `every code that the R packages give to a model by name is found`() throws {
        let data = try PublishedTable.data("tables/fixtures/existence_codes.json")
        var compared = 0
        for (name, expected) in try JSONDecoder().decode([String: Codes].self, from: data) {
            let table = try PublishedTable(name.hasPrefix("Western") ? "Western" : name.file).table
            for (label, code) in expected.codes ?? [:] {
                let model = try #require(
                    HierarchicalModel(label: label, listCount: table.listCount)
                )
                let found = Existence.code(of: model, in: table.counts)
                #expect(found.rawValue == code, "\(name) \(label)")
                compared += 1
            }
        }
        #expect(compared == 642)
    }

    @Test(.readsPublishedTables, arguments: ["UKdat_5", "Western"])
    func `each of the 1024 models of pairs has an estimate, as the R packages find`(
        name: String
    ) throws {
        let table = try PublishedTable(name).table
        var cache = ExistenceCache()
        for model in try HierarchicalModel.all(listCount: 5, order: 2) {
            #expect(cache.code(of: model, in: table.counts) == .exists, "\(model)")
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `a cache gives the codes that a fresh test gives`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let models = try HierarchicalModel.all(listCount: 4, order: 3)
        var cache = ExistenceCache()
        for _ in 0..<5 {
            let counts =
                [0] + (1..<16).map { _ in Double(Int.random(in: 0...2, using: &random) / 2) }
            guard let model = models.randomElement(using: &random) else { continue }
            let code = Existence.code(of: model, in: counts)
            #expect(cache.code(of: model, in: counts) == code)
            #expect(cache.code(of: model, in: counts.map { 7 * $0 }) == code)
        }
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `a model that has no estimate by the test has none by climbing`(seed: UInt64) throws {
        // Where the likelihood rises for ever, expected counts of some histories with nobody fall
        // without end; where it has a maximum, the fit has the overlaps that were seen.
        var random = SplitMix64(seed: seed)
        let models = try HierarchicalModel.all(listCount: 4, order: 3)
        let counts = [0] + (1..<16).map { _ in Double(Int.random(in: 0...4, using: &random) / 2) }
        guard let model = models.randomElement(using: &random) else { return }
        if Existence.code(of: model, in: counts) == .exists {
            let fit = try LogLinear.fit(model, to: counts)
            var seen = counts
            var expected = fit.expected
            expected[0] = 0
            SubsetSums.overSupersets(&seen)
            SubsetSums.overSupersets(&expected)
            #expect(model.terms.allSatisfy { abs(seen[$0] - expected[$0]) < 1e-6 })
            #expect(fit.coefficients.values.allSatisfy { abs($0) < 30 || $0 == -.infinity })
        } else {
            #expect(throws: FitFailed.self) { try LogLinear.fit(model, to: counts) }
        }
    }

    @Test(.readsPublishedTables)
    func
        `no model tells a list from its copy, and stepwise selection says that the pair is unresolved`()
        throws
    {
        let table = try PublishedTable("UKdat_4").table
        for copied in 0..<4 {
            var counts = [Double](repeating: 0, count: 32)
            for (history, count) in table.counts.enumerated() {
                counts[history | (history >> copied & 1) << 4] = count
            }
            let pair = 1 << copied | 1 << 4
            for model in try HierarchicalModel.all(listCount: 5, order: 2)
            where model.contains(pair) {
                #expect(Existence.code(of: model, in: counts) != .exists, "\(model)")
            }
            let doubled = try CaptureTable(lists: table.lists + ["copy"], counts: counts)
            var worker = Stepwise().makeWorker(for: doubled)
            _ = worker.estimate(counts)
            #expect(worker.unresolved.contains(pair))
        }
    }
}

extension String {
    /// A fixture's name without what it says of the models.
    fileprivate var file: String { replacingOccurrences(of: "_pairwise", with: "") }
}
