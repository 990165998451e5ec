import Estimation

/// The choice of a model from a table and from a thousand resamples of it, and the interval.
struct ResamplingBench {
    let table: CaptureTable
    let rounds: Int

    private static let resamples = 1000
    private static let seed: UInt64 = 1

    func run() async throws {
        let sizes = Self.stepwiseSizes(table)
        var output = Table(
            heads: "five lists, 2,744 people, 1,000 resamples, BCa",
            "ours s",
            "at most s",
            "bare s",
            "ratio",
            "all cores, wall s",
            "R s",
            "R as published s"
        )
        try await row(
            "stepwise choice of pairs",
            Stepwise(),
            sizes: sizes,
            limit: 0.12,
            peer: .stepwise,
            published: "117",
            to: &output
        )
        let search = try ModelSearch(listCount: table.listCount, order: 2)
        try await row(
            "best of all 1,024 models of pairs (R: of 60)",
            search,
            sizes: (0..<Self.resamples).flatMap { _ in search.models.map(\.terms.count) },
            limit: 15,
            peer: .bestModel,
            published: "57",
            to: &output
        )
        output.print()
    }

    private func row(
        _ name: String,
        _ selection: some Selection,
        sizes: [Int],
        limit: Double,
        peer: RPackage,
        published: String,
        to output: inout Table
    ) async throws {
        var (ours, bare) = ([Double](), [Double]())
        var arithmetic = BareArithmetic(largest: 1 << table.listCount)
        var witness = 0.0
        _ = try await interval(selection, threads: 1)
        for _ in 0..<rounds {
            var before = Machine.cpuSeconds
            _ = try await interval(selection, threads: 1)
            ours.append(Machine.cpuSeconds - before)
            before = Machine.cpuSeconds
            witness += arithmetic.fit(sizes: sizes)
            bare.append(Machine.cpuSeconds - before)
        }
        let start = ContinuousClock.now
        _ = try await interval(selection, threads: Machine.cores)
        let wall = (ContinuousClock.now - start).inSeconds
        let measured = try await peer.cpuSeconds(table, resamples: Self.resamples)
        output.add(
            name,
            Self.thousandths(median(ours)),
            decimal(limit),
            Self.thousandths(median(bare)),
            witness.isNaN ? "" : decimal(median(zip(ours, bare).map { $0 / $1 })),
            Self.thousandths(wall),
            measured.map(decimal) ?? "absent",
            published
        )
    }

    private func interval(_ selection: some Selection, threads: Int) async throws -> Interval {
        try await Bootstrap(
            table: table,
            resamples: Self.resamples,
            seed: Self.seed,
            threads: threads
        ).run(selection).bca(level: 0.95)
    }

    /// The parameters of each model that stepwise selection has to fit to the resamples.
    private static func stepwiseSizes(_ table: CaptureTable) -> [Int] {
        var worker = Stepwise().makeWorker(for: table)
        var counts = table.counts
        return (0..<resamples).flatMap { index in
            var stream = RandomStream(seed: seed, index: UInt64(index))
            stream.multinomial(trials: table.observed, weights: table.counts, into: &counts)
            _ = worker.estimate(counts)
            return (0...worker.chosen.count).map { table.listCount + 1 + $0 }
        }
    }

    private static func thousandths(_ seconds: Double) -> String {
        let thousandths = Int((seconds * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
