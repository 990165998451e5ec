import ArgumentParser
import Estimation

/// Measures estimation next to bare arithmetic and to the statisticians' own programs.
struct EstimationBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimation",
        abstract: "Choosing models, resampling, averaging over graphs, and latent classes.",
        discussion: """
            Beside bare arithmetic, and beside the R packages SparseMSE, MultipleSystemsEstimation and \
            dga where they are installed, in R's own library or in R_LIBS.
            """
    )

    @Option(help: "How often ours and the arithmetic are measured by turns.")
    var rounds = 5

    func run() async throws {
        print(Machine.describe())
        print("")
        let table = try PublishedCounts.unitedKingdom
        try await ResamplingBench(table: table, rounds: rounds).run()
        try await GraphBench(table: table, rounds: rounds).run()
        try await LatentClassBench().run()
        try await ScalingBench(table: table, rounds: rounds).run()
        let megabytes = Machine.peakMemory / 1e6
        print("most memory of this process, MB (at most 100): \(number(megabytes))")
        print("load average at the end: \(Machine.load)")
    }
}
