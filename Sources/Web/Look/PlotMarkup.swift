import Estimation

/// A picture of the library of estimates, as it stands within a page.
///
/// Only that library's plots can become one: they write XML and escape every text that they are given.
package struct PlotMarkup: Sendable {
    let text: String

    init(_ plot: ForestPlot) { text = plot.svg(.page) }
    init(_ plot: MultiversePlot) { text = plot.svg(.page) }
    init(_ plot: OverlapPlot) { text = plot.svg(.page) }
}
