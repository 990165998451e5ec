import Casework

/// The page that is read together with the person.
enum ConsentPage {
    /// How long a consent holds unless the person wants something else.
    static let usualDays = 90

    static func show(_ model: Consents.Ask, _ screen: Screen) -> HTML {
        let words = screen.words
        return Layout.page(
            words("consent.title"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            Screenings.backToEncounter(model.encounter, words)
            h1 { words("consent.title") }
            form(model, screen)
            if !model.earlier.isEmpty {
                h2 { words("consent.earlier") }
                p { words("consent.earlierIntro") }
                for earlier in model.earlier {
                    ConsentHistory.show(earlier, screen)
                }
            }
        }
    }

    /// What the person must know before they answer, in words to be read aloud.
    private static func toRead(_ model: Consents.Ask, _ words: Words) -> HTML {
        notice(.info) {
            h2 { words("consent.read") }
            ul {
                li { words("consent.read.asked", ["agency": model.agency]) }
                li { words("consent.read.no") }
                li { words("consent.read.who") }
                li { words("consent.read.change") }
                li { words("consent.read.ends") }
            }
            if model.isTreatedAsChild {
                p { strong { words("consent.read.child") } }
            }
        }
    }

    private static func sections(_ words: Words) -> HTML {
        card(words("consent.sections")) {
            summaryList(
                Casework.Section.allCases.map {
                    SummaryRow(
                        words("section.\($0.rawValue)"),
                        words("consent.section.\($0.rawValue)")
                    )
                },
                words
            )
        }
    }

    private static func form(_ model: Consents.Ask, _ screen: Screen) -> HTML {
        let words = screen.words
        let form = screen.form(beginning: ["days": [String(usualDays)]])
        return form.form("/encounters/\(model.encounter)/consent") {
            toRead(model, words)
            sections(words)
            card(words("consent.explained")) { explained(form) }
            card(words("consent.allows")) {
                form.text("purpose", hint: words("consent.purposeHint"), max: 400)
                form.text("days", hint: words("consent.daysHint"), kind: .number, max: 3)
                p { words("consent.tickOnly") }
                ConsentMatrix.table(model.agencies, form)
                p(.class("buttons")) {
                    button(
                        .class("button"),
                        .name("said"),
                        .value(Consents.Said.allowed.rawValue)
                    ) { words("consent.recordAllowed") }
                }
            }
            card(words("consent.saidNo")) {
                p { words("consent.saidNoIntro") }
                if model.noticeSent {
                    p(.class("muted")) { words("consent.noticeSent") }
                } else {
                    form.tick("allowsNotice", hint: words("consent.noticeHint"))
                }
                p(.class("buttons")) {
                    button(
                        .class("button button--danger"),
                        .name("said"),
                        .value(Consents.Said.refused.rawValue)
                    ) { words("consent.recordRefused") }
                }
            }
        }
    }

    private static func explained(_ form: FormView) -> HTML {
        let words = form.words
        return HTML {
            form.select("language", Option.all(SpokenLanguage.self, "language", words))
            form.text("otherLanguage", max: 60, isShort: true, required: false)
            form.radios(
                "givenBy",
                Option.all(ConsentGiver.self, "consentGiver", words),
                hint: words("consent.givenByHint")
            )
            form.radios(
                "interpreter",
                Option.all(Interpreter.self, "interpreter", words),
                hint: words("consent.interpreterHint")
            )
            form.text("present", hint: words("consent.presentHint"), max: 400, required: false)
        }
    }
}
