import Casework
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
        for review in reviews {
            let list = review.entries.map(String.init).joined(separator: ", ")
            lines.append(
                say(
                    "To review, signed by a key retired with entry \(review.retirement) and not "
                        + "proven to be older than \(review.since.iso): \(list)",
                    "Por repasar, firmados por una llave retirada en el asiento "
                        + "\(review.retirement) y sin prueba de ser anteriores a "
                        + "\(review.since.iso): \(list)"
                )
            )
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
        struct Review: Encodable {
            var retirement: UInt64
            var since: String
            var entries: [UInt64]
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
            var reviews: [Review]
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
            },
            reviews: reviews.map {
                Review(retirement: $0.retirement, since: $0.since.iso, entries: $0.entries)
            }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(outcome), as: UTF8.self)
    }
}
