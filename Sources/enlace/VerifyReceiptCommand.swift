import ArgumentParser

struct VerifyReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Check receipts. Needs no network and no node.",
        discussion: """
            Says of each file one of three things, and why: verified, not valid, or
            could not be checked here. Exits with 0 only if every one is verified, with 1
            if any is not valid, and with 2 if any could not be checked.

            The policy file says whose signatures count. It is served at /policy of
            every node; take it from an agency that you trust.

            Examples:
              enlace verify receipt enlace-12.tlog-proof
              enlace verify receipt --policy policy.txt receipts/*.tlog-proof
            """
    )

    @Argument(help: "The receipts.", completion: .file())
    var files: [String]

    @Option(help: "The file with the coalition's policy.", completion: .file())
    var policy = "policy.txt"

    @Flag(help: "Print the outcome as JSON.")
    var json = false

    func run() throws {
        let reports = ReceiptReport.check(files, policy: policy)
        print(try json ? ReceiptReport.json(reports) : ReceiptReport.text(reports))
        let code = ReceiptReport.exitCode(reports)
        if code != 0 { throw ExitCode(code) }
    }
}
