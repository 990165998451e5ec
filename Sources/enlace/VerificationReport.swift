import Coalition
import Foundation
import Ledger
import Web

/// What a verification found, for people and for programs.
extension Verification {
    func report() -> String {
        let say = Terminal.say
        var lines: [String] = []
        if isSound {
            lines.append(
                say("The record is whole and in order.", "El registro está completo y en orden.")
            )
        } else {
            lines.append(say("The record does NOT hold:", "El registro NO concuerda:"))
            lines += findings.map { "  \($0.line)" }
        }
        lines.append(say("  entries      \(entries)", "  asientos            \(entries)"))
        lines.append(say("  checkpoints  \(checkpoints)", "  puntos de control   \(checkpoints)"))
        lines.append(say("  sealed boxes \(boxes)", "  sobres sellados     \(boxes)"))
        if scope == .logOnly {
            lines.append(
                say(
                    "  There are no boxes here, so nobody can tell whether a key was enrolled.",
                    "  Aquí no hay sobres, así que no se sabe si una llave estaba inscrita."
                )
            )
        }
        if let sealed {
            lines.append(
                say(
                    "  under seal   \(sealed.happenings) facts that \(sealed.agency) can read",
                    "  bajo sello          \(sealed.happenings) hechos que \(sealed.agency) puede leer"
                )
            )
        }
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

    func json() throws -> String {
        struct Line: Encodable {
            var first: UInt64?
            var last: UInt64?
            var code: String
            var reason: String
        }
        struct Outcome: Encodable {
            var sound: Bool
            var scope: String
            var entries: UInt64
            var checkpoints: UInt64
            var boxes: Int
            var root: String?
            /// How many facts under seal were checked.
            var sealedFacts: Int?
            var findings: [Line]
        }
        let outcome = Outcome(
            sound: isSound,
            scope: scope.rawValue,
            entries: entries,
            checkpoints: checkpoints,
            boxes: boxes,
            root: latest?.root.base64,
            sealedFacts: sealed?.happenings,
            findings: findings.map {
                Line(
                    first: $0.positions?.lowerBound,
                    last: $0.positions?.last,
                    code: RecordFinding($0).code,
                    reason: $0.text
                )
            }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(outcome), as: UTF8.self)
    }
}
