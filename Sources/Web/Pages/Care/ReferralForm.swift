import Casework
import Coalition

/// Sending a referral: what is asked, of whom, and what that agency will see.
extension Referrals {
    struct New: Encodable, Sendable {
        var dossier: DossierID
        var reference: String
        var ageBand: AgeBand
        var sex: Sex
        /// The code of what stands in the way, if anything does.
        var obstacle: String?
        var encounter: EncounterID?
        var consentUntil: Moment?
        var agencies: [Receiver]
    }

    /// An agency that may be asked.
    struct Receiver: Encodable, Sendable {
        var id: AgencyID
        var name: String
        var kind: AgencyKind
        /// What it receives the keys of, if it accepts: what the person allowed and was written.
        var sections: [Section]
    }

    static let new = Page(.sendReferral) { visit in
        let id = try visit.identifier("dossier", of: DossierRecord.self)
        return try await visit.read(.sendReferral) { desk, commons, now in
            guard let record = desk.dossiers[id] else { throw Refusal.notFound }
            var new = New(
                dossier: id,
                reference: id.reference,
                ageBand: record.ageBand,
                sex: record.sex,
                encounter: record.encounter,
                agencies: []
            )
            do throws(Refusal) {
                let consent = try desk.consentInForce(for: record.encounter, at: now)
                new.consentUntil = consent.until
                new.agencies = receivers(of: record, consent, desk, commons, now)
                if new.agencies.allSatisfy(\.sections.isEmpty) { throw .consentCoversNothing }
            } catch {
                new.obstacle = error.code
            }
            return new
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(
            words("referrals.new"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty,
            isWide: true
        ) {
            backLink(
                words("dossiers.one", ["reference": model.reference]),
                "/dossiers/\(model.dossier)"
            )
            h1 { words("referrals.new") }
            if let obstacle = model.obstacle {
                notice(.caution) {
                    p { words("refusal.\(obstacle)") }
                    if let encounter = model.encounter {
                        p {
                            a(.href("/encounters/\(encounter)/consent")) {
                                words("dossiers.goToConsent")
                            }
                        }
                    }
                }
            } else {
                div(.class("two")) {
                    newForm(model, screen)
                    div {
                        card(words("referrals.before")) { before(model, words) }
                        card(words("referrals.after")) { after(model, words) }
                    }
                }
            }
        }
    }

    private static func receivers(
        of record: DossierRecord,
        _ consent: Consent,
        _ desk: Desk,
        _ commons: Commons,
        _ now: Moment
    ) -> [Receiver] {
        commons.order.compactMap { commons.agencies[$0] }
            .filter { $0.id != desk.agency && $0.kind.receivesReferrals }
            .map { agency in
                Receiver(
                    id: agency.id,
                    name: agency.name,
                    kind: agency.kind,
                    sections: consent.sections(for: agency.id, at: now).filter { section in
                        !record.parts(of: section, heldBy: desk.agency).isEmpty
                    }.sorted()
                )
            }
    }

    private static func newForm(_ model: New, _ screen: Screen) -> HTML {
        let words = screen.words
        let form = screen.form(
            beginning: ["children": ["0"]],
            labels: words.labels([
                "to", "services", "urgency", "hours", "languages", "children", "needs",
            ])
        )
        return form.form(
            "/dossiers/\(model.dossier)/referral",
            submit: words("referrals.send")
        ) {
            form.radios(
                "to",
                model.agencies.filter { !$0.sections.isEmpty }.map { agency in
                    Option(
                        "\(agency.id)",
                        "\(agency.name) · \(words("agencyKind.\(agency.kind.rawValue)"))",
                        hint: words(
                            "referrals.receives",
                            ["sections": words.sections(agency.sections)]
                        )
                    )
                }
            )
            form.checkboxes("services", Option.all(Service.self, "service", words), required: true)
            form.radios(
                "urgency",
                Urgency.allCases.map { urgency in
                    Option(
                        urgency.rawValue,
                        words("urgency.\(urgency.rawValue)"),
                        hint: words("referrals.within", count: urgency.hours)
                    )
                }
            )
            form.text(
                "hours",
                hint: words("referrals.hoursHint"),
                kind: .number,
                max: 3,
                required: false
            )
            form.text("languages", hint: words("referrals.languagesHint"))
            form.text("children", kind: .number, max: 2)
            form.area("needs", hint: words("referrals.needsHint"), max: 2000)
        }
    }

    private static func before(_ model: New, _ words: Words) -> HTML {
        HTML {
            p { words("referrals.beforeText") }
            summaryList(
                [
                    SummaryRow(
                        words("referrals.column.person"),
                        words.person(model.sex, model.ageBand)
                    )
                ],
                words
            )
            p(.class("hint")) { words("referrals.beforeNoName") }
        }
    }

    private static func after(_ model: New, _ words: Words) -> HTML {
        HTML {
            p { words("referrals.afterText") }
            summaryList(
                model.agencies.map { agency in
                    SummaryRow(
                        agency.name,
                        agency.sections.isEmpty
                            ? words("referrals.afterNothing")
                            : words.sections(agency.sections)
                    )
                },
                words
            )
            if let until = model.consentUntil {
                p(.class("hint")) { words("referrals.afterUntil", ["day": words.day(until)]) }
            }
        }
    }

    static let send = Form(.sendReferral, on: new) { fields, visit in
        let to = fields.text("to").flatMap { AgencyID($0) }
        if to == nil, fields.has("to") { fields.reject("to", "error.choose") }
        let services = fields.choices("services", of: Service.self)
        let urgency = fields.choice("urgency", of: Urgency.self)
        let hours = fields.integer("hours", in: 1...720, required: false)
        let languages = fields.text("languages")
        let children = fields.integer("children", in: 0...30)
        let needs = fields.text("needs", max: 2000, lines: true)
        guard let to, let services, let urgency, let languages, let children, let needs else {
            return nil
        }
        return SendReferral(
            dossier: try visit.identifier("dossier"),
            to: to,
            services: services,
            urgency: urgency,
            hours: hours,
            languages: languages,
            children: children,
            needs: needs
        )
    } perform: { (command: SendReferral, visit) in
        var command = command
        command.dossier = try visit.identifier("dossier")
        return Made(id: try await visit.node.perform(command, by: visit.member))
    } next: { made, _ in
        "/referrals/\(made.id)"
    }
}
