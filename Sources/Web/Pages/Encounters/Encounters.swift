import Casework
import Coalition

extension Site {
    func addEncounters(to routes: Routes) {
        add("encounters", Encounters.list, to: routes)
        add("encounters/new", Encounters.new, to: routes)
        add("encounters", Encounters.register, to: routes)
        add("encounters/:encounter", Encounters.one, to: routes)
    }
}

/// The register of encounters: who was met, where, and what followed.
enum Encounters {
    // MARK: The list

    struct List: Encodable, Sendable {
        var encounters: [Row]
    }

    struct Row: Encodable, Sendable {
        var id: EncounterID
        var reference: String
        var at: Moment
        var place: String
        var ageBand: AgeBand
        var sex: Sex
        var step: Step
    }

    /// How far an encounter has come.
    enum Step: String, Encodable, CaseIterable, Sendable {
        case met, screening, screened, consented, refused, opened

        var tone: Tone {
            switch self {
            case .met, .refused: .plain
            case .screening, .screened, .consented: .info
            case .opened: .good
            }
        }
    }

    static let list = Page(.seeEncounters) { visit in
        try await visit.read(.seeEncounters) { desk, _, _ in
            let records = desk.encounters.values.sorted {
                ($0.stamp?.position ?? 0) > ($1.stamp?.position ?? 0)
            }
            return List(encounters: records.prefix(100).compactMap { row($0, on: desk) })
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("encounters.title"), in: screen.frame, isWide: true) {
            h1 { words("encounters.title") }
            p { words("encounters.intro") }
            if screen.permitted.contains(.registerEncounter) {
                p(.class("buttons")) {
                    a(.class("button"), .href("/encounters/new")) { words("encounters.new") }
                }
            }
            if model.encounters.isEmpty {
                p(.class("muted")) { words("encounters.none") }
            } else {
                dataTable(
                    words("encounters.list"),
                    ["reference", "at", "place", "person", "step"].map {
                        Column(words("encounters.column.\($0)"))
                    },
                    rows: model.encounters.map { cells($0, words) }
                )
            }
        }
    }

    private static func cells(_ row: Row, _ words: Words) -> [HTML] {
        [
            a(.href("/encounters/\(row.id)")) { row.reference },
            HTML.moment(row.at, words),
            HTML(text: row.place),
            HTML(
                text:
                    "\(words("sex.\(row.sex.rawValue)")), \(words("ageBand.\(row.ageBand.rawValue)"))"
            ),
            statusTag(row.step.tone, words("encounters.step.\(row.step.rawValue)")),
        ]
    }

    private static func row(_ record: EncounterRecord, on desk: Desk) -> Row? {
        guard let encounter = record.encounter, let stamp = record.stamp else { return nil }
        return Row(
            id: encounter.id,
            reference: encounter.id.reference,
            at: stamp.at,
            place: encounter.place,
            ageBand: encounter.ageBand,
            sex: encounter.sex,
            step: step(record, on: desk)
        )
    }

    static func step(_ record: EncounterRecord, on desk: Desk) -> Step {
        if record.dossier != nil { return .opened }
        if let consent = record.consents.last.flatMap({ desk.consents[$0] })?.consent {
            return consent.isRefusal ? .refused : .consented
        }
        guard let screening = record.screenings.last.flatMap({ desk.screenings[$0] }) else {
            return .met
        }
        return screening.conclusion == nil ? .screening : .screened
    }

    // MARK: Registering one

    static let new = Page(.registerEncounter) { _ in
        Done()
    } view: { _, screen in
        let words = screen.words
        let form = screen.form(beginning: ["place": [words("encounters.defaultPlace")]])
        return Layout.page(
            words("encounters.new"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("encounters.title"), "/encounters")
            h1 { words("encounters.new") }
            notice(.info) { p { words("encounters.noName") } }
            form.form("/encounters", submit: words("encounters.save")) {
                form.text("place", hint: words("encounters.placeHint"))
                form.radios(
                    "direction",
                    Option.all(Direction.self, "direction", words),
                    isRow: true
                )
                form.select("travel", Option.all(Travel.self, "travel", words))
                form.select(
                    "nationality",
                    Option.all(Nationality.self, "country", words),
                    required: false
                )
                form.text(
                    "otherNationality",
                    hint: words("encounters.nationalityHint"),
                    max: 2,
                    isShort: true,
                    required: false
                )
                form.radios("ageBand", Option.all(AgeBand.self, "ageBand", words), isRow: true)
                form.radios("sex", Option.all(Sex.self, "sex", words), isRow: true)
                form.checkboxes("incidents", Option.all(Incident.self, "incident", words))
                form.area("account", hint: words("encounters.accountHint"), required: false)
            }
        }
    }

    static let register = Form(.registerEncounter, on: new) { fields, _ in
        let place = fields.text("place")
        let direction = fields.choice("direction", of: Direction.self)
        let travel = fields.choice("travel", of: Travel.self)
        let nationality = Nationality.read(&fields)
        let ageBand = fields.choice("ageBand", of: AgeBand.self)
        let sex = fields.choice("sex", of: Sex.self)
        let incidents = fields.choices("incidents", of: Incident.self, required: false)
        let account = fields.text("account", max: 4000, lines: true, required: false)
        guard let place, let direction, let travel, let ageBand, let sex, let incidents else {
            return nil
        }
        return RegisterEncounter(
            place: place,
            direction: direction,
            travel: travel,
            nationality: nationality,
            ageBand: ageBand,
            sex: sex,
            incidents: incidents,
            account: account ?? ""
        )
    } perform: { (command: RegisterEncounter, visit) in
        Made(id: try await visit.node.perform(command, by: visit.member))
    } next: { made, _ in
        "/encounters/\(made.id)"
    }

    // MARK: One encounter

    struct One: Encodable, Sendable {
        var encounter: Encounter
        var reference: String
        var at: Moment
        var screenings: [ScreeningLine]
        var consent: ConsentLine?
        var noticeSent: Bool
        var dossier: DossierID?
    }

    struct ScreeningLine: Encodable, Sendable {
        var id: ScreeningID
        var at: Moment
        var conclusion: ElementState?
    }

    struct ConsentLine: Encodable, Sendable {
        var at: Moment
        var isRefusal: Bool
        var until: Moment
    }

    static let one = Page(.seeEncounters) { visit in
        let id = try visit.identifier("encounter", of: Encounter.self)
        return try await visit.read(.seeEncounters) { desk, _, _ in
            guard let record = desk.encounters[id], let encounter = record.encounter,
                let stamp = record.stamp
            else { throw Refusal.notFound }
            let consent = record.consents.last.flatMap { desk.consents[$0] }
            return One(
                encounter: encounter,
                reference: id.reference,
                at: stamp.at,
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
                        isRefusal: $0.consent.isRefusal,
                        until: $0.consent.until
                    )
                },
                noticeSent: record.noticeSent,
                dossier: record.dossier
            )
        }
    } view: { model, screen in
        let words = screen.words
        let heading = words("encounters.one", ["reference": model.reference])
        return Layout.page(heading, in: screen.frame) {
            backLink(words("encounters.title"), "/encounters")
            h1 { heading }
            card(words("encounters.steps")) { taskList(tasks(model, screen)) }
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
                SummaryRow(words("field.incidents"), incidents.joined(separator: "; ")),
                SummaryRow(words("field.account"), met.account),
            ],
            words
        )
    }
}

/// What a command made, as the API tells it.
struct Made<Subject>: Encodable, Sendable {
    var id: Identifier<Subject>
}
