import Casework
import Coalition

/// Registering an encounter.
extension Encounters {
    static let new = Page(.registerEncounter) { _ in
        Done()
    } view: { _, screen in
        let words = screen.words
        let form = screen.form(
            beginning: ["place": [words("encounters.defaultPlace")]],
            labels: words.labels(RegisterEncounter.recognisedBy.map(\.rawValue))
        )
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
                form.radios(
                    "discovery",
                    Option.all(Discovery.self, "discovery", words),
                    hint: words("encounters.discoveryHint")
                )
                form.checkboxes("incidents", Option.all(Incident.self, "incident", words))
                form.area("account", hint: words("encounters.accountHint"), required: false)
                recognition(form, words)
            }
        }
    }

    /// Who she is, if she says so: made into a card at once, and kept nowhere as it is written.
    private static func recognition(_ form: FormView, _ words: Words) -> HTML {
        card(words("samePerson.recognise")) {
            p { words("samePerson.recogniseWhat") }
            p { words("samePerson.recogniseWhy") }
            for line in RegisterEncounter.recognisedBy {
                form.text(
                    line.rawValue,
                    hint: line == .birthDate ? words("care.hint.birthDate") : nil,
                    required: false
                )
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
        let discovery = fields.choice("discovery", of: Discovery.self)
        let incidents = fields.choices("incidents", of: Incident.self, required: false)
        let account = fields.text("account", max: 4000, lines: true, required: false)
        let recognition = RegisterEncounter.recognisedBy.reduce(into: [NoteField: String]()) {
            $0[$1] = fields.text($1.rawValue, required: false)
        }
        guard let place, let direction, let travel, let ageBand, let sex, let discovery,
            let incidents
        else { return nil }
        return RegisterEncounter(
            place: place,
            direction: direction,
            travel: travel,
            nationality: nationality,
            ageBand: ageBand,
            sex: sex,
            discovery: discovery,
            incidents: incidents,
            account: account ?? "",
            recognition: recognition
        )
    } perform: { (command: RegisterEncounter, visit) in
        let id = try await visit.node.perform(command, by: visit.member)
        let person = Appearance.encounter(id)
        return Registered(id: id, alike: try await AlikeLine.all(for: person, visit, Sight(visit)))
    } next: { made, _ in
        "/encounters/\(made.id)"
    }

    /// An encounter that was registered, and who in the agency may be the same person.
    struct Registered: Encodable, Sendable {
        var id: EncounterID
        var alike: [AlikeLine]
    }
}
