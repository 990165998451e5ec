import Casework
import Coalition
import Ledger

/// One entry: everything that is public of it, and the proof that it is in the log.
enum EntryPage {
    struct One: Encodable, Sendable {
        var line: EntryLine
        var id: EntryID?
        /// The actor's public key.
        var actor: ActorKey?
        var previous: Digest32?
        var cites: Digest32?
        var commitments: [Digest32]
        /// The entry's bytes in hexadecimal digits, over which everything can be computed anew.
        var bytes: String
        var receipt: Receipt?
        /// The time that whoever acted claims, if the reader may see it.
        var claimed: Moment?
    }

    static let page = Page(.seeRecord) { visit in
        let position = try visit.position()
        let found = await visit.node.entries(before: position + 1, count: 1).first
        guard let found, found.position == position else { throw Refusal.notFound }
        let bounds = await visit.node.bounds(of: [found])
        let times = ProvenTime.of(bounds, under: visit.node.policy)
        return One(
            line: EntryLine(found, await visit.node.commons, times[position]),
            id: found.entry?.id,
            actor: found.entry?.actor,
            previous: found.entry?.previous,
            cites: found.entry?.checkpoint,
            commitments: found.entry?.commitments ?? [],
            bytes: (found.bytes ?? []).map(\.hexadecimal).joined(),
            receipt: try? await visit.node.receipt(of: position),
            claimed: await visit.node.claimedTime(of: position, seenBy: visit.member)
        )
    } view: { model, screen in
        let words = screen.words
        let heading = words("record.entry", ["number": words.number(model.line.number)])
        return Layout.page(heading, in: screen.frame) {
            backLink(words("record.title"), "/record")
            h1 { heading }
            p(.class("lede")) { EntryWords.kind(model.line.kind, words) }
            summaryList(rows(model, words), words)
            if model.receipt != nil {
                card(words("record.proof")) {
                    p { words("record.proofIntro") }
                    p(.class("buttons")) {
                        a(.class("button"), .href("/receipts/\(model.line.number)")) {
                            words("record.showProof")
                        }
                    }
                }
            } else {
                notice(.alarm) { p { words("record.noProof") } }
            }
        }
    }

    private static func rows(_ model: One, _ words: Words) -> [SummaryRow] {
        let line = model.line
        let first = words("record.first")
        return [
            SummaryRow(
                words("record.actor"),
                EntryWords.actor(line.agency, line.roles, words)
            ),
            SummaryRow(words("record.proven"), EntryTime.interval(line.proven, words)),
            SummaryRow(
                words("record.claimed"),
                EntryTime.claimed(model.claimed, line.proven, words)
            ),
            SummaryRow(words("record.sequence"), line.sequence.map(words.number) ?? ""),
            SummaryRow(words("record.id"), digits(model.id)),
            SummaryRow(words("record.actorKey"), digits(model.actor)),
            SummaryRow(
                words("record.previous"),
                model.previous == .zero ? HTML(text: first) : digits(model.previous)
            ),
            SummaryRow(
                words("record.cites"),
                model.cites == .zero ? HTML(text: first) : digits(model.cites)
            ),
            SummaryRow(words("record.leafHash"), digits(line.leafHash)),
            SummaryRow(
                words("record.commitments"),
                // A new key for the log stands where other entries commit to boxes.
                boxes(line.kind == LogKeyRenewal.kind.name ? [] : model.commitments, words)
            ),
        ]
    }

    private static func digits(_ value: (some CustomStringConvertible)?) -> HTML {
        guard let value else { return HTML() }
        return code { value.description }
    }

    private static func boxes(_ commitments: [Digest32], _ words: Words) -> HTML {
        guard !commitments.isEmpty else { return HTML(text: words("record.noBoxes")) }
        return details {
            summary { words("record.boxes", count: commitments.count) }
            ol {
                for commitment in commitments {
                    li { digits(commitment) }
                }
            }
        }
    }
}
