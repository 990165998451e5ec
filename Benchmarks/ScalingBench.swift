import Estimation

/// How much sooner all cores are done than one.
///
/// Beside arithmetic that shares nothing, in the same rounds: what other work on the machine leaves of its
/// cores. The processor time, which other work touches less, tells what sharing the work costs.
struct ScalingBench {
    let table: CaptureTable
    let rounds: Int

    private static let resamples = 20_000

    func run() async throws {
        let cores = Machine.cores
        var (ours, bare, spent) = ([Double](), [Double](), [Double]())
        for _ in 0..<rounds {
            let (one, all) = (try await bootstrap(threads: 1), try await bootstrap(threads: cores))
            ours.append(one.wall / all.wall)
            spent.append(all.cpu / one.cpu)
            bare.append(try await arithmetic(tasks: 1) / arithmetic(tasks: cores))
        }
        var output = Table(
            heads: "20,000 stepwise resamples, wall time on 1 core to that on \(cores)",
            "ours",
            "wanted",
            "bare arithmetic",
            "ratio",
            "CPU s on \(cores) to 1"
        )
        output.add(
            "times as fast",
            decimal(median(ours)),
            "1.80",
            decimal(median(bare)),
            decimal(median(zip(ours, bare).map { $0 / $1 })),
            decimal(median(spent))
        )
        output.print()
    }

    private func bootstrap(threads: Int) async throws -> (wall: Double, cpu: Double) {
        let start = ContinuousClock.now
        let before = Machine.cpuSeconds
        _ = try await Bootstrap(
            table: table,
            resamples: Self.resamples,
            seed: 1,
            threads: threads
        ).run(Stepwise())
        return ((ContinuousClock.now - start).inSeconds, Machine.cpuSeconds - before)
    }

    /// The same arithmetic shared out among tasks.
    private func arithmetic(tasks: Int) async throws -> Double {
        let start = ContinuousClock.now
        let sums = await withTaskGroup(of: Double.self) { group in
            for _ in 0..<tasks {
                group.addTask {
                    var arithmetic = BareArithmetic(largest: 12)
                    return arithmetic.fit(sizes: Array(repeating: 12, count: 400_000 / tasks))
                }
            }
            return await group.reduce(0, +)
        }
        let elapsed = (ContinuousClock.now - start).inSeconds
        return sums.isNaN ? .nan : elapsed
    }
}
