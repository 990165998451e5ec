import ArgumentParser
import Foundation
import Ledger

/// Checks a file in which a witness says that a log signed two histories.
struct VerifyEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Check evidence that a log signed two histories.",
        discussion: """
            Needs the file and the log's public key, and nothing else. Exits with 0 only
            if the evidence holds: then whoever runs that log showed different records to
            different people, or took back what was recorded.

            Example:
              enlace verify evidence fork-1f2e3d4c5b6a7988-120-130.txt --key log.vkey
            """
    )

    @Argument(help: "The file with the evidence.")
    var file: String

    @Option(help: "A file with the log's public keys, or its policy, from a source you trust.")
    var key: String

    func run() async throws {
        try await explaining(folder: file) {
            let keys = try LogKeys.read(key)
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw Problem(
                    "\(file) cannot be read. Check the path.",
                    "No se puede leer \(file). Revise la ruta."
                )
            }
            do throws(EvidenceRefused) {
                let fact = try ForkEvidence(parsing: text).verify(keys: keys)
                print(Self.verdict(fact.earlier, fact.later))
            } catch {
                throw Problem(error, file: file)
            }
        }
    }

    private static func verdict(_ earlier: Checkpoint, _ later: Checkpoint) -> String {
        Terminal.say(
            """
            The evidence holds. The key of \(earlier.origin) signed two histories:
              one in which the first \(earlier.size) entries have the root \(earlier.root.base64)
              one with \(later.size) entries and the root \(later.root.base64), which begins otherwise
            """,
            """
            La prueba es válida. La llave de \(earlier.origin) firmó dos historias:
              una en que los primeros \(earlier.size) asientos tienen la raíz \(earlier.root.base64)
              una de \(later.size) asientos con la raíz \(later.root.base64), que empieza de otro modo
            """
        )
    }
}

extension Problem {
    fileprivate init(_ error: EvidenceRefused, file: String) {
        switch error {
        case .malformed:
            self.init(
                "\(file) is not evidence of a fork, or was changed.",
                "\(file) no es prueba de una bifurcación, o fue alterado."
            )
        case .differentLogs:
            self.init(
                "The two checkpoints in \(file) are of different logs, so they prove nothing.",
                "Los dos puntos de control en \(file) son de registros distintos: no prueban nada."
            )
        case .notSigned:
            self.init(
                "A checkpoint in \(file) is not signed by the key you gave, so it proves nothing.",
                "Un punto de control en \(file) no está firmado con la llave que usted dio: no "
                    + "prueba nada."
            )
        case .noContradiction:
            self.init(
                "The two checkpoints in \(file) can both be true: they prove nothing.",
                "Los dos puntos de control en \(file) pueden ser ciertos a la vez: no prueban nada."
            )
        }
    }
}
