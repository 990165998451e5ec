import ArgumentParser
import Coalition
import Foundation
import Ledger

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Check a coalition's record. Needs no password.",
        discussion: """
            Checks every entry's encoding, signature, number and order, every
            checkpoint, the root, that each sealed box is the one its entry commits to,
            and that every key that signed was enrolled. Says which entry is wrong, and
            exits with 1. May run beside a server.

            Examples:
              enlace verify --data coalition
              enlace verify --data coalition --key log.vkey --checkpoint kept-last-month.txt
            """
    )

    @Option(help: "The data folder.")
    var data: String

    @Option(help: "A file with the log's public key, from a source you trust.")
    var key: String?

    @Option(help: "A file with a checkpoint that you kept; the log must continue it.")
    var checkpoint: String?

    @Flag(help: "Print the outcome as JSON.")
    var json = false

    func run() async throws {
        try await explaining(folder: data) {
            let folder = Folder(url: URL(filePath: data))
            let verifier = try key.map(Self.verifier(in:)) ?? folder.verifier()
            var known = try checkpoint.map { [try Self.checkpoint(in: $0, verifier)] } ?? []
            if let kept = try folder.keptCheckpoint(), kept.origin == verifier.name {
                known.append(kept)
            }
            let verification = Verification.verify(
                store: try folder.readOnlyStore(),
                verifier: verifier,
                known: known
            )
            print(json ? try verification.json() : verification.report())
            if !verification.isSound { throw ExitCode.failure }
        }
    }

    private static func verifier(in file: String) throws -> NoteVerifier {
        let text = try? String(contentsOfFile: file, encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard let verifier = try? text.map({ try NoteVerifier(parsing: $0) }) else {
            throw Problem(
                "\(file) does not hold a public key of the form name+hash+key.",
                "\(file) no tiene una llave pública de la forma nombre+suma+llave."
            )
        }
        return verifier
    }

    private static func checkpoint(in file: String, _ verifier: NoteVerifier) throws -> Checkpoint {
        guard let note = try? String(contentsOfFile: file, encoding: .utf8),
            let signed = try? SignedCheckpoint(
                verifying: note,
                origin: verifier.name,
                verifier: verifier
            )
        else {
            throw Problem(
                "\(file) does not hold a checkpoint signed by this log's key.",
                "\(file) no tiene un punto de control firmado con la llave de este registro."
            )
        }
        return signed.checkpoint
    }
}
