extension SVGDrawing {
    /// Draws the curve over its scale.
    ///
    /// - Returns: The numbers written at the scale.
    mutating func curve(_ plot: PosteriorPlot) -> [Double] {
        let most = plot.densities.max() ?? 0
        let curve = zip(plot.grid, plot.densities).filter { $0.0.isFinite && $0.1.isFinite }
        // The long tail at a thousandth of the peak is not seen and would squeeze the rest.
        let seen = curve.filter { most > 0 && $0.1 >= most / 1000 }.map { $0.0 }
        let axis = PlotAxis(
            holding: seen + plot.modes + [plot.median, plot.interval.low, plot.interval.high],
            isLogarithmic: false,
            start: 14,
            end: Self.width - 14
        )
        let labels = modeLabels(plot, axis)
        let top = height + 18 * Double(1 + (labels.map(\.level).max() ?? 0)) + 4
        let bottom = top + 190
        let up = { (density: Double) in bottom - (most > 0 ? density / most : 0) * (bottom - top) }
        let places = thinned(
            curve.filter { axis.range.contains($0.0) }.map { (axis.place($0.0), up($0.1)) }
        )
        let (low, high) = (axis.place(plot.interval.low), axis.place(plot.interval.high))
        let held = places.filter { low <= $0.x && $0.x <= high }
        if let first = held.first, let last = held.last {
            path([(first.x, bottom)] + held + [(last.x, bottom)], isFilled: true, tone: .soft)
        }
        path(places, isFilled: false)
        for label in labels {
            let y = height + 18 * Double(label.level) + 13
            line(x1: label.x, y1: y + 4, x2: label.x, y2: bottom, isDashed: true)
            text(label.figure, x: label.center, y: y, anchor: .middle, isBold: true)
        }
        let middle = axis.place(plot.median)
        line(x1: middle, y1: bottom - 14, x2: middle, y2: bottom, width: 3)
        height = bottom
        return scale(axis, label: plot.words.people)
    }

    private struct ModeLabel {
        let figure: String
        let x: Double
        let center: Double
        let level: Int
    }

    /// The numbers of the peaks, each on the first line that has room.
    private func modeLabels(_ plot: PosteriorPlot, _ axis: PlotAxis) -> [ModeLabel] {
        var free: [Double] = []
        return plot.modes.map { mode in
            let figure = FigureText.count(mode)
            let half = PlotText.width(figure, size: Self.textSize) * 0.54
            let x = axis.place(mode)
            let center = min(max(x, half + 2), Self.width - half - 2)
            let level = free.firstIndex { $0 < center - half } ?? free.count
            if level == free.count { free.append(0) }
            free[level] = center + half + 6
            return ModeLabel(figure: figure, x: x, center: center, level: level)
        }
    }

    /// The highest place of each unit of width: no more can be seen.
    private func thinned(_ places: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
        var kept: [(x: Double, y: Double)] = []
        for place in places {
            if let last = kept.last, Int(last.x) == Int(place.x) {
                if place.y < last.y { kept[kept.count - 1] = place }
            } else {
                kept.append(place)
            }
        }
        return kept
    }
}
