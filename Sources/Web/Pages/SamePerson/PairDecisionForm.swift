import Casework
import Coalition

/// A person decides of two appearances, and writes why.
extension PairPage {
    /// What a member says, besides the two in the path.
    struct Asked: Decodable, Sendable {
        var verdict: PairVerdict
        var why: String
        var isSure: Bool?
    }

    static let decide = Form(.decideSamePerson, on: page(refused: .decision)) { fields, _ in
        let verdict = fields.choice("verdict", of: PairVerdict.self)
        let why = fields.text("why", max: 2000, lines: true)
        guard let verdict, let why else { return nil }
        return Asked(verdict: verdict, why: why, isSure: fields.isChecked("isSure"))
    } perform: { (asked: Asked, visit) in
        let sight = await Sight(visit)
        let command = DecidePair(
            one: try sight.asked("one", in: visit),
            other: try sight.asked("other", in: visit),
            verdict: asked.verdict,
            why: asked.why,
            isSure: asked.isSure ?? false
        )
        try await visit.node.perform(command, by: visit.member)
        return Done()
    } next: { _, visit in
        "/same-person/\(try visit.word("one"))/\(try visit.word("other"))"
    }

    /// What can be said now: not what stands already, and to undo only what does.
    private static func verdicts(_ model: Model) -> [PairVerdict] {
        PairVerdict.allCases.filter { verdict in
            verdict == .undone ? model.verdict != nil : verdict != model.verdict
        }
    }

    static func decision(_ model: Model, _ screen: Screen, isRefused: Bool) -> HTML {
        let words = screen.words
        let verdicts = verdicts(model)
        let asked = model.asked.flatMap { verdicts.contains($0) ? $0.rawValue : nil }
        let form = screen.form(
            isRefused: isRefused,
            beginning: asked.map { ["verdict": [$0]] } ?? [:],
            labels: [
                "verdict": words("samePerson.verdict"), "why": words("samePerson.reason"),
                "isSure": words("samePerson.isSure"),
            ]
        )
        return section(.class("card"), .id("decision")) {
            h2 { words("samePerson.decide") }
            p { words("samePerson.decideHow") }
            form.form(
                "/same-person/\(model.one.id)/\(model.other.id)",
                submit: words("samePerson.save")
            ) {
                form.radios(
                    "verdict",
                    verdicts.map { verdict in
                        Option(
                            verdict.rawValue,
                            words("samePerson.verdict.\(verdict.rawValue)"),
                            hint: words("samePerson.verdictHint.\(verdict.rawValue)")
                        )
                    }
                )
                if !model.doubts.isEmpty {
                    notice(.caution) {
                        for doubt in model.doubts {
                            p { words("samePerson.doubt.\(doubt.rawValue)") }
                        }
                    }
                    form.tick("isSure")
                }
                form.area("why", hint: words("samePerson.reasonHint"), max: 2000, rows: 3)
            }
            p {
                a(.href(model.one.path)) { words("samePerson.later") }
            }
        }
    }
}
