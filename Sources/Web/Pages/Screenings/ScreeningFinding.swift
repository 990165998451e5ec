import Casework
import Coalition

/// What the answers show, and what a person concludes from it.
extension Screenings {
    struct Shown: Encodable, Sendable {
        var screening: ScreeningID
        var encounter: EncounterID
        /// As it stood when a person concluded, or else as the answers are now.
        var finding: Finding
        /// The questions asked.
        var questions: [Question]
        var answers: [String: Answer]
        var observations: String
        var conclusion: Concluded?
    }

    /// What was concluded, by whom and when.
    struct Concluded: Encodable, Sendable {
        var next: NextStep
        var why: String
        var at: Moment
        var name: String?
        var agency: String
        var roles: [Role]
    }

    static let finding = Page(.seeScreenings) { visit in
        let id = try visit.identifier("screening", of: ScreeningRecord.self)
        return try await visit.read(.seeScreenings) { desk, commons, _ in
            guard let record = desk.screenings[id] else { throw Refusal.notFound }
            let age = desk.encounters[record.encounter]?.encounter?.ageBand ?? .unknown
            return Shown(
                screening: id,
                encounter: record.encounter,
                finding: record.conclusion?.finding ?? record.finding(age: age),
                questions: record.indicatorSets.flatMap(\.indicators).map(Question.init),
                answers: record.answers,
                observations: record.observations,
                conclusion: record.conclusion.map { concluded($0, desk, commons) }
            )
        }
    } view: { model, screen in
        let words = screen.words
        let view = FindingView(model, words)
        return Layout.page(
            words("finding.title"),
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backToEncounter(model.encounter, words)
            h1 { words("finding.title") }
            view.headline
            view.elements
            view.unanswered(canAsk: model.conclusion == nil && screen.permitted.contains(.screen))
            view.dimensions
            view.remarks
            if !model.observations.isEmpty {
                card(words("field.observations")) { p(.class("lines")) { model.observations } }
            }
            if let conclusion = model.conclusion {
                decided(conclusion, model, screen)
            } else if screen.permitted.contains(.screen) {
                decide(model, screen)
            }
        }
    }

    private static func concluded(
        _ conclusion: Conclusion,
        _ desk: Desk,
        _ commons: Commons
    ) -> Concluded {
        let stamp = conclusion.stamp
        let roles = commons.members[stamp.member]?.roles ?? []
        return Concluded(
            next: conclusion.next,
            why: conclusion.why,
            at: stamp.at,
            name: desk.members[stamp.member]?.name,
            agency: commons.agencies[stamp.agency]?.name ?? "",
            roles: Role.allCases.filter(roles.contains)
        )
    }

    /// Where the page stands after the form at its end was sent, refused or not.
    private static let decisionID = "decision"

    private static func decide(_ model: Shown, _ screen: Screen) -> HTML {
        let words = screen.words
        let form = screen.form()
        return section(.class("card"), .id(decisionID)) {
            h2 { words("finding.decide") }
            p { words("finding.decideIntro") }
            form.form(
                "/screenings/\(model.screening)/finding#\(decisionID)",
                submit: words("finding.conclude")
            ) {
                form.radios(
                    "next",
                    NextStep.allCases.map {
                        Option(
                            $0.rawValue,
                            words("nextStep.\($0.rawValue)"),
                            hint: words("nextStepHint.\($0.rawValue)")
                        )
                    }
                )
                form.area("why", hint: words("finding.whyHint"))
            }
        }
    }

    private static func decided(
        _ conclusion: Concluded,
        _ model: Shown,
        _ screen: Screen
    ) -> HTML {
        let words = screen.words
        let roles = conclusion.roles.map { words("role.\($0.rawValue)") }.joined(separator: ", ")
        let whom = [conclusion.name, roles, conclusion.agency].compactMap(\.self)
            .filter { !$0.isEmpty }
        return section(.class("card"), .id(decisionID)) {
            h2 { words("finding.decided") }
            summaryList(
                [
                    SummaryRow(words("field.next"), words("nextStep.\(conclusion.next.rawValue)")),
                    SummaryRow(
                        words("field.why"),
                        p(.class("lines")) { conclusion.why }
                    ),
                    SummaryRow(words("finding.by"), whom.joined(separator: " · ")),
                    SummaryRow(words("field.at"), HTML.moment(conclusion.at, words)),
                ],
                words
            )
            p(.class("buttons")) {
                if screen.permitted.contains(.recordConsent) {
                    a(.class("button"), .href("/encounters/\(model.encounter)/consent")) {
                        words("finding.toConsent")
                    }
                }
                a(.href("/screenings/\(model.screening)")) { words("finding.toAnswers") }
            }
        }
    }

    static let conclude = Form(.screen, on: finding) { fields, visit in
        let next = fields.choice("next", of: NextStep.self)
        let why = fields.text("why", max: 4000, lines: true)
        guard let next, let why else { return nil }
        return ConcludeScreening(
            screening: try visit.identifier("screening"),
            next: next,
            why: why
        )
    } perform: { (command: ConcludeScreening, visit) in
        var command = command
        command.screening = try visit.identifier("screening")
        try await visit.node.perform(command, by: visit.member)
        return Done()
    } next: { _, visit in
        "/screenings/\(try visit.identifier("screening", of: ScreeningRecord.self))/finding"
    }
}
