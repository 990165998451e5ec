import Foundation
import Testing

@testable import Estimation

/// Against the R package dga 2.0.2, which has up to 5 lists, on the published tables.
///
/// Its grid was of the numbers never seen from 1 to 30 times those seen, 20 000 of them or fewer; the
/// means were computed from that range, so the same one is asked for here.
@Suite(.readsPublishedTables)
struct DecomposableReferenceTests {
    struct Reference: Sendable, CustomTestStringConvertible {
        let table: String
        var delta: Double?
        var reach: Double?
        let median: Double
        let mean: Double
        let low: Double
        let high: Double
        let graph: String
        let probability: Double

        var testDescription: String { table }
    }

    static let references = [
        Reference(
            table: "Kosovo",
            median: 12_592,
            mean: 12_749.383,
            low: 9_826,
            high: 16_546,
            graph: "123,134",
            probability: 0.986
        ),
        Reference(
            table: "UKdat_4",
            median: 11_363,
            mean: 11_416.240,
            low: 9_535,
            high: 13_548,
            graph: "12,13,24",
            probability: 0.433
        ),
        Reference(
            table: "UKdat_5",
            median: 22_992,
            mean: 21_282.245,
            low: 10_389,
            high: 33_509,
            graph: "123,34,25",
            probability: 0.443
        ),
        Reference(
            table: "NewOrl_5",
            median: 847,
            mean: 900.757,
            low: 529,
            high: 1_590,
            graph: "1,2,35,4",
            probability: 0.072
        ),
        Reference(
            table: "Western",
            median: 2_133,
            mean: 2_253.955,
            low: 1_343,
            high: 3_871,
            graph: "12,15,45,3",
            probability: 0.113
        ),
        // The example of the manual.
        Reference(
            table: "MadiganYork5",
            delta: 0.5,
            reach: 300,
            median: 616,
            mean: 617.816,
            low: 588,
            high: 655,
            graph: "12,13,24,45",
            probability: 0.217
        ),
    ]

    @Test(arguments: references)
    func `means, medians, limits and graphs are those of dga`(reference: Reference) throws {
        let table = try PublishedTable(reference.table).table
        let posterior = try DecomposableAveraging(
            table: table,
            delta: reference.delta,
            reach: reference.reach ?? 30 * table.observed
        ).posterior()
        #expect(abs(posterior.mean / reference.mean - 1) < 1e-4)
        let step = (30 * table.observed / 20_000).rounded(.up)
        #expect(abs(posterior.median - reference.median) <= step)
        let interval = posterior.interval(level: 0.95)
        #expect(abs(interval.low - reference.low) <= step)
        #expect(abs(interval.high - reference.high) <= step)
        let top = try #require(posterior.topGraph)
        #expect(top.graph.label == reference.graph)
        #expect(abs(top.probability - reference.probability) < 0.0006)
    }

    @Test
    func `six lists of the United Kingdom agree with a program in C++ on steps of 41 people`()
        throws
    {
        let table = try PublishedTable("UKdat").table
        let posterior = try DecomposableAveraging(
            table: table,
            points: 250,
            reach: 30 * table.observed
        ).posterior()
        let step = 30 * table.observed / 2_000
        #expect(abs(posterior.median - 12_299) <= step)
        #expect(abs(posterior.mean / 14_101 - 1) < 1e-4)
        let interval = posterior.interval(level: 0.95)
        #expect(abs(interval.low - 10_240) <= step)
        #expect(abs(interval.high - 26_176) <= step)
        let top = try #require(posterior.topGraph)
        #expect(top.graph.label == "125,135,45,36")
        #expect(abs(top.probability - 0.397) < 0.0006)
        #expect(posterior.modes.count == 2)
    }

    @Test
    func `the five lists of the United Kingdom tell of two numbers`() throws {
        let table = try PublishedTable("UKdat_5").table
        let modes = try DecomposableAveraging(table: table).posterior().modes
        #expect(modes.count == 2)
        #expect((11_500...12_000).contains(modes[0].people))
        #expect((24_000...25_000).contains(modes[1].people))
        #expect(abs(modes[0].share + modes[1].share - 1) < 1e-9)
        let kosovo = try PublishedTable("Kosovo").table
        #expect(try DecomposableAveraging(table: kosovo).posterior().modes.count == 1)
    }

    @Test
    func `prior counts of a half and of one hide nearly all who were never seen`() throws {
        let table = try PublishedTable("UKdat_5").table
        let posteriors = try DecomposableAveraging(table: table, points: 200).sensitivity()
        #expect(posteriors.map(\.delta) == [0.0078125, 0.03125, 0.125, 0.5, 1])
        #expect(posteriors[1].median > 22_000)
        for posterior in posteriors.suffix(2) {
            #expect(posterior.median < 2_850)
            #expect(posterior.topGraph?.graph.label == "12345")
        }
    }

    @Test
    func `where lists share few people the range grows, and one held short says so`() throws {
        let table = try PublishedTable("Korea").table
        let free = try DecomposableAveraging(table: table).posterior()
        let held = try DecomposableAveraging(table: table, reach: 30 * table.observed).posterior()
        #expect(!free.isOpen)
        #expect(held.isOpen)
        #expect(free.interval(level: 0.95).high > held.interval(level: 0.95).high)
    }
}
