import ArgumentParser

/// Measures the rooms next to what bounds them; see BENCHMARKS.md.
@main
struct EnlaceBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enlace-bench",
        abstract: "Measure the ledger, the vault, estimation and linkage next to what bounds them.",
        subcommands: [
            LedgerBench.self, VaultBench.self, EstimationBench.self, CoverageBench.self,
            LinkageBench.self, LinkageData.self, LinkagePrivateBench.self, OpenLog.self,
        ]
    )
}
