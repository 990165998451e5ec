import ArgumentParser
import Coalition
import Foundation
import Ledger

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
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

extension Verification {
    fileprivate func report() -> String {
        let say = Terminal.say
        var lines: [String] = []
        if isSound {
            lines.append(
                say("The record is whole and in order.", "El registro está completo y en orden.")
            )
        } else {
            lines.append(say("The record does NOT hold:", "El registro NO concuerda:"))
            lines += findings.map { "  \($0.place): \($0.reason.line)" }
        }
        lines.append(say("  entries      \(entries)", "  asientos            \(entries)"))
        lines.append(say("  checkpoints  \(checkpoints)", "  puntos de control   \(checkpoints)"))
        lines.append(say("  sealed boxes \(boxes)", "  sobres sellados     \(boxes)"))
        if let latest {
            lines.append(
                say(
                    "  root         \(latest.root.base64)",
                    "  raíz                \(latest.root.base64)"
                )
            )
        }
        return lines.joined(separator: "\n")
    }

    fileprivate func json() throws -> String {
        struct Line: Encodable {
            var first: UInt64?
            var last: UInt64?
            var reason: String
        }
        struct Outcome: Encodable {
            var sound: Bool
            var entries: UInt64
            var checkpoints: UInt64
            var boxes: Int
            var root: String?
            var findings: [Line]
        }
        let outcome = Outcome(
            sound: isSound,
            entries: entries,
            checkpoints: checkpoints,
            boxes: boxes,
            root: latest?.root.base64,
            findings: findings.map {
                Line(
                    first: $0.positions?.lowerBound,
                    last: $0.positions.map { $0.upperBound - 1 },
                    reason: $0.reason.line
                )
            }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(outcome), as: UTF8.self)
    }
}

extension Verification.Finding {
    /// The entries concerned, in words.
    fileprivate var place: String {
        guard let positions else { return Terminal.say("log", "registro") }
        let last = positions.upperBound - 1
        return positions.lowerBound == last
            ? Terminal.say("entry \(last)", "asiento \(last)")
            : Terminal.say(
                "entries \(positions.lowerBound) to \(last)",
                "asientos \(positions.lowerBound) a \(last)"
            )
    }
}

extension Verification.Reason {
    /// The reason in one line.
    fileprivate var line: String {
        let say = Terminal.say
        return switch self {
        case .log(let reason): reason.description
        case .boxMissing(let ordinal):
            say(
                "its box \(ordinal) is missing from the vault",
                "falta su sobre \(ordinal) en la bóveda"
            )
        case .boxChanged(let ordinal):
            say(
                "its box \(ordinal) in the vault was changed",
                "su sobre \(ordinal) en la bóveda fue cambiado"
            )
        case .boxWithoutEntry:
            say(
                "a box stands in the vault that no entry commits to",
                "hay en la bóveda un sobre que ningún asiento respalda"
            )
        case .keyNotEnrolled:
            say("signed by a key that was never enrolled", "firmado con una llave nunca inscrita")
        case .notEntitled:
            say(
                "enters a member or agency without being entitled to",
                "inscribe a un integrante o una institución sin tener facultad"
            )
        case .withoutPossession:
            say(
                "enrols a key without proof that it is the member's own",
                "inscribe una llave sin prueba de que es de quien dice"
            )
        }
    }
}
