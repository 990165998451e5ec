import Testing

@testable import Estimation

@Suite
struct SensitivityTests {
    private static func analysis(_ name: String, order: Int? = 2) throws -> Sensitivity {
        let table = try PublishedTable(name).table
        return SensitivityAnalysis(table: table, order: order).run(nil, rankedOrder: 2)
    }

    /// Independence and stepwise at 0, 5, 10 and 20 % of links missed, as the calculation that set the
    /// thresholds printed them.
    @Test(
        .readsPublishedTables,
        arguments: [
            ("UKdat_5", [14_147.0, 14_925, 16_665], [12_894.0, 13_594, 15_219]),
            ("Kosovo", [], [16_306, 18_675, 25_092]),
        ]
    )
    func `missed links raise the estimate as was measured`(
        name: String,
        independence: [Double],
        stepwise: [Double]
    ) throws {
        let links = try Self.analysis(name).links.filter { $0.kind == .missed }
        #expect(links.map(\.share) == [0.05, 0.1, 0.2])
        #expect(links.compactMap { $0.stepwise?.rounded() } == stepwise)
        if !independence.isEmpty {
            #expect(links.compactMap { $0.independence?.rounded() } == independence)
        }
    }

    @Test(.readsPublishedTables)
    func `false links lower the estimate, and leave nobody counted below none`() throws {
        let table = try PublishedTable("Korea").table
        for share in [0.05, 0.2, 1, 5] {
            let linked = table.addingFalseLinks(share)
            #expect(linked.counts.allSatisfy { $0 >= 0 })
            #expect(linked.overlaps[1...].prefix(2) == table.overlaps[1...].prefix(2))
        }
        let links = try Self.analysis("UKdat_5").links.filter { $0.kind == .falseLinks }
        let estimates = links.compactMap(\.independence)
        #expect(estimates == estimates.sorted(by: >))
        #expect(try #require(estimates.first) < 13_444)
    }

    @Test(
        .readsPublishedTables,
        arguments: [
            ("UKdat_5", 10_202.0, 22_623.0), ("Kosovo", 6_044, 22_301), ("Western", 1_993, 2_637),
        ]
    )
    func `leaving out each list in turn gives the range that was measured`(
        name: String,
        low: Double,
        high: Double
    ) throws {
        let estimates = try Self.analysis(name).withoutList.compactMap(\.stepwise)
        #expect(estimates.min()?.rounded() == low)
        #expect(estimates.max()?.rounded() == high)
    }

    @Test(.readsPublishedTables)
    func `police and crime agency merged give the five lists of the United Kingdom`() throws {
        let six = try PublishedTable("UKdat").table
        let five = try PublishedTable("UKdat_5").table
        let police = try #require(six.lists.firstIndex(of: "PF"))
        let agency = try #require(six.lists.firstIndex(of: "NCA"))
        let merged = try #require(six.merging(police, agency))
        #expect(merged.counts == five.counts)
        #expect(merged.lists == ["LA", "NG", "PF+NCA", "GO", "GP"])
        #expect(six.merging(agency, police) == merged)
    }

    @Test(.readsPublishedTables)
    func `without the list GP the four lists of the United Kingdom are left`() throws {
        let five = try PublishedTable("UKdat_5").table
        let four = try PublishedTable("UKdat_4").table
        #expect(five.without(4) == four)
    }

    @Test(.readsPublishedTables)
    func `a list's own people are a population of known size`() throws {
        let consistency = try Self.analysis("UKdat_5").consistency
        #expect(consistency.map(\.known) == [94, 567, 1_169, 807, 336])
        #expect(consistency.map(\.resighted) == [40, 104, 174, 112, 20])
        let greenPaper = try #require(consistency.last)
        #expect(greenPaper.estimate == nil && greenPaper.logRatio == nil)
    }

    @Test
    func `the people of independent lists are found again from the other lists`() throws {
        let table = try ReportFixture.independent()
        for list in SensitivityAnalysis(table: table, order: 2).run(nil, rankedOrder: 2).consistency
        {
            #expect(abs(try #require(list.logRatio)) < 0.01)
        }
    }

    @Test(.readsPublishedTables)
    func `the bands count models and weigh them`() throws {
        let table = try PublishedTable("Korea").table
        let ranked = try ModelSearch(listCount: 3, order: 2).rank(table)
        let sensitivity = SensitivityAnalysis(table: table, order: 2).run(ranked, rankedOrder: 2)
        #expect(sensitivity.modelCount == 8 && sensitivity.admissibleCount == 6)
        let band = try #require(sensitivity.bands.first)
        #expect(band.models == 2)
        #expect((band.range.low * 100).rounded() == 15_717)
        #expect((band.range.high * 100).rounded() == 26_878)
        #expect(band.range.contains(band.weightedMean))
        #expect(sensitivity.models.map(\.model) == ["[12,23]", "[12,3]"])
    }

    @Test
    func `groups of lists are what shared people connect`() throws {
        var counts = [Double](repeating: 0, count: 32)
        (counts[0b00011], counts[0b01100], counts[0b10000], counts[0b00110]) = (1, 1, 1, 0)
        let graph = OverlapGraph(
            try CaptureTable(lists: ["a", "b", "c", "d", "e"], counts: counts)
        )
        #expect(graph.groups == [[0, 1], [2, 3], [4]])
        #expect(graph.informative == [0, 1, 2, 3])
        counts[0b00110] = 1
        let joined = OverlapGraph(
            try CaptureTable(lists: ["a", "b", "c", "d", "e"], counts: counts)
        )
        #expect(joined.groups == [[0, 1, 2, 3], [4]])
    }
}
