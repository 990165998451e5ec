import Casework
import Coalition
import HTTPTypes
import Hummingbird
import Vault

extension Site {
    /// Adds the opening of sections.
    ///
    /// What an opened section says stands at the section's own address while the sitting lasts, and
    /// before and after it the form that opens it.
    func addOpening(to routes: Routes) {
        add("dossiers/:dossier/sections/:section", Sections.door, to: routes)
        routes.add(.post, "dossiers/:dossier/sections/:section", .openSection) { visit in
            var fields = try await FormFields.read(visit.request, visit.session)
            do {
                if let asked = Sections.asked(&fields), fields.errors.isEmpty {
                    let opened = try await Sections.open(asked, visit)
                    let screen = await screen(for: visit, FormFields())
                    return Sections.openedView(opened, screen).response(status: .ok)
                }
            } catch let refusal as Refusal where refusal != .notFound {
                fields.reject(refusal)
            } catch is VaultError {
                fields.reject(FieldError.wholeForm, "dossiers.damaged")
            }
            var door = try await Sections.door.model(visit)
            door.opened = nil
            return Sections.door.view(door, await screen(for: visit, fields))
                .response(status: .unprocessableContent)
        } api: { visit in
            let asked: Sections.Asked = try await JSON.read(visit.request)
            return try JSON.response(try await Sections.open(asked, visit))
        }
    }
}

extension Sections {
    /// What is asked for besides the section in the path.
    struct Asked: Decodable, Sendable {
        var purpose: Purpose
        var words: String
        /// Other sections to open with the same entry.
        var also: Set<Section>?
    }

    static func asked(_ fields: inout FormFields) -> Asked? {
        let also = fields.choices("also", of: Section.self, required: false)
        let words = fields.text("words", max: 400, lines: true, required: false)
        guard let purpose = fields.choice("purpose", of: Purpose.self) else { return nil }
        return Asked(purpose: purpose, words: words ?? "", also: also)
    }

    static func open(_ asked: Asked, _ visit: Visit) async throws -> Opened {
        let section = try self.asked(in: visit)
        let command = OpenSections(
            dossier: try visit.identifier("dossier"),
            sections: (asked.also ?? []).union([section]),
            purpose: asked.purpose,
            words: asked.words
        )
        let opened = try await visit.node.open(command, by: visit.member)
        return try await visit.read(.openSection) { desk, commons, _ in
            Opened(opened, desk, commons)
        }
    }

    // MARK: Before opening

    struct Door: Encodable, Sendable {
        var dossier: DossierID
        var reference: String
        var section: Section
        var isHeld: Bool
        /// Other sections that could be opened with the same entry.
        var others: [Section]
        /// What it says, if it is open in this sitting.
        var opened: Opened?
    }

    static let door = Page(.openSection) { visit in
        let id = try visit.identifier("dossier", of: DossierRecord.self)
        let section = try asked(in: visit)
        // What cannot be read any more is for the form to say, when it is opened.
        let again = try? await visit.node.readAgain(section, of: id, by: visit.member)
        return try await visit.read(.openSection) { desk, commons, _ in
            guard let record = desk.dossiers[id] else { throw Refusal.notFound }
            func isHeld(_ section: Section) -> Bool {
                !record.parts(of: section, heldBy: desk.agency).isEmpty
            }
            return Door(
                dossier: id,
                reference: id.reference,
                section: section,
                isHeld: isHeld(section),
                others: Section.allCases.filter { $0 != section && isHeld($0) },
                opened: again.map { Opened($0, desk, commons) }
            )
        }
    } view: { model, screen in
        if let opened = model.opened { return openedView(opened, screen, again: model) }
        let words = screen.words
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
                doorForm(model, screen)
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

    static func doorForm(_ model: Door, _ screen: Screen) -> HTML {
        let words = screen.words
        let form = screen.form(labels: words.labels(["purpose", "words", "also"]))
        return form.form(
            "/dossiers/\(model.dossier)/sections/\(model.section.rawValue)",
            submit: words("dossiers.openNow")
        ) {
            form.radios("purpose", Option.all(Purpose.self, "purpose", words))
            if !model.others.isEmpty {
                form.checkboxes(
                    "also",
                    model.others.map {
                        Option($0.rawValue, words("section.\($0.rawValue)"))
                    },
                    hint: words("dossiers.alsoHint")
                )
            }
            form.area(
                "words",
                hint: words("dossiers.openWordsHint"),
                max: 400,
                rows: 2,
                required: false
            )
        }
    }
}
