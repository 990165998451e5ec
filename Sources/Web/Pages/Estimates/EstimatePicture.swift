import Casework
import Coalition
import Estimation

/// The pictures of an estimate.
enum EstimatePicture {
    /// What an agency sees of its own: the methods, the models, the overlaps.
    static func report(_ report: EstimationReport, _ words: Words) -> HTML {
        let language = words.estimationLanguage
        let seen = Double(report.observed)
        let points = (report.sensitivity?.models ?? []).map {
            MultiversePlot.Point(estimate: $0.estimate, difference: $0.distance)
        }
        return div(.class("two")) {
            HTML(
                PlotMarkup(
                    ForestPlot(
                        rows: report.methods.map { method in
                            let isBound = method.isLowerBound
                            return ForestPlot.Row(
                                name: method.name.words.text(in: language),
                                estimate: isBound ? report.least : method.estimate,
                                interval: isBound ? nil : method.interval,
                                isLowerBound: isBound
                            )
                        },
                        range: report.range,
                        seen: seen,
                        words: ForestPlot.Words(in: language)
                    )
                )
            )
            if points.count > 1 {
                HTML(
                    PlotMarkup(
                        MultiversePlot(points: points, words: MultiversePlot.Words(in: language))
                    )
                )
            }
        }
    }

    /// Who is on which lists, as the agency sees it.
    static func overlaps(_ table: OverlapTable, _ words: Words) -> HTML {
        let counts = table.counts.map(Double.init)
        guard let table = try? CaptureTable(lists: table.lists.map(\.name), counts: counts) else {
            return HTML()
        }
        let language = words.estimationLanguage
        return HTML(PlotMarkup(OverlapPlot(table, words: OverlapPlot.Words(in: language))))
    }

    /// What everybody sees: the methods, as rounded as the numbers beside them.
    static func published(
        _ numbers: EstimatedNumbers,
        seen: Int,
        _ words: Words
    ) -> HTML {
        let language = words.estimationLanguage
        return HTML(
            PlotMarkup(
                ForestPlot(
                    rows: numbers.methods.map { method in
                        let isBound = method.name == MethodResult.Name.chao.rawValue
                        return ForestPlot.Row(
                            name: EstimateView.method(method.name, words),
                            estimate: method.estimate.map(Double.init),
                            interval: interval(method),
                            isLowerBound: isBound
                        )
                    },
                    range: Interval(low: Double(numbers.low), high: Double(numbers.high)),
                    seen: Double(seen),
                    words: ForestPlot.Words(in: language)
                )
            )
        )
    }

    private static func interval(_ method: EstimatedNumbers.Method) -> Interval? {
        method.low.map { low in
            Interval(low: Double(low), high: method.high.map(Double.init) ?? .infinity)
        }
    }
}
