import ArgumentParser

/// What can be checked: a record, a receipt for one entry of it, or evidence that a log forked.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check a record, a receipt, or evidence of a fork. Needs no password.",
        discussion: """
            Examples:
              enlace verify --data coalition
              enlace verify receipt enlace-12.tlog-proof --policy policy.txt
              enlace verify evidence fork-1f2e3d4c5b6a7988-120-130.txt --key log.vkey
            """,
        subcommands: [VerifyCommand.self, VerifyReceiptCommand.self, VerifyEvidence.self],
        defaultSubcommand: VerifyCommand.self
    )
}
