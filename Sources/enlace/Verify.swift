import ArgumentParser

/// What can be checked: a record, a receipt for one entry of it, or evidence that a log forked.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a record, a receipt, or evidence of a fork. Needs no password.",
        subcommands: [VerifyCommand.self, VerifyReceiptCommand.self, VerifyEvidence.self],
        defaultSubcommand: VerifyCommand.self
    )
}
