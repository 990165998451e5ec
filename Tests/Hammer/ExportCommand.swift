import ArgumentParser
import Ledger

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Open the log again, publish it, and write it as files."
    )

    @Argument(help: "The folder of the log.")
    var folder: String

    @Argument(help: "The folder to write to.")
    var archive: String

    @Option(help: "The seed that the log was made with.")
    var seed: UInt64 = 1

    func run() throws {
        let hammered = try HammeredLog(folder: folder, seed: seed)
        try hammered.log.publish(hammered.log.latestCheckpoint.note)
        let export = try TileExport(
            store: hammered.log.store,
            origin: HammeredLog.origin,
            policy: WitnessPolicy(log: hammered.log.verifier)
        )
        print(try export.write(to: archive).checkpoint.size)
    }
}
