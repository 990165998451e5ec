import Casework
import Coalition

/// Lists that an agency's analyst draws from its register.
enum CaptureLists {
    struct One: Encodable, Sendable {
        var list: CaptureList
        var drawn: Moment
        /// What the same definition holds now.
        var today: CaptureCount
    }

    static let new = Page(.drawList) { _ in
        Done()
    } view: { _, screen in
        let words = screen.words
        let form = screen.form(labels: [
            "place": words("estimates.listPlace"), "definition": words("estimates.listMeaning"),
        ])
        return Layout.page(
            words("estimates.newList"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("estimates.desk"), "/estimation")
            h1 { words("estimates.newList") }
            p { words("estimates.newListIntro") }
            form.form("/estimation/lists", submit: words("estimates.draw")) {
                form.text("listName", hint: words("estimates.listNameHint"), max: 100)
                form.window(words)
                form.text("place", hint: words("estimates.listPlaceHint"), required: false)
                form.checkboxes(
                    "findings",
                    Option.all(ElementState.self, "elements", words),
                    hint: words("estimates.findingsHint")
                )
                form.area(
                    "definition",
                    hint: words("estimates.listMeaningHint"),
                    max: 2000,
                    rows: 3
                )
            }
        }
    }

    static let draw = Form(.drawList, on: new) { fields, _ in
        let name = fields.text("listName", max: 100)
        let window = fields.window()
        let place = fields.text("place", required: false)
        let findings = fields.choices("findings", of: ElementState.self, required: false)
        let meaning = fields.text("definition", max: 2000, lines: true)
        guard let name, let window, let findings, let meaning else { return nil }
        return DrawList(
            definition: ListDefinition(
                name: name,
                window: window,
                place: place ?? "",
                findings: findings,
                meaning: meaning
            )
        )
    } perform: { (command: DrawList, visit) in
        Made(id: try await visit.node.perform(command, by: visit.member))
    } next: { made, _ in
        "/estimation/lists/\(made.id)"
    }

    static let one = Page(.seeEstimates) { visit in
        let id = try visit.identifier("list", of: CaptureList.self)
        return try await visit.read(.seeEstimates) { desk, _, _ in
            guard let record = desk.lists[id] else { throw Refusal.notFound }
            return One(
                list: record.list,
                drawn: record.stamp.at,
                today: desk.count(record.list.definition)
            )
        }
    } view: { model, screen in
        let words = screen.words
        let definition = model.list.definition
        return Layout.page(definition.name, in: screen.frame) {
            backLink(words("estimates.desk"), "/estimation")
            h1 { definition.name }
            p(.class("lede")) { words("estimates.listHolds", count: model.list.count.people) }
            leftOut(model.list.count, words)
            if model.list.count.repeats > 0 {
                p { words("estimates.repeats", count: model.list.count.repeats) }
            }
            notice(.info) { p { words("estimates.unlinked") } }
            if model.today != model.list.count {
                notice(.plain) {
                    p { words("estimates.today", count: model.today.people) }
                }
            }
            card(words("estimates.howMade")) {
                summaryList(
                    [
                        SummaryRow(words("estimates.window"), words.days(definition.window)),
                        SummaryRow(
                            words("field.place"),
                            definition.place.isEmpty
                                ? words("estimates.everywhere") : definition.place
                        ),
                        SummaryRow(words("field.findings"), findings(definition, words)),
                        SummaryRow(words("estimates.listMeaning"), definition.meaning),
                        SummaryRow(words("estimates.drawn"), HTML.moment(model.drawn, words)),
                    ],
                    words
                )
            }
        }
    }

    /// Who fits the definition and is no capture, by the reason.
    private static func leftOut(_ count: CaptureCount, _ words: Words) -> HTML {
        let lines = [
            ("estimates.sent", count.sentByAgencies), ("estimates.brought", count.broughtByOthers),
            ("estimates.unknownOrigin", count.ofUnknownOrigin),
        ]
        return card(words("estimates.leftOutTitle")) {
            p { words("estimates.leftOutWhy") }
            div(.class("narrow")) {
                dataTable(
                    words("estimates.leftOut"),
                    [
                        Column(words("estimates.because")),
                        Column(words("estimates.people"), isNumber: true),
                    ],
                    rows: lines.map { key, people in
                        [HTML(text: words(key)), HTML(text: words.number(people))]
                    }
                )
            }
        }
    }

    private static func findings(_ definition: ListDefinition, _ words: Words) -> String {
        guard !definition.findings.isEmpty else { return words("estimates.everyEncounter") }
        return ElementState.allCases.filter(definition.findings.contains)
            .map { words("elements.\($0.rawValue)") }.joined(separator: "; ")
    }
}
