/// A picture of a report.
public struct ReportPlot: Hashable, Sendable {
    /// The name of the picture: overlaps, methods, models or posterior.
    public let name: String
    /// The picture as SVG.
    public let svg: String
}

extension EstimationReport {
    /// The pictures of the report: who is on which lists and what each method gives; unless it is refused,
    /// also what other models give and the posterior over graphs, where there are such.
    ///
    /// - Parameters:
    ///   - table: The table of the report.
    ///   - language: The language of the words.
    ///   - placing: Where the pictures will stand.
    ///   - suppressingBelow: Numbers of people below which a history is shown as less than that.
    /// - Returns: Two to four pictures.
    public func plots(
        of table: CaptureTable,
        in language: EstimationLanguage,
        placing: PlotPlacing = .file,
        suppressingBelow: Int? = nil
    ) -> [ReportPlot] {
        var plots = [
            ReportPlot(
                name: "overlaps",
                svg: OverlapPlot(
                    table,
                    suppressingBelow: suppressingBelow,
                    words: .init(in: language)
                ).svg(placing)
            ),
            ReportPlot(name: "methods", svg: forest(in: language).svg(placing)),
        ]
        guard verdict != .refused else { return plots }
        if let models = sensitivity?.models, !models.isEmpty {
            let points = models.map {
                MultiversePlot.Point(estimate: $0.estimate, difference: $0.distance)
            }
            let plot = MultiversePlot(points: points, words: .init(in: language))
            plots.append(ReportPlot(name: "models", svg: plot.svg(placing)))
        }
        if methods.contains(where: { $0.name == .decomposable }),
            let posterior = try? DecomposableAveraging(table: table).posterior()
        {
            let plot = PosteriorPlot(posterior, words: .init(in: language))
            plots.append(ReportPlot(name: "posterior", svg: plot.svg(placing)))
        }
        return plots
    }

    private func forest(in language: EstimationLanguage) -> ForestPlot {
        ForestPlot(
            rows: methods.map { method in
                ForestPlot.Row(
                    name: method.name.words.text(in: language),
                    estimate: method.estimate,
                    interval: method.interval,
                    isLowerBound: method.name.isBound
                )
            },
            range: range,
            seen: Double(observed),
            words: .init(in: language)
        )
    }
}

extension MethodResult.Name {
    /// Whether it bounds the number of people from below, and no more.
    var isBound: Bool { self == .chao || self == .chaoCorrected }
}
