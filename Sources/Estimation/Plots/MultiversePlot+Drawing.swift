extension SVGDrawing {
    /// Draws the models and the scales.
    ///
    /// - Returns: The numbers of people written at the scale.
    mutating func multiverse(
        _ points: [MultiversePlot.Point],
        far: Double,
        distances: [Double],
        _ words: MultiversePlot.Words
    ) -> [Double] {
        for line in PlotText.lines(words.people, within: Self.width - 24, size: Self.smallSize) {
            text(line, x: 12, y: height + 12, size: Self.smallSize)
            height += 16
        }
        let (top, bottom) = (height + 6, height + 256)
        let axis = PlotAxis(holding: points.map(\.estimate), start: bottom, end: top)
        let figures = axis.ticks.map(FigureText.count)
        let left = 20 + (figures.map { PlotText.width($0, size: Self.smallSize) }.max() ?? 0)
        let right = Self.width - 16
        let across = { (difference: Double) in left + 6 + difference / far * (right - left - 10) }
        for (tick, figure) in zip(axis.ticks, figures) {
            let y = axis.place(tick)
            line(x1: left, y1: y, x2: right, y2: y, tone: .soft)
            text(figure, x: left - 6, y: y + 4, size: Self.smallSize, anchor: .end)
        }
        line(x1: left, y1: top, x2: left, y2: bottom)
        line(x1: left, y1: bottom, x2: right, y2: bottom)
        let scale = [0] + distances
        for distance in scale {
            let x = across(distance)
            line(x1: x, y1: top, x2: x, y2: bottom, tone: .soft, isDashed: distance > 0)
        }
        for label in Self.labels(scale, figure: MultiversePlot.distance, place: across) {
            text(
                label.figure,
                x: label.center,
                y: bottom + 16,
                size: Self.smallSize,
                anchor: .middle
            )
        }
        dots(points.map { (across($0.difference), axis.place($0.estimate)) })
        height = bottom + 22
        for line in PlotText.lines(words.difference, within: Self.width - 24, size: Self.smallSize)
        {
            text(line, x: (left + right) / 2, y: height + 12, size: Self.smallSize, anchor: .middle)
            height += 16
        }
        height += 8
        return axis.ticks
    }

    /// Draws dots, one for all that would be within a unit of each other.
    private mutating func dots(_ places: [(x: Double, y: Double)]) {
        struct Cell: Hashable {
            let x: Int
            let y: Int
        }
        var taken = Set<Cell>()
        for place in places {
            let cell = Cell(x: Int(place.x.rounded()), y: Int(place.y.rounded()))
            guard taken.insert(cell).inserted else { continue }
            circle(x: place.x, y: place.y, radius: 2.5)
        }
    }
}
