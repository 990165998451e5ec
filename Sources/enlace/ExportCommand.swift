import ArgumentParser
import Coalition
import Foundation
import Ledger

/// What can be done with a record as a whole.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Take the record along: write it as an archive.",
        discussion: """
            Example:
              enlace record export archive --data coalition
            """,
        subcommands: [ExportCommand.self]
    )
}

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the record as an archive that any checker can read.",
        discussion: """
            Checks the log first, and writes nothing when it does not hold. The log
            (checkpoint, and entries and hashes below tile) follows C2SP tlog-tiles: any
            web server can publish it as it is, and checkers that others wrote can read
            it. Beside it are the published checkpoints, and below boxes what is open to
            every member: who joined, and who signs for whom. Leave the boxes out when
            you publish. Whoever has the coalition's policy can check an archive with
            nothing else. Exporting again into the same folder adds what is new. Needs
            no password, and may run beside a server.

            Examples:
              enlace record export archive --data coalition
              enlace verify archive --policy policy.txt
            """
    )

    @Argument(help: "The folder to write to: empty, or with an earlier export.")
    var to: String

    @Option(help: "The data folder.")
    var data: String

    func run() async throws {
        try await explaining(folder: data) {
            let folder = Folder(url: URL(filePath: data))
            let export = RecordExport(
                store: try folder.readOnlyStore(),
                origin: try folder.verifier().name,
                policy: try folder.policy(),
                known: try folder.keptCheckpoint().map { [$0] } ?? []
            )
            do {
                let checkpoint = try export.write(to: to).checkpoint
                print(
                    Terminal.say(
                        "Exported to \(to). Entries: \(checkpoint.size)",
                        "Exportado a \(to). Asientos: \(checkpoint.size)"
                    )
                )
            } catch let error as TileExportError {
                throw Problem(error, data: data, to: to)
            } catch let error as RecordAltered {
                throw Problem(error, in: data)
            }
        }
    }
}

extension Problem {
    fileprivate init(_ error: TileExportError, data: String, to folder: String) {
        switch error {
        case .unsound(let report):
            let findings = report.findings.prefix(10).map { "  \($0)" }.joined(separator: "\n")
            self.init(
                "The record in \(data) does not hold together, or does not continue the export in "
                    + "\(folder). Nothing was exported:\n"
                    + "\(findings)\nRun: enlace verify --data \(data)",
                "El registro en \(data) no concuerda, o no continúa lo exportado en \(folder). "
                    + "No se exportó nada:\n"
                    + "\(findings)\nEjecute: enlace verify --data \(data)"
            )
        case .notAnExport:
            self.init(
                "The folder \(folder) holds something else. Choose an empty one, or one with an "
                    + "earlier export.",
                "La carpeta \(folder) contiene otra cosa. Elija una vacía, o una con una "
                    + "exportación anterior."
            )
        case .ofAnotherLog:
            self.init(
                "\(folder)/checkpoint is not signed by this record's key. Choose another folder.",
                "\(folder)/checkpoint no está firmado con la llave de este registro. Elija otra "
                    + "carpeta."
            )
        case .differs(let path):
            self.init(
                "\(folder)/\(path) was changed: the record says otherwise. Remove it and export "
                    + "again.",
                "\(folder)/\(path) fue cambiado: el registro dice otra cosa. Elimínelo y exporte "
                    + "de nuevo."
            )
        case .notWritable(let path):
            self.init(
                "\(folder)/\(path) cannot be written. Check who owns the folder.",
                "No se puede escribir \(folder)/\(path). Revise de quién es la carpeta."
            )
        case .changedMeanwhile:
            self.init(
                "The checkpoint in \(data) was changed during the export. Run: enlace verify "
                    + "--data \(data)",
                "El punto de control en \(data) cambió durante la exportación. Ejecute: enlace "
                    + "verify --data \(data)"
            )
        }
    }

    fileprivate init(_ altered: RecordAltered, in data: String) {
        let (english, spanish) =
            switch altered {
            case .entry(let position): ("Entry \(position)", "El asiento \(position)")
            case .tile(let path): ("The tile \(path)", "La tesela \(path)")
            }
        self.init(
            "\(english) in \(data) was changed during the export. Run: enlace verify "
                + "--data \(data)",
            "\(spanish) en \(data) cambió durante la exportación. Ejecute: enlace "
                + "verify --data \(data)"
        )
    }
}
