import Estimation
import Foundation

/// Averaging over all decomposable graphs, beside the logarithms of gamma and the exponentials that it
/// cannot do without.
struct GraphBench {
    let table: CaptureTable
    let rounds: Int

    private static let points = 1000

    func run() async throws {
        let averaging = try DecomposableAveraging(table: table, points: Self.points)
        let cells = averaging.posterior().grid.count
        let graphs = DecomposableGraph.all(listCount: table.listCount).count
        var (ours, bare) = ([Double](), [Double]())
        var witness = 0.0
        for _ in 0..<max(rounds, 1) * 4 {
            var before = Machine.cpuSeconds
            witness += averaging.posterior().mean
            ours.append(Machine.cpuSeconds - before)
            before = Machine.cpuSeconds
            witness += Self.arithmetic(
                logarithms: cells << table.listCount,
                exponentials: cells * graphs
            )
            bare.append(Machine.cpuSeconds - before)
        }
        var output = Table(
            heads: "822 graphs on five lists, \(number(Double(cells))) numbers unseen",
            "ours ms",
            "at most ms",
            "bare ms",
            "ratio",
            "R ms",
            "R as published ms"
        )
        let peer = try await RPackage.graphs.cpuSeconds(table, resamples: 0)
        output.add(
            "posterior with mean, median, interval and modes",
            decimal(median(ours) * 1000),
            "25.00",
            decimal(median(bare) * 1000),
            witness.isNaN ? "" : decimal(median(zip(ours, bare).map { $0 / $1 })),
            peer.map { number($0 * 1000) } ?? "absent",
            "1,020"
        )
        output.print()
        try runSixLists()
    }

    /// All graphs on six lists, which the R package does not have.
    private func runSixLists() throws {
        let six = try DecomposableAveraging(
            table: PublishedCounts.unitedKingdomSixLists,
            points: Self.points
        )
        let before = Machine.cpuSeconds
        let median = six.posterior().median
        let seconds = Machine.cpuSeconds - before
        print(
            "18,154 graphs on six lists, CPU s (at most 1): \(decimal(seconds));",
            terminator: " "
        )
        print("median \(number(median))\n")
    }

    /// One log-gamma for each clique and number, one exponential for each graph and number.
    private static func arithmetic(logarithms: Int, exponentials: Int) -> Double {
        var sum = 0.0
        for index in 0..<logarithms { sum += logGamma(Double(index) + 0.5) }
        for index in 0..<exponentials { sum += exp(-Double(index) * 1e-6) }
        return sum
    }
}
