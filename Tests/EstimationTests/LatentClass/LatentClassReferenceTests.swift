import Testing

@testable import Estimation

/// Against the R package LCMCR 0.4.14 with 4 chains of 110 000 sweeps.
///
/// The two tables here are those whose chains mix so well that 23 000 sweeps are enough; Kosovo's is in
/// the benchmark.
@Suite(.readsPublishedTables)
struct LatentClassReferenceTests {
    @Test(arguments: [
        ("Western", 1_830.0, 1_304.0, 3_024.0), ("NewOrl_5", 794, 555, 1_311),
    ])
    func `medians are within 3 in 100 of those of LCMCR, and limits within 8`(
        name: String,
        median: Double,
        low: Double,
        high: Double
    ) async throws {
        let result = try await LatentClass(
            table: PublishedTable(name).table,
            seed: 1,
            burnIn: 500,
            draws: 400,
            thinning: 6
        ).run()
        #expect(result.isMixed)
        #expect(abs(result.median / median - 1) < 0.03)
        let interval = result.interval(level: 0.95)
        #expect(abs(interval.low / low - 1) < 0.08)
        #expect(abs(interval.high / high - 1) < 0.08)
        #expect(result.rejectedShare < 0.001)
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `eight chains notice that five lists of the United Kingdom have several answers`(
        seed: UInt64
    ) async throws {
        let result = try await LatentClass(
            table: PublishedTable("UKdat_5").table,
            seed: seed,
            burnIn: 300,
            draws: 100,
            thinning: 5
        ).run()
        #expect(!result.isMixed)
        #expect(result.rHat > 1.2)
        let (low, high) = (result.chainMedians.min() ?? 0, result.chainMedians.max() ?? 0)
        #expect(high / low > 1.3)
    }
}
