/// One bar: its name, and a value for each series.
package struct Bar: Sendable {
    package let title: String
    /// Not negative.
    package let values: [Int]

    package init(_ title: String, _ values: [Int]) {
        self.title = title
        self.values = values
    }
}

/// Bars that lie under one another, each parted by series, of which there can be two.
///
/// It is for the eye alone: assistive technology passes over the bars, and a table with the same
/// numbers must stand beside it. The first series is filled and the second only outlined, so that
/// they differ without colour. Names and numbers are text, which keeps its size on every screen.
package func barChart(_ title: String, series: [String], bars: [Bar], _ words: Words) -> HTML {
    let most = max(bars.map { $0.values.reduce(0, +) }.max() ?? 0, 1)
    return figure(.class("chart")) {
        figcaption { title }
        ul(.class("chart-key"), .aria("hidden", "true")) {
            for (index, name) in series.enumerated() {
                li {
                    svg(.class("chart-sample"), Attribute("viewBox", "0 0 2 1")) {
                        rectangle(from: 0, to: 2, series: index)
                    }
                    name
                }
            }
        }
        div(.class("chart-bars"), .aria("hidden", "true")) {
            for bar in bars {
                span { bar.title }
                svg(
                    Attribute("viewBox", "0 0 \(most) 1"),
                    Attribute("preserveAspectRatio", "none")
                ) {
                    for (index, value) in bar.values.enumerated() where value > 0 {
                        let start = bar.values[..<index].reduce(0, +)
                        rectangle(from: start, to: start + value, series: index)
                    }
                }
                span(.class("number")) { words.number(bar.values.reduce(0, +)) }
            }
        }
    }
}

private func rectangle(from start: Int, to end: Int, series: Int) -> HTML {
    Element("rect")(
        .class("bar bar--\(series + 1)"),
        Attribute("x", String(start)),
        Attribute("width", String(end - start)),
        Attribute("height", "1")
    )
}
