/// Where a plot will stand.
public enum PlotPlacing: Sendable {
    /// In a file of its own: it has a heading, colours for light and dark screens, and a width that suits
    /// a telephone and a desk.
    case file
    /// Inside a page, which has the heading: it has no style of its own, takes the page's colour of text,
    /// and its parts have the classes `plot`, `plot-mark` and `plot-soft` for the page to colour.
    case page
}
