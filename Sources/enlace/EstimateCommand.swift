import ArgumentParser

/// How many people were never seen, from lists that overlap or from one list that saw people again.
struct EstimateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Estimate how many people were never met, with an honest range.",
        discussion: """
            From several lists: enlace estimate FILE.csv, the same as enlace estimate lists
            FILE.csv. From one list with times seen: enlace estimate repeated FILE.csv.

            Exits with 0 when there is a range, with 1 when the file cannot be read as a
            table, and with 2 when the estimate is refused.

            Examples:
              enlace estimate lists.csv
              enlace estimate lists.csv --same-population yes --no-referrals --json
              enlace estimate lists.csv --plots pictures --language es
              enlace estimate repeated encounters.csv
            """,
        subcommands: [EstimateListsCommand.self, EstimateRepeatedCommand.self],
        defaultSubcommand: EstimateListsCommand.self
    )

    /// What a refused estimate exits with.
    static let refused = ExitCode(2)
}
