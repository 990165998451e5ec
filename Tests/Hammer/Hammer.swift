import ArgumentParser

/// Writes to a log until it is stopped, for tests that kill it, starve it or make its disk fail.
///
/// What it prints was acknowledged: one line for each entry, with its position and its name, written
/// only after the store said that the entry is durable.
@main
struct Hammer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger-hammer",
        abstract: "Append to a log from many sides, and say what was acknowledged.",
        subcommands: [AppendCommand.self, ExportCommand.self]
    )
}
