import Casework
import Coalition

/// Choosing what to ask.
extension Screenings {
    struct Choice: Encodable, Sendable {
        var encounter: EncounterID
        var isTreatedAsChild: Bool
        var sets: [Offer]
    }

    /// An indicator set that can be asked.
    struct Offer: Encodable, Sendable {
        var id: String
        var title: Wording
        var source: Wording
        var sourceMark: IndicatorSet.SourceMark
        var note: Wording
        var questions: Int
        var isAlwaysAsked: Bool
        /// Whether the person's age speaks for it.
        var isSuggested: Bool

        init(_ set: IndicatorSet) {
            id = set.id
            title = set.title
            source = set.source
            sourceMark = set.sourceMark
            note = set.note
            questions = set.indicators.count
            isAlwaysAsked = set.method == .elements
            isSuggested = set.appliesTo == .child
        }
    }

    static let choose = Page(.screen) { visit in
        let id = try visit.identifier("encounter", of: Encounter.self)
        return try await visit.read(.screen) { desk, _, _ in
            guard let met = desk.encounters[id]?.encounter else { throw Refusal.notFound }
            let library = IndicatorLibrary.standard
            return Choice(
                encounter: id,
                isTreatedAsChild: met.ageBand.isTreatedAsChild,
                sets: library.asked(library.sets.map(\.id))
                    .filter { $0.applies(to: met.ageBand) }
                    .map(Offer.init)
            )
        }
    } view: { model, screen in
        let words = screen.words
        let suggested = model.sets.filter(\.isSuggested).map(\.id)
        let form = screen.form(beginning: ["sets": suggested])
        return Layout.page(
            words("screening.choose"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backToEncounter(model.encounter, words)
            h1 { words("screening.choose") }
            p(.class("lede")) { words("screening.chooseIntro") }
            if model.isTreatedAsChild {
                notice(.info) { p { words("screening.childChosen") } }
            }
            for offer in model.sets where offer.isAlwaysAsked {
                card(words(offer.title)) {
                    p { statusTag(.good, words("screening.always")) }
                    about(offer, words)
                }
            }
            form.form(
                "/encounters/\(model.encounter)/screening",
                submit: words("screening.start")
            ) {
                fieldset(.class("field"), form.describedBy("sets", nil)) {
                    legend { words("field.sets") }
                    form.notes("sets", nil)
                    div(.class("choices")) {
                        for (index, offer) in model.sets.filter({ !$0.isAlwaysAsked }).enumerated()
                        {
                            choice(offer, isFirst: index == 0, form)
                        }
                    }
                }
            }
        }
    }

    private static func choice(_ offer: Offer, isFirst: Bool, _ form: FormView) -> HTML {
        let id = isFirst ? FormView.id("sets") : "\(FormView.id("sets"))-\(offer.id)"
        return div(.class("choice")) {
            input(
                .id(id),
                .name("sets"),
                .type("checkbox"),
                .value(offer.id),
                .flag("checked", form.fields.all("sets").contains(offer.id)),
                .aria("describedby", "\(id)-hint")
            )
            label(.for(id)) { strong { form.words(offer.title) } }
            div(.class("hint"), .id("\(id)-hint")) { about(offer, form.words) }
        }
    }

    private static func about(_ offer: Offer, _ words: Words) -> HTML {
        HTML {
            p { words(offer.note) }
            p(.class("tags")) {
                statusTag(.plain, words("screening.questions", count: offer.questions))
                statusTag(
                    offer.sourceMark == .primary ? .good : .caution,
                    words("sourceMark.\(offer.sourceMark.rawValue)")
                )
            }
            details {
                summary { words("screening.source") }
                p { words(offer.source) }
            }
        }
    }

    static let start = Form(.screen, on: choose) { fields, visit in
        StartScreening(
            encounter: try visit.identifier("encounter"),
            sets: fields.all("sets")
        )
    } perform: { (command: StartScreening, visit) in
        var command = command
        command.encounter = try visit.identifier("encounter")
        return Made(id: try await visit.node.perform(command, by: visit.member))
    } next: { made, _ in
        "/screenings/\(made.id)"
    }
}
