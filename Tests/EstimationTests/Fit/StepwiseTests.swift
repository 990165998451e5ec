import Estimation
import Testing

@Suite
struct StepwiseTests {
    @Test(
        .readsPublishedTables,
        arguments: [
            (
                "UKdat_5", 11312.990289,
                ["LA NG", "NG GP", "PFNCA GP", "LA PFNCA", "GO GP", "NG GO"]
            ),
            (
                "UKdat", 11417.991092,
                ["PF NCA", "LA NG", "NG GP", "LA PF", "PF GP", "GO GP", "NG GO"]
            ),
            (
                "Kosovo", 14341.663800,
                ["ABA OSCE", "OSCE HRW", "EXH OSCE", "EXH ABA", "EXH HRW"]
            ),
            ("Western", 2483.383920, ["A E"]),
            ("NewOrl_5", 981.431367, []),
            ("NewOrl_5_185", 1034.151065, []),
            ("NewOrl_185", 1183.692275, ["D E"]),
            ("Korea", 268.777778, ["b c"]),
        ]
    )
    func
        `the choice and estimate of published tables are those of Chan, Silverman and Vincent 2021`(
            name: String,
            estimate: Double,
            pairs: [String]
        ) throws
    {
        let table = try PublishedTable(name).table
        let fit = try Stepwise().fit(table)
        #expect(abs(fit.estimate / estimate - 1) < 1e-7)
        let chosen = fit.model.interactions.map { table.names(in: $0).joined(separator: " ") }
        #expect(Set(chosen) == Set(pairs))
    }

    @Test(
        .readsPublishedTables,
        arguments: ["Korea", "Kosovo", "NewOrl_5", "UKdat", "UKdat_5", "Western"]
    )
    func `each of the thousand refits of SparseMSE comes out the same`(name: String) throws {
        let published = try PublishedTable(name)
        let resamples = try PublishedTable.resamples(name, of: published)
        let refits = try PublishedTable.refits(name)
        try #require(resamples.count == 1000 && refits.count == 1000)
        var worker = Stepwise().makeWorker(for: published.table)
        let different = zip(resamples, refits).enumerated().filter { _, pair in
            guard let found = worker.estimate(pair.0), let refit = pair.1 else { return true }
            return abs(found / refit - 1) > 1e-7
        }
        #expect(different.map { $0.offset + 1 } == [])
    }

    @Test
    func `people on the list of the general public have no estimate, and are given none`() throws {
        // Of the 336 people on the fifth list of the UK table, 316 are on no other, the rest on one each.
        var counts = [Double](repeating: 0, count: 16)
        (counts[2], counts[4], counts[8]) = (1, 11, 8)
        let table = try CaptureTable(lists: ["LA", "NG", "PFNCA", "GO"], counts: counts)
        #expect(throws: FitFailed.noEstimate(.noMaximum)) { try Stepwise().fit(table) }
        var worker = Stepwise().makeWorker(for: table)
        #expect(worker.estimate(table.counts) == nil)
    }

    @Test
    func `what was estimated before changes no estimate`() throws {
        let first: [Double] = [0, 5, 5, 54, 41, 6, 0, 12]
        let second: [Double] = [0, 6, 6, 51, 38, 8, 0, 14]
        let table = try CaptureTable(lists: ["b", "c", "d"], counts: first)
        var worker = Stepwise().makeWorker(for: table)
        let alone = worker.estimate(first)
        _ = worker.estimate(second)
        #expect(worker.estimate(first) == alone)
    }
}
