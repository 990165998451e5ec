import Estimation
import Foundation

/// The latent-class sampler as it runs by default, beside what the R package LCMCR 0.4.14 gave with 4
/// chains of 110 000 sweeps.
///
/// The medians should be within 3 in 100 of each other and the limits within 8, wherever R̂ says that the
/// chains agree.
struct LatentClassBench {
    private struct Peer {
        let name: String
        let table: CaptureTable
        let median: Double
        let interval: Interval
        let rHat: Double
        let secondsOfChain: Double
    }

    func run() async throws {
        let peers = try [
            Peer(
                name: "Kosovo",
                table: PublishedCounts.kosovo,
                median: 10_469,
                interval: Interval(low: 9_120, high: 14_264),
                rHat: 1.00,
                secondsOfChain: 1.7
            ),
            Peer(
                name: "Western",
                table: PublishedCounts.western,
                median: 1_830,
                interval: Interval(low: 1_304, high: 3_024),
                rHat: 1.00,
                secondsOfChain: 1.4
            ),
            Peer(
                name: "New Orleans",
                table: PublishedCounts.newOrleans,
                median: 794,
                interval: Interval(low: 555, high: 1_311),
                rHat: 1.00,
                secondsOfChain: 1.3
            ),
            Peer(
                name: "United Kingdom",
                table: PublishedCounts.unitedKingdom,
                median: 20_540,
                interval: Interval(low: 11_251, high: 32_636),
                rHat: 1.27,
                secondsOfChain: 1.6
            ),
        ]
        var output = Table(
            heads: "latent classes",
            "median",
            "low",
            "high",
            "R̂",
            "effective",
            "CPU s",
            "µs a sweep"
        )
        for peer in peers {
            let sampler = try LatentClass(table: peer.table, seed: 1)
            let before = Machine.cpuSeconds
            let result = try await sampler.run()
            let seconds = Machine.cpuSeconds - before
            let sweeps = sampler.burnIn + sampler.draws * sampler.thinning
            let interval = result.interval(level: 0.95)
            output.add(
                peer.name,
                number(result.median),
                number(interval.low),
                number(interval.high),
                decimal(result.rHat),
                number(result.effectiveSize),
                decimal(seconds),
                decimal(seconds * 1e6 / Double(sampler.chains * sweeps))
            )
            output.add(
                "  LCMCR",
                number(peer.median),
                number(peer.interval.low),
                number(peer.interval.high),
                decimal(peer.rHat),
                "",
                decimal(4 * peer.secondsOfChain),
                decimal(peer.secondsOfChain * 1e6 / 110_000)
            )
        }
        output.print()
    }
}
