import Casework
import Coalition
import Estimation

/// One table of overlaps: what it says, what was reckoned from it, and the way to reckon again.
enum OverlapPage {
    struct Model: Encodable, Sendable {
        var table: OverlapTable
        var entered: Moment
        var estimates: [EstimationDesk.EstimateLine]
        /// How many resamples a new estimate draws.
        var resamples: Int
    }

    static let page = Page(.seeEstimates) { visit in
        let id = try visit.identifier("table", of: OverlapTable.self)
        let resamples = visit.node.estimation.resamples ?? EstimationSettings.standardResamples
        return try await visit.read(.seeEstimates) { desk, commons, _ in
            guard let record = desk.overlaps[id] else { throw Refusal.notFound }
            return Model(
                table: record.table,
                entered: record.stamp.at,
                estimates: EstimationDesk.runs(from: id, desk, commons),
                resamples: resamples
            )
        }
    } view: { model, screen in
        let words = screen.words
        let table = model.table
        return Layout.page(
            table.population,
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("estimates.desk"), "/estimation")
            h1 { table.population }
            p(.class("lede")) {
                words("estimates.observed", count: table.observed)
            }
            if screen.permitted.contains(.makeEstimate) { askForm(model, screen) }
            if !model.estimates.isEmpty {
                card(words("estimates.runs")) {
                    p { words("estimates.runsIntro") }
                    EstimationDesk.runLinks(model.estimates, words)
                }
            }
            card(words("estimates.counts")) { OverlapCounts.exact(table, words) }
            card(words("estimates.about")) { facts(table, entered: model.entered, words) }
        }
    }

    /// What the API takes: the seed, or none for one drawn at random.
    struct Ask: Decodable, Sendable {
        var seed: Int?
    }

    static let ask = Form(.makeEstimate, on: page) { fields, _ -> Ask? in
        Ask(seed: fields.integer("seed", in: EstimateRun.seeds, required: false))
    } perform: { (ask: Ask, visit) in
        let command = AskForEstimate(
            try visit.identifier("table"),
            seed: ask.seed ?? Int.random(in: EstimateRun.seeds),
            visit.node.estimation
        )
        return Made(id: try await visit.node.perform(command, by: visit.member))
    } next: { made, _ in
        "/estimation/estimates/\(made.id)"
    }

    private static func askForm(_ model: Model, _ screen: Screen) -> HTML {
        let words = screen.words
        let form = screen.form()
        return card(words("estimates.ask")) {
            p { words("estimates.askIntro", ["resamples": words.number(model.resamples)]) }
            form.form(
                "/estimation/tables/\(model.table.id)/estimates",
                submit: words("estimates.reckon")
            ) {
                form.text(
                    "seed",
                    hint: words("estimates.seedHint"),
                    kind: .number,
                    max: 9,
                    required: false
                )
            }
        }
    }

    static func facts(_ table: OverlapTable, entered: Moment, _ words: Words) -> HTML {
        summaryList(
            [
                SummaryRow(words("field.place"), table.place),
                SummaryRow(words("estimates.window"), words.days(table.window)),
                SummaryRow(words("field.definition"), table.definition),
                SummaryRow(
                    words("field.samePopulation"),
                    words("samePopulation.\(table.samePopulation.rawValue)")
                ),
                SummaryRow(words("field.linkage"), table.linkage),
                SummaryRow(words("estimates.linkedBy"), table.linkedBy),
                SummaryRow(words("estimates.entered"), HTML.moment(entered, words)),
            ],
            words
        )
    }
}
