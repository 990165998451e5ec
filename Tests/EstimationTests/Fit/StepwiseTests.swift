import Estimation
import Testing

@Suite(.readsPublishedTables)
struct StepwiseTests {
    @Test(arguments: [
        ("UKdat_5", 11312.990289, ["LA NG", "NG GP", "PFNCA GP", "LA PFNCA", "GO GP", "NG GO"]),
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
    ])
    func `the choice and estimate of published tables are those of Chan, Silverman and Vincent`(
        name: String,
        estimate: Double,
        pairs: [String]
    ) throws {
        let table = try PublishedTable(name).table
        let fit = try Stepwise().fit(table)
        #expect(abs(fit.estimate / estimate - 1) < 1e-7)
        let chosen = fit.model.interactions.map { table.names(in: $0).joined(separator: " ") }
        #expect(Set(chosen) == Set(pairs))
    }
}
