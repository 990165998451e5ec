import Casework
import Coalition

/// One encounter: what is known of it, and what can be done next.
extension Encounters {
    struct One: Encodable, Sendable {
        var encounter: Encounter
        var reference: String
        var at: Moment
        /// The place of its entry in the log.
        var position: UInt64
        var screenings: [ScreeningLine]
        var consent: ConsentLine?
        var noticeSent: Bool
        var dossier: DossierID?
        /// How often the person was met, this time among them.
        var times: Int
        /// Whose it is, beyond this encounter.
        var person: PersonHere?
    }

    struct ScreeningLine: Encodable, Sendable {
        var id: ScreeningID
        var at: Moment
        var conclusion: ElementState?
    }

    struct ConsentLine: Encodable, Sendable {
        var at: Moment
        var position: UInt64
        var isRefusal: Bool
        var until: Moment
    }

    static let one = Page(.seeEncounters) { visit in
        let id = try visit.identifier("encounter", of: Encounter.self)
        var one = try await visit.read(.seeEncounters) { desk, _, _ in
            guard let record = desk.encounters[id], let encounter = record.encounter,
                let stamp = record.stamp
            else { throw Refusal.notFound }
            let consent = record.consents.last.flatMap { desk.consents[$0] }
            return One(
                encounter: encounter,
                reference: id.reference,
                at: stamp.at,
                position: stamp.position,
                screenings: record.screenings.compactMap { desk.screenings[$0] }.map {
                    ScreeningLine(
                        id: $0.id,
                        at: $0.stamp.at,
                        conclusion: $0.conclusion?.finding.palermo.conclusion
                    )
                },
                consent: consent.map {
                    ConsentLine(
                        at: $0.stamp.at,
                        position: $0.stamp.position,
                        isRefusal: $0.consent.isRefusal,
                        until: $0.consent.until
                    )
                },
                noticeSent: record.noticeSent,
                dossier: record.dossier,
                times: desk.persons.encounters(of: .encounter(id)).count
            )
        }
        one.person = try await PersonHere.read(.encounter(id), visit)
        return one
    } view: { model, screen in
        let words = screen.words
        let heading = words("encounters.one", ["reference": model.reference])
        return Layout.page(heading, in: screen.frame) {
            backLink(words("encounters.title"), "/encounters")
            h1 { heading }
            if model.times > 1 {
                p(.class("lede")) { words("samePerson.times", count: model.times) }
            }
            model.person?.notices(.encounter(model.encounter.id), words)
            card(words("encounters.steps")) { taskList(tasks(model, screen)) }
            model.person?.card(.encounter(model.encounter.id), screen)
            receiptsCard(receipts(model), words)
            card(words("encounters.facts")) { facts(model, words) }
        }
    }

    /// What can be done next, in the order in which it is mostly done.
    private static func tasks(_ model: One, _ screen: Screen) -> [TaskRow] {
        let words = screen.words
        let base = "/encounters/\(model.encounter.id)"
        var rows = model.screenings.map { line in
            TaskRow(
                words("encounters.task.screening"),
                line.conclusion == nil
                    ? "/screenings/\(line.id)" : "/screenings/\(line.id)/finding",
                hint: words.dayAndTime(line.at),
                tone: line.conclusion == nil ? .caution : .info,
                status: line.conclusion.map { words("elements.\($0.rawValue)") }
                    ?? words("encounters.task.begun")
            )
        }
        if screen.permitted.contains(.screen) {
            rows.append(
                TaskRow(
                    words("encounters.task.newScreening"),
                    "\(base)/screening",
                    tone: .plain,
                    status: words("encounters.task.canStart")
                )
            )
        }
        rows.append(
            TaskRow(
                words("encounters.task.consent"),
                "\(base)/consent",
                hint: model.consent.map { words.dayAndTime($0.at) },
                tone: model.consent == nil ? .plain : .good,
                status: consentStatus(model, words)
            )
        )
        rows.append(dossierTask(model, base, words))
        return rows
    }

    private static func consentStatus(_ model: One, _ words: Words) -> String {
        guard let consent = model.consent else { return words("encounters.task.canStart") }
        guard consent.isRefusal else { return words("encounters.task.consented") }
        return words(
            model.noticeSent ? "encounters.task.refusedWithNotice" : "encounters.task.refused"
        )
    }

    private static func dossierTask(_ model: One, _ base: String, _ words: Words) -> TaskRow {
        if let dossier = model.dossier {
            return TaskRow(
                words("encounters.task.dossier"),
                "/dossiers/\(dossier)",
                tone: .good,
                status: words("encounters.task.opened")
            )
        }
        let isAllowed = model.consent.map { !$0.isRefusal } ?? false
        return TaskRow(
            words("encounters.task.dossier"),
            isAllowed ? "\(base)/dossier" : nil,
            hint: isAllowed ? nil : words("encounters.task.needsConsent"),
            tone: .plain,
            status: words(isAllowed ? "encounters.task.canStart" : "encounters.task.notYet")
        )
    }

    private static func receipts(_ model: One) -> [(key: String, position: UInt64)] {
        var receipts = [(key: "receipts.encounter", position: model.position)]
        if let consent = model.consent {
            let key = consent.isRefusal ? "receipts.refusal" : "receipts.consent"
            receipts.insert((key, consent.position), at: 0)
        }
        return receipts
    }

    private static func facts(_ model: One, _ words: Words) -> HTML {
        let met = model.encounter
        let incidents = met.incidents.map { words("incident.\($0.rawValue)") }.sorted()
        return summaryList(
            [
                SummaryRow(words("field.at"), HTML.moment(model.at, words)),
                SummaryRow(words("field.place"), met.place),
                SummaryRow(words("field.direction"), words("direction.\(met.direction.rawValue)")),
                SummaryRow(words("field.travel"), words("travel.\(met.travel.rawValue)")),
                SummaryRow(
                    words("field.nationality"),
                    met.nationality.map { Nationality.name($0, words) } ?? ""
                ),
                SummaryRow(words("field.ageBand"), words("ageBand.\(met.ageBand.rawValue)")),
                SummaryRow(words("field.sex"), words("sex.\(met.sex.rawValue)")),
                SummaryRow(
                    words("field.discovery"),
                    met.discovery.map { words("discovery.\($0.rawValue)") } ?? ""
                ),
                SummaryRow(words("field.incidents"), incidents.joined(separator: "; ")),
                SummaryRow(words("field.account"), met.account),
            ],
            words
        )
    }
}
