import ArgumentParser

/// Which records are of one person: in clear, or without showing names.
struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Find which records are of one person, in one file or in two.",
        discussion: """
            In clear: enlace link A.csv finds duplicates in one file, enlace link A.csv B.csv
            links two; the same as enlace link files.

            Without showing names, between agencies, in three steps: the agencies agree on a key
            (enlace link key), each encodes its own file (enlace link encode), and somebody who
            has neither key nor names compares (enlace link compare).

            Exits with 0 only when everything that was asked for is written whole.

            Examples:
              enlace link register.csv
              enlace link register.csv shelter.csv --links links.csv
              enlace link encode register.csv --key run.key --agency "Migration" --out m.clk
              enlace link compare m.clk s.clk
            """,
        subcommands: [
            LinkFilesCommand.self, LinkKeyCommand.self, LinkReceiverCommand.self,
            LinkEncodeCommand.self, LinkCompareCommand.self,
        ],
        defaultSubcommand: LinkFilesCommand.self
    )
}
