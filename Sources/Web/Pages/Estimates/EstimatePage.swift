import Casework
import Coalition
import Estimation
import Foundation

/// One estimate of the agency's own: at work, or with all that came of it.
enum EstimatePage {
    struct Model: Encodable, Sendable {
        var id: EstimateID
        var table: OverlapID
        var population: String
        var window: Window
        var seed: Int
        var asked: Moment
        var state: State
        /// How many come before it, if it waits.
        var before: Int?
        /// What is being done, and the share of it that is done, while it is at work.
        var step: Casework.Wording?
        var share: Double?
        /// What came of it.
        var report: EstimationReport?
        var standing: EstimationDesk.Standing
        /// For the view alone: the API has the table at its own address.
        let overlap: OverlapTable
        /// Whether the page is to ask again by itself.
        let isWatched: Bool

        enum CodingKeys: String, CodingKey {
            case id, table, population, window, seed, asked, state, before, step, share, report
            case standing
        }
    }

    /// How far it is.
    enum State: String, Encodable, Sendable {
        case waiting, working, done, failed, busy
    }

    static let page = Page(.seeEstimates) { visit in
        try await model(visit)
    } view: { model, screen in
        let words = screen.words
        return Layout.page(
            words("estimates.one"),
            in: screen.frame,
            refresh: model.isWatched && model.report == nil && model.state != .failed ? 5 : nil
        ) {
            backLink(model.population, "/estimation/tables/\(model.table)")
            h1 { words("estimates.one") }
            p(.class("lede")) { "\(model.population). \(words.days(model.window))" }
            if let report = model.report {
                done(report, model, screen)
            } else {
                atWork(model, words)
            }
        }
    }

    static func model(_ visit: Visit) async throws -> Model {
        let id = try visit.identifier("estimate", of: EstimateRun.self)
        let reckoning = try await visit.node.reckoning(of: id, by: visit.member)
        let table = reckoning.overlap.table
        var model = Model(
            id: id,
            table: table.id,
            population: table.population,
            window: table.window,
            seed: reckoning.record.run.seed,
            asked: reckoning.record.stamp.at,
            state: .busy,
            standing: EstimationDesk.Standing(reckoning.published),
            overlap: table,
            isWatched: visit.query("watch") != nil
        )
        switch reckoning.state {
        case .waiting(let before): (model.state, model.before) = (.waiting, before)
        case .working(let step, let share):
            (model.state, model.step, model.share) = (.working, step, share)
        case .done(let report): (model.state, model.report) = (.done, report)
        case .failed: model.state = .failed
        case .busy: model.state = .busy
        }
        return model
    }

    // MARK: At work

    private static func atWork(_ model: Model, _ words: Words) -> HTML {
        let path = "/estimation/estimates/\(model.id)"
        return card(words("estimates.state.\(model.state.rawValue)")) {
            switch model.state {
            case .waiting: p { words("estimates.before", count: model.before ?? 0) }
            case .working:
                p { progress(model, words) }
            case .failed, .busy, .done: p { words("estimates.stateMeans.\(model.state.rawValue)") }
            }
            if model.state != .failed {
                p { words("estimates.mayLeave") }
                div(.class("buttons")) {
                    a(.class("button"), .href(path)) { words("estimates.lookAgain") }
                    if model.isWatched {
                        a(.class("button button--quiet"), .href(path)) {
                            words("estimates.stopWatching")
                        }
                    } else {
                        form(.method("get"), .action(path)) {
                            button(
                                .class("button button--quiet"),
                                .name("watch"),
                                .value("yes")
                            ) { words("estimates.watch") }
                        }
                    }
                }
            }
        }
    }

    private static func progress(_ model: Model, _ words: Words) -> String {
        guard let step = model.step else { return words("estimates.beginning") }
        return words(
            "estimates.progress",
            ["step": words(step), "share": words.percent(model.share ?? 0)]
        )
    }

    // MARK: Done

    private static func done(
        _ report: EstimationReport,
        _ model: Model,
        _ screen: Screen
    ) -> HTML {
        let words = screen.words
        let isRefused = report.verdict == .refused
        return HTML {
            range(report, words)
            EstimateView.verdict(report.verdict, words)
            if isRefused {
                reasons(report, words)
            } else {
                EstimatePicture.report(report, words)
                EstimateView.methods(report.methods.map { row($0, in: report, words) }, words)
                reasons(report, words)
                if let sensitivity = report.sensitivity {
                    SensitivityView.view(sensitivity, words)
                }
            }
            EstimateView.caveats(
                report.accompanying.map { words($0) },
                isRefused: isRefused,
                words
            )
            card(words("estimates.counts")) {
                EstimatePicture.overlaps(model.overlap, words)
                OverlapCounts.exact(model.overlap, words)
            }
            standing(report, model, screen)
            card(words("estimates.howReckoned")) {
                summaryList(
                    [
                        SummaryRow(words("field.seed"), String(model.seed)),
                        SummaryRow(words("estimates.resamples"), words.number(report.resamples)),
                        SummaryRow(words("estimates.version"), report.version),
                        SummaryRow(words("estimates.asked"), HTML.moment(model.asked, words)),
                    ],
                    words
                )
            }
        }
    }

    private static func range(_ report: EstimationReport, _ words: Words) -> HTML {
        // As it would be published, so that nobody gets used to digits that mean nothing.
        let shown = report.forPublication()
        guard let range = shown.range, report.verdict != .refused else {
            return p(.class("answer")) {
                words("estimates.noNumber", ["seen": words.number(report.observed)])
                if let least = shown.least {
                    " "
                    words("estimates.leastOnly", ["least": words.people(least)])
                }
            }
        }
        return EstimateView.answer(
            atLeast: words.people(shown.least ?? Double(shown.observed)),
            low: words.people(range.low),
            high: words.people(range.high),
            words
        )
    }

    private static func reasons(_ report: EstimationReport, _ words: Words) -> HTML {
        EstimateView.reasons(
            report.reasons.map { words($0.words) },
            isRefused: report.verdict == .refused,
            words
        )
    }

    private static func row(
        _ method: MethodResult,
        in report: EstimationReport,
        _ words: Words
    ) -> EstimateView.MethodRow {
        let isBound = method.isLowerBound
        let number = isBound ? report.least : method.estimate
        return EstimateView.MethodRow(
            name: words(method.name.words),
            estimate: EstimateView.number(number.map(words.people), isBound: isBound, words),
            interval: isBound ? "—" : method.interval.map(words.people) ?? "—"
        )
    }

    private static func standing(
        _ report: EstimationReport,
        _ model: Model,
        _ screen: Screen
    ) -> HTML {
        let words = screen.words
        let base = "/estimation/estimates/\(model.id)"
        return card(words("estimates.standing")) {
            p {
                model.standing.tag(words)
                " "
                words("estimates.standingMeans.\(model.standing.rawValue)")
            }
            if model.standing != .draft {
                p { a(.href("/estimates/\(model.id)")) { words("estimates.seePublished") } }
            } else if report.verdict == .refused {
                p { words("refusal.estimateRefused") }
            } else if screen.permitted.contains(.publishEstimate) {
                p(.class("buttons")) {
                    a(.class("button"), .href("\(base)/publication")) {
                        words("estimates.publish")
                    }
                }
            } else {
                p { words("estimates.coordinatorPublishes") }
            }
            if model.standing == .published, screen.permitted.contains(.withdrawEstimate) {
                p(.class("buttons")) {
                    a(.class("button button--quiet"), .href("\(base)/withdrawal")) {
                        words("estimates.withdraw")
                    }
                }
            }
        }
    }
}

extension Words {
    /// A number of people that is no more than reckoned; `∞` where there is no bound.
    func people(_ value: Double) -> String {
        value == .infinity ? "∞" : number(value, places: 0)
    }

    /// Both ends of an interval.
    func people(_ interval: Interval) -> String {
        "\(people(interval.low)) – \(people(interval.high))"
    }
}
