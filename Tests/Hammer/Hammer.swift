import ArgumentParser

/// Hard use of the ledger and of comparisons, for tests that look from outside.
@main
struct Hammer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger-hammer",
        abstract: "Hard use: many writers of a log at once, spoilt input, texts by the million.",
        subcommands: [
            AppendCommand.self, CompareCommand.self, ExportCommand.self, FuzzCommand.self,
        ]
    )
}
