import ArgumentParser
import Estimation
import Foundation

struct EstimateRepeatedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repeated",
        abstract: "A lower bound from one list that saw people again.",
        discussion: """
            The table has a column called times (how often a person was seen), and
            either a column called count or one row for each person; other columns are
            what is known of the people. One list can only say "at least".

            Exits with 0 when there is a lower bound, with 1 when the file cannot be read
            as a table, and with 2 when the estimate is refused.

            Example:
              enlace estimate repeated encounters.csv
            """
    )

    @OptionGroup var output: EstimateOutput

    @OptionGroup(title: "What the counts cannot show") var said: EstimateDeclarations

    func run() async throws {
        try await explaining(folder: output.file) {
            let bytes = try output.read()
            let table: RepeatedTable
            do throws(TableUnreadable) {
                table = try RepeatedReader.read(bytes)
            } catch {
                throw output.problem(error)
            }
            let name =
                output.file == "-"
                ? "-" : URL(filePath: output.file).deletingPathExtension().lastPathComponent
            let run = RepeatedRun(table, list: name, declarations: said.declarations)
            try output.give(run.report(), of: bytes)
        }
    }
}
