import Casework
import Coalition

/// What opened sections say.
extension Sections {
    struct Opened: Encodable, Sendable {
        var dossier: DossierID
        var reference: String
        /// The entry that this opening left in the record.
        var entry: UInt64
        var purpose: Purpose
        /// Until when they can be read again, in this session, without another entry.
        var until: Moment
        var sections: [Text]

        init(_ opened: OpenedSections, _ desk: Desk, _ commons: Commons) {
            dossier = opened.opening.dossier
            reference = dossier.reference
            entry = opened.entry
            purpose = opened.opening.purpose
            until = opened.until
            sections = opened.notes.sorted { $0.key < $1.key }.map { section, notes in
                Text(
                    section: section,
                    notes: notes.map { stamp, note in
                        Note(
                            at: stamp.at,
                            who: Who(stamp, desk, commons),
                            lines: note.lines,
                            text: note.text
                        )
                    }
                )
            }
        }
    }

    struct Text: Encodable, Sendable {
        var section: Section
        var notes: [Note]
    }

    struct Note: Encodable, Sendable {
        var at: Moment
        var who: Who
        var lines: [NoteField: String]
        var text: String
    }

    /// What was opened; with a `door`, the form to open it for something else as well.
    static func openedView(_ model: Opened, _ screen: Screen, again door: Door? = nil) -> HTML {
        let words = screen.words
        let heading = words.sections(model.sections.map(\.section))
        return Layout.page(heading, in: screen.frame) {
            backLink(
                words("dossiers.one", ["reference": model.reference]),
                "/dossiers/\(model.dossier)"
            )
            h1 { heading }
            notice(.info, isNews: true) {
                p {
                    "\(words("dossiers.openedEntry", ["entry": String(model.entry)])) "
                    a(.href("/record/entries/\(model.entry)")) { words("dossiers.openedSee") }
                }
                p { until(model, words) }
            }
            for text in model.sections {
                if model.sections.count > 1 {
                    h2 { words("section.\(text.section.rawValue)") }
                }
                for note in text.notes { noteView(note, words) }
            }
            p(.class("buttons")) {
                a(.class("button"), .href("/dossiers/\(model.dossier)")) {
                    words("dossiers.backToDossier")
                }
            }
            if let door {
                details {
                    summary { words("dossiers.openOtherwise") }
                    doorForm(door, screen)
                }
            }
        }
    }

    private static func until(_ model: Opened, _ words: Words) -> String {
        words(
            "dossiers.openedUntil",
            [
                "purpose": words("purpose.\(model.purpose.rawValue)"),
                "time": LocalTime(model.until).clock,
            ]
        )
    }

    private static func noteView(_ note: Note, _ words: Words) -> HTML {
        section(.class("card")) {
            p(.class("when")) {
                HTML.moment(note.at, words)
                " · \(note.who.text(words))"
            }
            let filled = NoteField.allCases.filter { note.lines[$0] != nil }
            if !filled.isEmpty {
                summaryList(
                    filled.map {
                        SummaryRow(words("care.field.\($0.rawValue)"), note.lines[$0] ?? "")
                    },
                    words
                )
            }
            for paragraph in note.text.split(separator: "\n") {
                p { String(paragraph) }
            }
        }
    }
}
