import Casework
import Coalition

extension Site {
    func addFigures(to routes: Routes) {
        add("figures", Figures.page, to: routes)
    }
}

/// What members may count: the anonymous notices of all, and the encounters of their own agency.
enum Figures {
    struct Model: Encodable, Sendable {
        var notices: AnonymousCounts
        var steps: [StepCount]
        /// How often somebody was met; each person counts once in `steps`.
        var encounters: Int
    }

    struct StepCount: Encodable, Sendable {
        var step: Encounters.Step
        var count: Int
    }

    static let page = Page(.seeFigures) { visit in
        let (notices, steps, encounters) = try await visit.read(.seeFigures) { desk, _, _ in
            (
                desk.notices.compactMap { happening in
                    if case .noticeGiven(let notice) = happening.fact { notice } else { nil }
                },
                Encounters.stepsByPerson(on: desk), desk.encounters.count
            )
        }
        return Model(
            notices: AnonymousCounts(notices),
            steps: Encounters.Step.allCases.map { step in
                StepCount(step: step, count: steps.count { $0 == step })
            },
            encounters: encounters
        )
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("figures.title"), in: screen.frame, isWide: true) {
            h1 { words("figures.title") }
            figuresTabs(screen.frame, screen.permitted)
            p(.class("lede")) { words("figures.intro") }
            notice(.caution) {
                p { words("figures.notEstimates") }
                p { words("figures.notForPublic") }
            }
            notices(model.notices, words)
            card(words("figures.own")) {
                p { words("figures.ownIntro") }
                p {
                    words(
                        "figures.ownPeople",
                        [
                            "people": words.number(model.steps.reduce(0) { $0 + $1.count }),
                            "encounters": words.number(model.encounters),
                        ]
                    )
                }
                table(
                    words("figures.ownTable"),
                    words("figures.step"),
                    words,
                    model.steps.map {
                        (words("encounters.step.\($0.step.rawValue)"), $0.count)
                    }
                )
            }
        }
    }

    private static func notices(_ counts: AnonymousCounts, _ words: Words) -> HTML {
        card(words("figures.notices")) {
            p { words("figures.noticesIntro") }
            if counts.months.isEmpty {
                p(.class("muted")) { words("figures.none") }
            } else {
                barChart(
                    words("figures.chart"),
                    series: [words("figures.adults"), words("figures.children")],
                    bars: counts.months.map {
                        Bar($0.title(words), [$0.adults, $0.children])
                    },
                    words
                )
                dataTable(
                    words("figures.byMonth"),
                    [Column(words("figures.month"))]
                        + (["all", "adults", "children"].map { words("figures.\($0)") }
                        + Sex.allCases.map { words("sex.\($0.rawValue)") })
                        .map { Column($0, isNumber: true) },
                    rows: counts.months.map { month in
                        let sexes = Sex.allCases.map { month.sexes[$0.rawValue, default: 0] }
                        let numbers = [month.all, month.adults, month.children] + sexes
                        return [HTML(text: month.title(words))]
                            + numbers.map { HTML(text: words.number($0)) }
                    }
                )
                table(
                    words("figures.byElements"),
                    words("figures.elements"),
                    words,
                    elements(counts, words)
                )
            }
        }
    }

    private static func elements(
        _ counts: AnonymousCounts,
        _ words: Words
    ) -> [(String, Int)] {
        ElementState.allCases.map {
            (words("elements.\($0.rawValue)"), counts.elements[$0.rawValue, default: 0])
        } + [
            (
                words("figures.noScreening"),
                counts.elements[AnonymousCounts.noScreening, default: 0]
            )
        ]
    }

    /// Names and how many of each.
    private static func table(
        _ title: String,
        _ heading: String,
        _ words: Words,
        _ rows: [(String, Int)]
    ) -> HTML {
        div(.class("narrow")) {
            dataTable(
                title,
                [Column(heading), Column(words("figures.count"), isNumber: true)],
                rows: rows.map { [HTML(text: $0.0), HTML(text: words.number($0.1))] }
            )
        }
    }
}
