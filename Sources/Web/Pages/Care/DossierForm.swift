import Casework
import Coalition

/// Opening a dossier: a form with a part for each section.
extension Dossiers {
    struct New: Encodable, Sendable {
        var encounter: EncounterID
        var reference: String
        /// The code of what stands in the way, if anything does.
        var obstacle: String?
        /// The dossier, if there is one already.
        var dossier: DossierID?
        var consentUntil: Moment?
        var sections: [Readers]
    }

    struct Readers: Encodable, Sendable {
        var section: Section
        /// The other agencies that the person allowed to open it.
        var agencies: [String]
    }

    static let new = Page(.openDossier) { visit in
        let id = try visit.identifier("encounter", of: Encounter.self)
        return try await visit.read(.openDossier) { desk, commons, now in
            guard let record = desk.encounters[id], record.encounter != nil else {
                throw Refusal.notFound
            }
            var new = New(
                encounter: id,
                reference: id.reference,
                dossier: record.dossier,
                sections: []
            )
            guard record.dossier == nil else {
                new.obstacle = Refusal.dossierAlreadyOpen.code
                return new
            }
            do throws(Refusal) {
                let consent = try desk.consentInForce(for: id, at: now)
                new.consentUntil = consent.until
                new.sections = Section.allCases.map { section in
                    Readers(
                        section: section,
                        agencies: commons.order.filter { agency in
                            agency != desk.agency
                                && consent.sections(for: agency, at: now).contains(section)
                        }.compactMap { commons.agencies[$0]?.name }
                    )
                }
            } catch {
                new.obstacle = error.code
            }
            return new
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(
            words("dossiers.new"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(
                words("encounters.one", ["reference": model.reference]),
                "/encounters/\(model.encounter)"
            )
            h1 { words("dossiers.new") }
            if let obstacle = model.obstacle {
                obstacleNotice(obstacle, model, words)
            } else {
                newForm(model, screen)
            }
        }
    }

    static let open = Form(.openDossier, on: new) { fields, visit in
        let notes = Section.allCases.map { Sections.note($0, from: &fields) }
        return OpenDossier(
            encounter: try visit.identifier("encounter"),
            notes: notes.filter { !$0.isEmpty }
        )
    } perform: { (command: OpenDossier, visit) in
        var command = command
        command.encounter = try visit.identifier("encounter")
        let id = try await visit.node.perform(command, by: visit.member)
        return Opened(
            id: id,
            alike: try await AlikeLine.all(for: .dossier(id), visit, Sight(visit))
        )
    } next: { opened, _ in
        Questions.next(.dossier(opened.id), "/dossiers/\(opened.id)", opened.alike)
    }

    /// A dossier that was opened, and who in the agency may be the same person.
    struct Opened: Encodable, Sendable {
        var id: DossierID
        var alike: [AlikeLine]
    }

    private static func newForm(_ model: New, _ screen: Screen) -> HTML {
        let words = screen.words
        let form = screen.form(labels: Sections.labels(words))
        return HTML {
            notice(.info) {
                p { words("dossiers.newHow") }
                if let until = model.consentUntil {
                    p { words("dossiers.newUntil", ["day": words.day(until)]) }
                }
            }
            form.form(
                "/encounters/\(model.encounter)/dossier",
                submit: words("dossiers.save")
            ) {
                for part in model.sections {
                    card(words("section.\(part.section.rawValue)")) {
                        p(.class("hint")) { readers(part, words) }
                        Sections.fields(of: part.section, in: form)
                    }
                }
            }
        }
    }

    private static func readers(_ part: Readers, _ words: Words) -> String {
        part.agencies.isEmpty
            ? words("dossiers.readersNone")
            : words("dossiers.readers", ["agencies": part.agencies.joined(separator: ", ")])
    }

    private static func obstacleNotice(_ code: String, _ model: New, _ words: Words) -> HTML {
        notice(.caution) {
            p { words("refusal.\(code)") }
            p {
                if let dossier = model.dossier {
                    a(.href("/dossiers/\(dossier)")) { words("dossiers.goThere") }
                } else {
                    a(.href("/encounters/\(model.encounter)/consent")) {
                        words("dossiers.goToConsent")
                    }
                }
            }
        }
    }
}
