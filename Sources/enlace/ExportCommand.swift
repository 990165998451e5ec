import ArgumentParser
import Coalition
import Foundation
import Ledger

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the record as files that any checker can read.",
        discussion: """
            Checks the log first, and writes nothing when it does not hold. The files
            (checkpoint, and entries and hashes below tile) follow C2SP tlog-tiles: any
            web server can publish them as they are, and checkers that others wrote can
            read them. Exporting again into the same folder adds what is new. Needs no
            password, and may run beside a server. SECURITY.md says what entries show.

            Example:
              enlace export --data coalition --to public-log
            """
    )

    @Option(help: "The data folder.")
    var data: String

    @Option(help: "The folder to write to: empty, or with an earlier export.")
    var to: String

    func run() async throws {
        try await explaining(folder: data) {
            let folder = Folder(url: URL(filePath: data))
            let verifier = try folder.verifier()
            let export = TileExport(
                store: try folder.readOnlyStore(),
                origin: verifier.name,
                verifier: verifier,
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
