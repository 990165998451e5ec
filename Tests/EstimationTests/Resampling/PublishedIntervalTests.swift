import Estimation
import TestSupport
import Testing

/// The estimates of the R package SparseMSE 2.0.1 from a thousand resamples, and what follows from them.
@Suite(.readsPublishedTables)
struct PublishedIntervalTests {
    @Test(arguments: [
        ("UKdat_5", -0.0121810814), ("UKdat", -0.0128711648), ("Kosovo", -0.0041601994),
        ("Western", -0.0950102557), ("NewOrl_5", -0.0521717868), ("NewOrl_5_185", -0.0551614725),
        ("NewOrl_185", -0.0293324191), ("Korea", -0.0287733799),
    ])
    func `the acceleration of published tables is that of SparseMSE to 8 digits`(
        name: String,
        acceleration: Double
    ) async throws {
        let table = try PublishedTable(name).table
        let result = try await Bootstrap(table: table, resamples: 0, seed: 0).run(Stepwise())
        let ours = try #require(result.acceleration)
        // R stops a fit when the deviance changes by 1e-8 of itself, and prints 10 decimals.
        #expect(abs(ours / acceleration - 1) < 2e-8)
    }

    @Test(arguments: [
        ("UKdat_5", -0.4873645655, 8784.779909, 14700.549159),
        ("UKdat", -0.5301614451, 9266.958, 14306.758),
        ("Kosovo", -0.0175472984, 12595.840, 16527.495),
        ("NewOrl_5", -0.6341238485, 578.639, 1531.957),
    ])
    func `BCa limits of a thousand given estimates are those of SparseMSE within 1e-5`(
        name: String,
        z0: Double,
        low: Double,
        high: Double
    ) async throws {
        let result = try await Self.result(name)
        #expect(result.failed == 0)
        #expect(abs((result.z0 ?? .nan) - z0) < 1e-9)
        try Self.expect(result, low, high, within: 1e-5)
        #expect(try result.hull(level: 0.95).contains(result.point))
    }

    @Test
    func `for Western one resample has the estimate itself, which SparseMSE counts below it`()
        async throws
    {
        let result = try await Self.result("Western")
        try Self.expect(result, 1293.214, 3672.037, within: 2e-4)
        let aside = BootstrapResult(
            point: result.point * (1 + 2e-9),
            resampled: result.estimates,
            jackknife: result.jackknife
        )
        #expect(abs((aside.z0 ?? .nan) - -0.5272787914) < 1e-9)
        try Self.expect(aside, 1293.214, 3672.037, within: 1e-5)
    }

    @Test
    func `for Korea seven resamples have the estimate itself, and SparseMSE counts four below it`()
        async throws
    {
        let result = try await Self.result("Korea")
        #expect(result.z0 == Normal.quantile(0.6405))
        try Self.expect(result, 123.342, 440.346, within: 1e-3)
    }

    private static func expect(
        _ result: BootstrapResult,
        _ low: Double,
        _ high: Double,
        within tolerance: Double
    ) throws {
        let interval = try result.bca(level: 0.95)
        #expect(abs(interval.low / low - 1) < tolerance)
        #expect(abs(interval.high / high - 1) < tolerance)
    }

    /// The table's own estimate and jackknife by our fit, with the estimates from the package's resamples.
    private static func result(_ name: String) async throws -> BootstrapResult {
        let table = try PublishedTable(name).table
        let ours = try await Bootstrap(table: table, resamples: 0, seed: 0).run(Stepwise())
        return BootstrapResult(
            point: ours.point,
            resampled: try PublishedTable.refits(name),
            jackknife: ours.jackknife
        )
    }
}
