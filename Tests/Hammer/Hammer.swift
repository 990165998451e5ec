import ArgumentParser

/// Hard use of the ledger, for tests that look from outside.
@main
struct Hammer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger-hammer",
        abstract: "Hard use of the ledger: many writers at once, and spoilt input.",
        subcommands: [AppendCommand.self, ExportCommand.self, FuzzCommand.self]
    )
}
