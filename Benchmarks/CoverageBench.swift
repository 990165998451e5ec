import ArgumentParser
import Estimation
import Foundation

/// How often the intervals of stepwise selection hold a truth that is known.
struct CoverageBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "How often intervals hold the size of simulated populations."
    )

    @Option(help: "Populations of each kind.")
    var simulations = 300
    @Option(help: "Resamples of each population.")
    var resamples = 400
    @Option(help: "What all random numbers come from.")
    var seed: UInt64 = 2026
    @Option(help: "How a model is chosen from each table.")
    var method = Method.stepwise
    @Option(help: "Resamples that are worked on at once.")
    var threads = 1

    enum Method: String, CaseIterable, ExpressibleByArgument {
        case stepwise
        /// The best by BIC of all models with pairs.
        case bic
    }

    func run() async throws {
        print(Machine.describe())
        print(
            "\(simulations) populations of each kind, \(resamples) resamples of each, seed \(seed);"
        )
        print("\(method.rawValue); intervals of 95 %, ± their Monte Carlo standard errors")
        print("")
        var output = Table(
            heads: "truth",
            "people",
            "BCa",
            "percentile",
            "hull",
            "no interval",
            "mean log bias",
            "median hi/lo BCa",
            "percentile",
            "hull"
        )
        for (kind, truth) in try CoverageTruth.all.enumerated() {
            var counts = Coverage(truth: truth.size)
            for simulation in 0..<simulations {
                let index = UInt64(kind * simulations + simulation)
                var stream = RandomStream(seed: seed, index: index)
                let table = try truth.simulate(&stream)
                counts.add(try? await result(table, seed: stream.next()))
            }
            output.add(
                truth.name,
                number(truth.size),
                counts.share(\.bca),
                counts.share(\.percentile),
                counts.share(\.hull),
                String(counts.withoutInterval),
                counts.bias,
                counts.width(\.bca),
                counts.width(\.percentile),
                counts.width(\.hull)
            )
        }
        output.print()
        print("CPU s: \(decimal(Machine.cpuSeconds)); load average at the end: \(Machine.load)")
    }

    private func result(_ table: CaptureTable, seed: UInt64) async throws -> BootstrapResult {
        let bootstrap = Bootstrap(
            table: table,
            resamples: resamples,
            seed: seed,
            threads: threads
        )
        switch method {
        case .stepwise: return try await bootstrap.run(Stepwise())
        case .bic:
            let search = try ModelSearch(listCount: table.listCount, order: 2)
            return try await bootstrap.run(search)
        }
    }
}

/// The intervals of many populations of one size.
private struct Coverage {
    let truth: Double
    var bca: [Interval] = []
    var percentile: [Interval] = []
    var hull: [Interval] = []
    /// Populations for which there was no estimate, or no interval to publish.
    var withoutInterval = 0
    private var logBiases: [Double] = []

    init(truth: Double) { self.truth = truth }

    mutating func add(_ result: BootstrapResult?) {
        guard let result else {
            withoutInterval += 1
            return
        }
        logBiases.append(log(result.point / truth))
        if let interval = try? result.bca(level: 0.95) { bca.append(interval) }
        if let interval = try? result.percentile(level: 0.95) { percentile.append(interval) }
        if let interval = try? result.hull(level: 0.95) {
            hull.append(interval)
        } else {
            withoutInterval += 1
        }
    }

    var bias: String {
        let mean = logBiases.reduce(0, +) / Double(logBiases.count)
        return (mean < 0 ? "-" : "+") + decimal(abs(mean))
    }

    func share(_ kind: KeyPath<Self, [Interval]>) -> String {
        let intervals = self[keyPath: kind]
        let share = Double(intervals.count { $0.contains(truth) }) / Double(intervals.count)
        let error = (share * (1 - share) / Double(intervals.count)).squareRoot()
        return String(format: "%.3f ± %.3f", share, error)
    }

    func width(_ kind: KeyPath<Self, [Interval]>) -> String {
        decimal(median(self[keyPath: kind].map { $0.high / $0.low }))
    }
}
