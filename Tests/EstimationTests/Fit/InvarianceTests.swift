import Foundation
import TestSupport
import Testing

@testable import Estimation

/// Laws that hold whatever the counts.
@Suite
struct InvarianceTests {
    @Test(.readsPublishedTables, arguments: ["UKdat_5", "Kosovo", "Western", "NewOrl_5", "Korea"])
    func `the order of the lists changes nothing`(name: String) throws {
        var random = SplitMix64(seed: 8)
        let table = try PublishedTable(name).table
        for _ in 0..<2 {
            let order = Array(0..<table.listCount).shuffled(using: &random)
            let turned = try table.reordered(order)
            let (stepwise, other) = try (Stepwise().fit(table), Stepwise().fit(turned))
            #expect(abs(stepwise.estimate / other.estimate - 1) < 1e-9)
            #expect(abs(stepwise.bic - other.bic) < 1e-7)
            let search = try ModelSearch(listCount: table.listCount, order: 2)
            let (ranked, others) = try (search.rank(table), search.rank(turned))
            let (best, otherBest) = try (#require(ranked.best), #require(others.best))
            #expect(abs(best.estimate / otherBest.estimate - 1) < 1e-9)
            #expect(ranked.models.count == others.models.count)
            let (mean, otherMean) = try (#require(ranked.average), #require(others.average))
            #expect(abs(mean.mean / otherMean.mean - 1) < 1e-9)
            let profile = try ProfileLikelihood.interval(stepwise.model, table)
            let otherProfile = try ProfileLikelihood.interval(other.model, turned)
            #expect(abs(profile.interval.low / otherProfile.interval.low - 1) < 1e-6)
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `lists without dependence give back their people, by every method`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lists = Int.random(in: 3...5, using: &random)
        let people = Double.random(in: 300...20_000, using: &random)
        let chances = (0..<lists).map { _ in Double.random(in: 0.05...0.5, using: &random) }
        var counts = (0..<(1 << lists)).map { history in
            chances.enumerated().reduce(people) {
                $0 * (history >> $1.offset & 1 == 1 ? $1.element : 1 - $1.element)
            }
        }
        counts[0] = 0
        let table = try CaptureTable(lists: (0..<lists).map { "list \($0)" }, counts: counts)
        let stepwise = try Stepwise().fit(table)
        #expect(stepwise.model == .mainEffects(of: lists))
        #expect(abs(stepwise.estimate / people - 1) < 1e-9)
        let best = try ModelSearch(listCount: lists, order: 2).rank(table).best
        #expect(abs((best?.estimate ?? .nan) / people - 1) < 1e-9)
        let profile = try ProfileLikelihood.interval(.mainEffects(of: lists), table)
        #expect(profile.interval.contains(people))
        #expect(stepwise.waldInterval().contains(people))
    }

    @Test(.readsPublishedTables, arguments: ["UKdat_5", "Kosovo", "Western", "NewOrl_5"])
    func `twice the people make the interval narrower by about the root of two`(name: String) throws
    {
        let table = try PublishedTable(name).table
        let doubled = try CaptureTable(lists: table.lists, counts: table.counts.map { 2 * $0 })
        let model = HierarchicalModel.mainEffects(of: table.listCount)
        let (once, twice) = try (LogLinear.fit(model, to: table), LogLinear.fit(model, to: doubled))
        #expect(abs(twice.estimate / once.estimate - 2) < 1e-9)
        #expect(abs(once.standardError / twice.standardError - 2.0.squareRoot()) < 1e-9)
        let narrow = try ProfileLikelihood.interval(model, doubled).interval
        let wide = try ProfileLikelihood.interval(model, table).interval
        let ratio = log(wide.high / wide.low) / log(narrow.high / narrow.low)
        #expect(abs(ratio / 2.0.squareRoot() - 1) < 0.05)
    }
}
