import ArgumentParser
import Coalition
import Foundation
import Ledger

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Check a coalition's record. Needs no password, and finds more with one.",
        discussion: """
            Checks every entry's encoding, signature, number and order, every
            checkpoint, the root, that each sealed box is the one its entry commits to,
            and that every key that signed was enrolled. Says which entry is wrong, and
            exits with 1. May run beside a server.

            With --sign-in it also reads what that member's agency can read, and checks
            that no access was given without a consent, no section opened without
            access, and no referral answered before it was sent. The password is read
            from the terminal, or from the first line of standard input.

            Examples:
              enlace verify --data coalition
              enlace verify --data coalition --key log.vkey --checkpoint kept-last-month.txt
              enlace verify --data coalition --sign-in ana
            """
    )

    @Option(help: "The data folder.")
    var data: String

    @Option(help: "A file with the log's public key, from a source you trust.")
    var key: String?

    @Option(help: "A file with a checkpoint that you kept; the log must continue it.")
    var checkpoint: String?

    @Option(
        name: .customLong("sign-in"),
        help: "A member's sign-in name, to check what their agency can read as well."
    )
    var signIn: String?

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
            let store = try folder.readOnlyStore()
            var verification = Verification.verify(
                store: store,
                verifier: verifier,
                known: known
            )
            if let sealed = try sealed(store, verifier.name) { verification.take(sealed) }
            print(json ? try verification.json() : verification.report())
            if !verification.isSound { throw ExitCode.failure }
        }
    }

    /// What the member's agency finds besides.
    private func sealed(_ store: SQLiteStore, _ origin: String) throws -> SealedVerification? {
        guard let signIn else { return nil }
        let password = try Secret.read(
            prompt: Terminal.say("Password for \(signIn): ", "Contraseña de \(signIn): ")
        )
        do {
            return try SealedVerification.verify(
                store: store,
                origin: origin,
                signIn: signIn,
                password: password
            )
        } catch is SignInRefused {
            throw Problem(
                "Wrong sign-in name or password. Without --sign-in, what needs none is checked.",
                "Nombre o contraseña incorrectos. Sin --sign-in se revisa lo que no los necesita."
            )
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
