import Casework
import Coalition
import HTTPTypes
import Hummingbird
import Vault

extension Site {
    /// Adds the opening of a section.
    ///
    /// The content comes as the answer itself and has no address of its own, so that nobody sees it
    /// twice without a second opening.
    func addOpening(to routes: Routes) {
        routes.add(.post, "dossiers/:dossier/sections/:section", .openSection) { visit in
            var fields = try await FormFields.read(visit.request, visit.session)
            let purpose = fields.choice("purpose", of: Purpose.self)
            let words = fields.text("words", max: 400, lines: true, required: false)
            do {
                if let purpose, fields.errors.isEmpty {
                    let opened = try await Sections.open(purpose, words ?? "", visit)
                    let screen = await screen(for: visit, FormFields())
                    return Sections.openedView(opened, screen).response(status: .ok)
                }
            } catch let refusal as Refusal where refusal != .notFound {
                fields.reject(refusal)
            } catch is VaultError {
                fields.reject(FieldError.wholeForm, "dossiers.damaged")
            }
            let door = try await Sections.door.model(visit)
            return Sections.door.view(door, await screen(for: visit, fields))
                .response(status: .unprocessableContent)
        } api: { visit in
            let command: OpenSection = try await JSON.read(visit.request)
            return try JSON.response(
                try await Sections.open(command.purpose, command.words, visit)
            )
        }
    }
}

extension Sections {
    // MARK: Before opening

    struct Door: Encodable, Sendable {
        var dossier: DossierID
        var reference: String
        var section: Section
        var isHeld: Bool
    }

    static let door = Page(.openSection) { visit in
        let id = try visit.identifier("dossier", of: DossierRecord.self)
        let section = try asked(in: visit)
        return try await visit.read(.openSection) { desk, _, _ in
            guard let record = desk.dossiers[id] else { throw Refusal.notFound }
            return Door(
                dossier: id,
                reference: id.reference,
                section: section,
                isHeld: !record.parts(of: section, heldBy: desk.agency).isEmpty
            )
        }
    } view: { model, screen in
        let words = screen.words
        let form = screen.form(labels: words.labels(["purpose", "words"]))
        let heading = words(
            "dossiers.openIn",
            ["section": words("section.\(model.section.rawValue)")]
        )
        return Layout.page(
            heading,
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(
                words("dossiers.one", ["reference": model.reference]),
                "/dossiers/\(model.dossier)"
            )
            h1 { heading }
            if model.isHeld {
                notice(.info) { p { words("dossiers.openHow") } }
                form.form(
                    "/dossiers/\(model.dossier)/sections/\(model.section.rawValue)",
                    submit: words("dossiers.openNow")
                ) {
                    form.radios("purpose", Option.all(Purpose.self, "purpose", words))
                    form.area(
                        "words",
                        hint: words("dossiers.openWordsHint"),
                        max: 400,
                        rows: 2,
                        required: false
                    )
                }
            } else {
                notice(.caution) {
                    p { words("refusal.sectionNotHeld") }
                    p { words("dossiers.closedWhy") }
                }
                p(.class("buttons")) {
                    a(.class("button"), .href("/dossiers/\(model.dossier)")) {
                        words("dossiers.backToDossier")
                    }
                }
            }
        }
    }

    // MARK: What it says

    struct Opened: Encodable, Sendable {
        var dossier: DossierID
        var reference: String
        var section: Section
        /// The entry that this opening left in the record.
        var entry: UInt64
        var notes: [Note]
    }

    struct Note: Encodable, Sendable {
        var at: Moment
        var who: Who
        var lines: [NoteField: String]
        var text: String
    }

    static func open(_ purpose: Purpose, _ words: String, _ visit: Visit) async throws -> Opened {
        let command = OpenSection(
            dossier: try visit.identifier("dossier"),
            section: try asked(in: visit),
            purpose: purpose,
            words: words
        )
        let opened = try await visit.node.open(command, by: visit.member)
        return try await visit.read(.openSection) { desk, commons, _ in
            Opened(
                dossier: command.dossier,
                reference: command.dossier.reference,
                section: opened.section,
                entry: opened.entry,
                notes: opened.notes.map { stamp, note in
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

    static func openedView(_ model: Opened, _ screen: Screen) -> HTML {
        let words = screen.words
        let heading = words("section.\(model.section.rawValue)")
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
                p { words("dossiers.openedOnce") }
            }
            for note in model.notes {
                noteView(note, words)
            }
            p(.class("buttons")) {
                a(.class("button"), .href("/dossiers/\(model.dossier)")) {
                    words("dossiers.backToDossier")
                }
            }
        }
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
