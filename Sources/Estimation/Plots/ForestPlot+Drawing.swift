/// One method's lines of text and the room that it takes.
struct MethodLayout {
    let row: ForestPlot.Row
    let names: [String]
    let figures: [String]
    /// Whether the number stands on the line of the name.
    let isOneLine: Bool
    /// Whether it is the range over all methods.
    let isRange: Bool

    init(_ row: ForestPlot.Row, _ figure: String, isRange: Bool) {
        let room = SVGDrawing.width - 24
        // Bold letters are wider.
        let size = SVGDrawing.textSize * (isRange ? 1.1 : 1)
        self.row = row
        self.isRange = isRange
        let together = PlotText.width(row.name, size: size) + PlotText.width(figure, size: size)
        isOneLine = together + 10 <= room
        figures = isOneLine ? [figure] : PlotText.lines(figure, within: room, size: size)
        names = isOneLine ? [row.name] : PlotText.lines(row.name, within: room, size: size)
    }

    /// The height of the text.
    var textHeight: Double {
        Double(isOneLine ? 1 : names.count + figures.count) * SVGDrawing.lineHeight + 4
    }

    /// The height of it all.
    var height: Double { textHeight + 30 }
}

extension SVGDrawing {
    static let lineHeight = 18.0

    /// Draws one method: its name and number, and below them its interval.
    mutating func method(_ layout: MethodLayout, _ axis: PlotAxis, seen: Double?) {
        var baseline = height + 17
        for name in layout.names {
            text(name, x: 12, y: baseline, isBold: layout.isRange)
            baseline += Self.lineHeight
        }
        if layout.isOneLine { baseline -= Self.lineHeight }
        for figure in layout.figures {
            text(figure, x: Self.width - 12, y: baseline, anchor: .end, isBold: layout.isRange)
            baseline += Self.lineHeight
        }
        let y = height + layout.textHeight + 12
        for label in Self.labels(axis) {
            line(x1: label.x, y1: y - 10, x2: label.x, y2: y + 10, tone: .soft)
        }
        if let seen {
            line(x1: axis.place(seen), y1: y - 10, x2: axis.place(seen), y2: y + 10, isDashed: true)
        }
        interval(layout.row, axis, y: y, isRange: layout.isRange)
        estimate(layout.row, axis, y: y)
        height += layout.height
    }

    private mutating func interval(
        _ row: ForestPlot.Row,
        _ axis: PlotAxis,
        y: Double,
        isRange: Bool
    ) {
        guard let interval = row.interval else { return }
        let (low, width) = (axis.place(interval.low), isRange ? 7.0 : 3)
        if interval.high.isFinite {
            let high = axis.place(interval.high)
            line(x1: low, y1: y, x2: high, y2: y, width: width, tone: .mark)
        } else {
            arrow(from: low, to: axis.end + 8, y: y, width: width)
        }
    }

    private mutating func estimate(_ row: ForestPlot.Row, _ axis: PlotAxis, y: Double) {
        guard let estimate = row.estimate else { return }
        let x = axis.place(estimate)
        if row.isLowerBound {
            arrow(from: x, to: axis.end + 8, y: y, width: 1.5)
            line(x1: x, y1: y - 8, x2: x, y2: y + 8, width: 3, tone: .mark)
        } else {
            circle(x: x, y: y, radius: 5.5)
        }
    }

    private mutating func arrow(from x: Double, to end: Double, y: Double, width: Double) {
        line(x1: x, y1: y, x2: max(x, end - 6), y2: y, width: width, tone: .mark)
        path([(end, y), (end - 9, y - 5), (end - 9, y + 5)], isFilled: true)
    }
}
