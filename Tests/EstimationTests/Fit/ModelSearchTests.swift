import Estimation
import Foundation
import TestSupport
import Testing

@Suite
struct ModelSearchTests {
    /// What is known of a table: the estimate of the best model by BIC of any order, the range of those
    /// within 2 and within 10 of it, and how many models have each existence code.
    struct Known: Sendable {
        let name: String
        let best: Double
        let within2: [Double]
        let within10: [Double]
        var codes: [Int]?
    }

    @Test(
        .readsPublishedTables,
        arguments: [
            Known(name: "MadiganYork5", best: 620, within2: [620, 635], within10: [604, 645]),
            Known(
                name: "Kosovo",
                best: 10357,
                within2: [10357, 18393],
                within10: [9824, 19233],
                codes: [113, 0, 0, 0]
            ),
            Known(
                name: "UKdat_4",
                best: 11987,
                within2: [11015, 11987],
                within10: [9310, 16473],
                codes: [111, 2, 0, 0]
            ),
            Known(
                name: "UKdat_5",
                best: 25311,
                within2: [12262, 28822],
                within10: [10546, 34083],
                codes: [6519, 338, 0, 36]
            ),
            Known(
                name: "Western",
                best: 2483,
                within2: [2175, 2818],
                within10: [1596, 5954],
                codes: [3375, 3374, 0, 144]
            ),
            Known(name: "NewOrl_5", best: 981, within2: [878, 981], within10: [721, 1612]),
            Known(
                name: "Korea",
                best: 157,
                within2: [157, 269],
                within10: [157, 269],
                codes: [6, 2, 0, 0]
            ),
        ]
    )
    func `all models give the estimates and existence codes that are known`(known: Known) throws {
        let table = try PublishedTable(known.name).table
        let lists = table.listCount
        let ranked = try ModelSearch(listCount: lists, order: lists).rank(table)
        #expect(ranked.unreached == 0)
        #expect(ranked.best?.estimate.rounded() == known.best)
        let near = try #require(ranked.range(within: 2))
        #expect([near.low.rounded(), near.high.rounded()] == known.within2)
        let far = try #require(ranked.range(within: 10))
        #expect([far.low.rounded(), far.high.rounded()] == known.within10)
        if let codes = known.codes {
            #expect(ExistenceCode.allCases.map { ranked.count(of: $0) } == codes)
        }
    }

    @Test(
        .readsPublishedTables,
        arguments: [("UKdat_5", 2, 22991.3), ("UKdat_5", 5, 25311.3), ("Kosovo", 3, 10356.5)]
    )
    func `the best models of Silverman, Chan and Vincent 2024 are found by a worker too`(
        name: String,
        order: Int,
        estimate: Double
    ) throws {
        let table = try PublishedTable(name).table
        var worker = try ModelSearch(listCount: table.listCount, order: order)
            .makeWorker(for: table)
        let found = worker.estimate(table.counts)
        #expect(abs((found ?? .nan) - estimate) < 0.05)
    }

    @Test(
        .readsPublishedTables,
        arguments: ["UKdat_5", "Western", "Kosovo", "Korea"],
        InformationCriterion.allCases
    )
    func `one resample in 250 has the best model that fitting all of them finds`(
        name: String,
        criterion: InformationCriterion
    ) throws {
        let published = try PublishedTable(name)
        let table = published.table
        let search = try ModelSearch(listCount: table.listCount, order: 2, criterion: criterion)
        var worker = search.makeWorker(for: table)
        let resamples = try PublishedTable.resamples(name, of: published)
        for index in stride(from: 0, to: 1000, by: 250) {
            let resample = try CaptureTable(lists: table.lists, counts: resamples[index])
            let best = try #require(search.rank(resample).best)
            let found = worker.estimate(resample.counts)
            #expect(abs((found ?? .nan) / best.estimate - 1) < 1e-9, "resample \(index + 1)")
        }
    }

    @Test
    func `an average weighs models by half the difference of their criterion`() throws {
        let table = try CaptureTable(
            lists: ["b", "c", "d"],
            counts: [0, 5, 5, 54, 41, 6, 0, 12]
        )
        let ranked = try ModelSearch(listCount: 3, order: 2).rank(table)
        let average = try #require(ranked.average)
        let weights = ranked.models.map { exp(-$0.difference / 2) }
        let mean =
            zip(weights, ranked.models).reduce(0) { $0 + $1.0 * $1.1.estimate }
            / weights.reduce(0, +)
        #expect(abs(average.mean / mean - 1) < 1e-12)
        #expect(abs(average.distribution.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
        #expect(average.interval(level: 0.99).contains(average.mean))
        #expect(average.standardDeviation > 0)
    }

    @Test
    func `a table of other lists is refused, and its worker has no estimate`() throws {
        let table = try CaptureTable(lists: ["a", "b"], counts: [0, 3, 4, 5])
        let search = try ModelSearch(listCount: 3, order: 2)
        #expect(throws: SearchRefused.wrongListCount(search: 3, table: 2)) {
            try search.rank(table)
        }
        var worker = search.makeWorker(for: table)
        #expect(worker.estimate(table.counts) == nil)
    }
}
