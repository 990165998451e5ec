import Casework

/// The questions of a screening as they are shown.
enum AnswerSheet {
    /// What to mind before the first question.
    private static func howToAsk(_ model: Screenings.Sheet, _ words: Words) -> HTML {
        notice(.info) {
            h2 { words("screening.how") }
            ul {
                li { words("screening.how.place") }
                li { words("screening.how.language") }
                li { words("screening.how.stop") }
                li { words("screening.how.open") }
                if model.isTreatedAsChild {
                    li { words("screening.how.child") }
                }
            }
        }
    }

    /// The form, while nobody has concluded.
    static func open(_ model: Screenings.Sheet, _ screen: Screen) -> HTML {
        let words = screen.words
        let questions = model.sets.flatMap(\.questions)
        var values = ["observations": [model.observations]]
        var labels: [String: String] = [:]
        for question in questions {
            values[question.field] = [(model.answers[question.code] ?? .notAsked).rawValue]
            labels[question.field] = words(question.text)
        }
        let form = screen.form(beginning: values, labels: labels)
        return form.form("/screenings/\(model.screening)", submit: words("screening.save")) {
            howToAsk(model, words)
            p { words("screening.order") }
            for (index, chapter) in model.sets.enumerated() {
                section(.class("card")) {
                    h2 { words(chapter.title) }
                    for (place, group) in chapter.groups.enumerated() {
                        let isFirst = index == 0 && place == 0
                        let isWrong = group.questions.contains { form.error(of: $0.field) != nil }
                        details(.flag("open", isFirst || isWrong)) {
                            heading(group, model.answers, words)
                            for question in group.questions {
                                ask(question, form)
                            }
                        }
                    }
                }
            }
            form.area("observations", hint: words("screening.observationsHint"), required: false)
        }
    }

    /// The answers as they were given, once they can no longer change.
    static func closed(_ model: Screenings.Sheet, _ words: Words) -> HTML {
        HTML {
            notice(.info) {
                p { words("screening.closed") }
                p {
                    a(.href("/screenings/\(model.screening)/finding")) {
                        words("screening.toFinding")
                    }
                }
            }
            for chapter in model.sets {
                section(.class("card")) {
                    h2 { words(chapter.title) }
                    for group in chapter.groups {
                        details {
                            heading(group, model.answers, words)
                            answerList(group.questions, model.answers, words)
                        }
                    }
                }
            }
            card(words("field.observations")) {
                p { model.observations.isEmpty ? words("form.notGiven") : model.observations }
            }
        }
    }

    private static func heading(
        _ group: Screenings.Group,
        _ answers: [String: Answer],
        _ words: Words
    ) -> HTML {
        let given = group.questions.count { answers[$0.code, default: .notAsked] != .notAsked }
        return summary {
            group.title.map { words($0) } ?? words("screening.all")
            span(.class("muted")) {
                " · "
                words(
                    "screening.progress",
                    ["given": words.number(given), "all": words.number(group.questions.count)]
                )
            }
        }
    }

    /// One question: four answers side by side, each as large as a thumb.
    private static func ask(_ question: Screenings.Question, _ form: FormView) -> HTML {
        let words = form.words
        let hint = question.help.map { words($0) }
        return fieldset(.class("question"), form.describedBy(question.field, hint)) {
            legend { words(question.text) }
            form.notes(question.field, hint)
            div(.class("answers")) {
                for (index, answer) in Answer.allCases.enumerated() {
                    label {
                        input(
                            index == 0 ? .id(FormView.id(question.field)) : nil,
                            .name(question.field),
                            .type("radio"),
                            .value(answer.rawValue),
                            .flag("checked", form.fields.raw(question.field) == answer.rawValue)
                        )
                        span { words("answer.\(answer.rawValue)") }
                    }
                }
            }
        }
    }
}

/// Questions with what was answered.
func answerList(
    _ questions: [Screenings.Question],
    _ answers: [String: Answer],
    _ words: Words
) -> HTML {
    ul(.class("given")) {
        for question in questions {
            li {
                span { words(question.text) }
                " "
                strong { words("answer.\(answers[question.code, default: .notAsked].rawValue)") }
            }
        }
    }
}
