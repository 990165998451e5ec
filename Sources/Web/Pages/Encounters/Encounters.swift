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
        /// How often the person was met, this time among them.
        var times: Int
        /// How many people in the agency may be the same person, undecided.
        var alike: Int
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
        var list = try await visit.read(.seeEncounters) { desk, _, _ in
            let records = desk.encounters.values.sorted {
                ($0.stamp?.position ?? 0) > ($1.stamp?.position ?? 0)
            }
            let persons = desk.persons
            return List(encounters: records.prefix(100).compactMap { row($0, on: desk, persons) })
        }
        let met = list.encounters.map { Appearance.encounter($0.id) }
        let alike = try await Dossiers.alike(to: met, visit, Sight(visit))
        for index in list.encounters.indices {
            list.encounters[index].alike = alike[.encounter(list.encounters[index].id)] ?? 0
        }
        return list
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("encounters.title"), in: screen.frame, isWide: true) {
            h1 { words("encounters.title") }
            p { words("encounters.intro") }
            SamePersonDesk.link(screen)
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
            div {
                words.person(row.sex, row.ageBand)
                if row.times > 1 {
                    p(.class("hint")) { words("samePerson.times", count: row.times) }
                }
                if row.alike > 0 {
                    p(.class("hint")) {
                        a(.href("/same-person/\(Appearance.encounter(row.id))")) {
                            words("samePerson.mark", count: row.alike)
                        }
                    }
                }
            },
            statusTag(row.step.tone, words("encounters.step.\(row.step.rawValue)")),
        ]
    }

    private static func row(
        _ record: EncounterRecord,
        on desk: Desk,
        _ persons: Persons
    ) -> Row? {
        guard let encounter = record.encounter, let stamp = record.stamp else { return nil }
        return Row(
            id: encounter.id,
            reference: encounter.id.reference,
            at: stamp.at,
            place: encounter.place,
            ageBand: encounter.ageBand,
            sex: encounter.sex,
            step: step(record, on: desk),
            times: persons.encounters(of: .encounter(encounter.id)).count,
            alike: 0
        )
    }

    /// How far the agency has come with each person: to a dossier if one was opened, and else as far as
    /// with the newest encounter.
    static func stepsByPerson(on desk: Desk) -> [Step] {
        let persons = desk.persons
        let met = Dictionary(
            grouping: desk.encounters.filter { $0.value.encounter != nil }
        ) { persons.person(of: .encounter($0.key)) }
        return met.values.compactMap { encounters in
            let newestFirst = encounters.map(\.value).sorted {
                ($0.stamp?.position ?? 0) > ($1.stamp?.position ?? 0)
            }
            let steps = newestFirst.map { step($0, on: desk) }
            return steps.contains(.opened) ? .opened : steps.first
        }
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
}

/// What a command made, as the API tells it.
struct Made<Subject>: Encodable, Sendable {
    var id: Identifier<Subject>
}
