/// What several plots have.
extension SVGDrawing {
    /// A number at a scale.
    struct ScaleLabel {
        let value: Double
        let figure: String
        /// The place of the number on the scale.
        let x: Double
        /// The middle of what is written.
        let center: Double
    }

    /// The round numbers of a scale that have room beside each other.
    static func labels(_ axis: PlotAxis) -> [ScaleLabel] {
        labels(axis.ticks, figure: FigureText.count, place: axis.place)
    }

    /// Numbers along the width of a plot, as far as they have room beside each other.
    static func labels(
        _ values: [Double],
        figure: (Double) -> String,
        place: (Double) -> Double
    ) -> [ScaleLabel] {
        var labels: [ScaleLabel] = []
        var free = 0.0
        for value in values {
            let text = figure(value)
            let half = PlotText.width(text, size: smallSize) / 2
            let center = min(max(place(value), half + 1), width - half - 1)
            guard center - half > free else { continue }
            labels.append(
                ScaleLabel(value: value, figure: text, x: place(value), center: center)
            )
            free = center + half + 6
        }
        return labels
    }

    /// Draws a scale of people below what it measures, with its numbers and its name.
    ///
    /// - Returns: The numbers written.
    mutating func scale(_ axis: PlotAxis, label: String) -> [Double] {
        let y = height + 4
        line(x1: axis.start, y1: y, x2: axis.end, y2: y)
        let labels = Self.labels(axis)
        for label in labels {
            line(x1: label.x, y1: y, x2: label.x, y2: y + 4)
            text(label.figure, x: label.center, y: y + 17, size: Self.smallSize, anchor: .middle)
        }
        height = y + 22
        for words in PlotText.lines(label, within: Self.width - 24, size: Self.smallSize) {
            text(words, x: Self.width / 2, y: height + 13, size: Self.smallSize, anchor: .middle)
            height += 16
        }
        height += 6
        return labels.map(\.value)
    }

    /// Draws, in a file, what a picture shows and how it is to be read; a page says it itself.
    mutating func heading(_ title: String, _ summary: String, _ placing: PlotPlacing) {
        height = 8
        guard placing == .file else { return }
        // Bold letters are wider.
        for words in PlotText.lines(title, within: Self.width - 24, size: 16 * 1.1) {
            text(words, x: 12, y: height + 16, size: 16, isBold: true)
            height += 20
        }
        height += 3
        for words in PlotText.lines(summary, within: Self.width - 24, size: Self.smallSize) {
            text(words, x: 12, y: height + 12, size: Self.smallSize)
            height += 16
        }
        height += 10
    }

    /// What a sentence below a picture explains.
    enum Key {
        case dashes, area, tick
    }

    /// Writes a sentence below a picture, with the thing that it explains before it.
    mutating func note(_ sentence: String, key: Key? = nil) {
        let left = key == nil ? 12.0 : 44
        let middle = height + 9
        switch key {
        case .dashes: line(x1: 12, y1: middle, x2: 36, y2: middle, isDashed: true)
        case .area: rectangle(x: 12, y: middle - 6, width: 24, height: 12, tone: .soft)
        case .tick: line(x1: 24, y1: middle - 7, x2: 24, y2: middle + 7, width: 3)
        case nil: break
        }
        for words in PlotText.lines(sentence, within: Self.width - left - 12, size: Self.textSize) {
            text(words, x: left, y: height + 13.5)
            height += 19
        }
    }
}
