extension OverlapPlot {
    /// Where the lists stand.
    struct Columns {
        let heads: [String]
        let step: Double
        let headHeight: Double

        init(lists: [String], totals: [String]) {
            step = min(24, 190 / Double(lists.count))
            let names = zip(lists, totals).map { list, total in
                let room =
                    total.isEmpty ? 0 : PlotText.width(" · \(total)", size: SVGDrawing.textSize)
                let name = PlotText.cut(list, to: 190 - room, size: SVGDrawing.textSize)
                return total.isEmpty ? name : "\(name) · \(total)"
            }
            heads = names
            headHeight =
                (names.map { PlotText.width($0, size: SVGDrawing.textSize) }.max() ?? 0) + 8
        }

        func place(_ list: Int) -> Double { 12 + (Double(list) + 0.5) * step }

        /// Where the bars begin.
        var bars: Double { 12 + Double(heads.count) * step + 10 }
    }
}

extension OverlapPlot {
    /// How long the bars are.
    struct BarScale {
        /// The length for one person.
        let unit: Double

        init(_ rows: ArraySlice<Row>, from start: Double) {
            let figures = rows.map { PlotText.width($0.figure, size: SVGDrawing.textSize) }
            let room = SVGDrawing.width - 12 - 6 - start - (figures.max() ?? 0)
            unit = room / max(1, rows.compactMap(\.count).max() ?? 1)
        }
    }
}

extension SVGDrawing {
    static let rowHeight = 24.0

    mutating func head(_ columns: OverlapPlot.Columns) {
        let bottom = height + columns.headHeight
        for (list, head) in columns.heads.enumerated() {
            text(head, x: columns.place(list) + 4.5, y: bottom - 4, isUpward: true)
        }
        height = bottom
    }

    mutating func row(
        _ row: OverlapPlot.Row,
        _ columns: OverlapPlot.Columns,
        _ scale: OverlapPlot.BarScale
    ) {
        let y = height + Self.rowHeight / 2
        let radius = min(7, columns.step * 0.36)
        let lists = columns.heads.indices
        let on = lists.filter { row.mask >> $0 & 1 == 1 }
        if let first = on.first, let last = on.last, first < last {
            line(
                x1: columns.place(first),
                y1: y,
                x2: columns.place(last),
                y2: y,
                width: 3,
                tone: .mark
            )
        }
        for list in lists {
            circle(
                x: columns.place(list),
                y: y,
                radius: radius,
                tone: on.contains(list) ? .mark : .soft
            )
        }
        let length = row.count.map { max(1, $0 * scale.unit) } ?? 0
        if length > 0 { rectangle(x: columns.bars, y: y - 8, width: length, height: 16) }
        text(row.figure, x: columns.bars + length + (length > 0 ? 6 : 0), y: y + 4.5)
        height += Self.rowHeight
    }

    mutating func others(_ figure: String, _ words: String) {
        for line in PlotText.lines(
            "\(figure) (\(words))",
            within: Self.width - 24,
            size: Self.textSize
        ) {
            text(line, x: 12, y: height + 16)
            height += 18
        }
    }
}
