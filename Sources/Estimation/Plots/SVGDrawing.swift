import Foundation

/// A picture as Scalable Vector Graphics (W3C, SVG 2) that people can have read to them.
///
/// It is ``width`` units wide and as high as what is drawn. A unit is about a pixel on a telephone.
struct SVGDrawing {
    /// How a text is set against its place.
    enum Anchor: String {
        case start, middle, end
    }

    /// What a thing is to the eye.
    enum Tone: String {
        /// Like text.
        case plain
        /// What the picture is about.
        case mark = "plot-mark"
        /// Lines and areas that stand back.
        case soft = "plot-soft"
    }

    /// The width of every plot.
    static let width = 360.0
    /// The size of text.
    static let textSize = 13.0
    /// The size of numbers at axes.
    static let smallSize = 12.0

    private var body = ""
    /// How far down something is drawn.
    var height = 0.0

    mutating func text(
        _ text: String,
        x: Double,
        y: Double,
        size: Double = textSize,
        anchor: Anchor = .start,
        isBold: Bool = false,
        isUpward: Bool = false
    ) {
        body +=
            "<text x=\"\(Self.figure(x))\" y=\"\(Self.figure(y))\" font-size=\"\(Self.figure(size))\""
        if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
        if isBold { body += " font-weight=\"700\"" }
        if isUpward { body += " transform=\"rotate(-90 \(Self.figure(x)) \(Self.figure(y)))\"" }
        body += ">\(Self.escaped(text))</text>\n"
    }

    mutating func line(
        x1: Double,
        y1: Double,
        x2: Double,
        y2: Double,
        width: Double = 1,
        tone: Tone = .plain,
        isDashed: Bool = false
    ) {
        body +=
            "<line x1=\"\(Self.figure(x1))\" y1=\"\(Self.figure(y1))\" x2=\"\(Self.figure(x2))\""
            + " y2=\"\(Self.figure(y2))\" stroke-width=\"\(Self.figure(width))\""
        if isDashed { body += " stroke-dasharray=\"4 3\"" }
        body += Self.stroke(tone) + "/>\n"
    }

    mutating func rectangle(
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        tone: Tone = .mark
    ) {
        body +=
            "<rect x=\"\(Self.figure(x))\" y=\"\(Self.figure(y))\" width=\"\(Self.figure(width))\""
            + " height=\"\(Self.figure(height))\"\(Self.fill(tone))/>\n"
    }

    mutating func circle(x: Double, y: Double, radius: Double, tone: Tone = .mark) {
        body +=
            "<circle cx=\"\(Self.figure(x))\" cy=\"\(Self.figure(y))\" r=\"\(Self.figure(radius))\""
            + "\(Self.fill(tone))/>\n"
    }

    /// A closed area or an open line through some places.
    mutating func path(_ places: [(x: Double, y: Double)], isFilled: Bool, tone: Tone = .mark) {
        guard let first = places.first else { return }
        var steps = "M\(Self.figure(first.x)) \(Self.figure(first.y))"
        for place in places.dropFirst() {
            steps += "L\(Self.figure(place.x)) \(Self.figure(place.y))"
        }
        if isFilled {
            body += "<path d=\"\(steps)Z\"\(Self.fill(tone))/>\n"
        } else {
            body +=
                "<path d=\"\(steps)\" fill=\"none\" stroke-width=\"2\""
                + " stroke-linejoin=\"round\"\(Self.stroke(tone))/>\n"
        }
    }

    /// The whole document.
    ///
    /// - Parameters:
    ///   - name: A word for the identifiers, different for each plot of a page; letters alone.
    ///   - title: What it shows.
    ///   - description: All that it shows, in words and numbers.
    ///   - language: The language of its words.
    ///   - placing: Where it will stand.
    /// - Returns: The text.
    func document(
        name: String,
        title: String,
        description: String,
        language: EstimationLanguage,
        placing: PlotPlacing
    ) -> String {
        let identifier = Self.escaped(name)
        let size = "\(Self.figure(Self.width)) \(Self.figure(height))"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 \(size)" role="img" \
            lang="\(language.rawValue)" aria-labelledby="\(identifier)-title \(identifier)-desc" \
            font-family="system-ui, sans-serif" fill="currentColor">
            <title id="\(identifier)-title">\(Self.escaped(title))</title>
            <desc id="\(identifier)-desc">\(Self.escaped(description))</desc>
            \(placing == .file ? Self.style : "")\(body)</svg>

            """
    }

    /// Colours for a file of its own; the page that a plot stands in has its own.
    private static let style = """
        <style>
        svg:root { color: #20302f; background: #fffdf8; --mark: #0f5257; \
        display: block; max-width: 34rem; margin: 0 auto; }
        @media (prefers-color-scheme: dark) {
        svg:root { color: #eee8dc; background: #1d2526; --mark: #86cbc6; } }
        svg:root .plot-mark[fill] { fill: var(--mark); }
        svg:root .plot-mark[stroke] { fill: none; stroke: var(--mark); }
        </style>

        """

    private static func fill(_ tone: Tone) -> String {
        switch tone {
        case .plain: ""
        case .mark: " class=\"plot-mark\" fill=\"currentColor\""
        case .soft: " class=\"plot-soft\" fill=\"currentColor\" fill-opacity=\"0.14\""
        }
    }

    private static func stroke(_ tone: Tone) -> String {
        switch tone {
        case .plain: " stroke=\"currentColor\""
        case .mark: " class=\"plot-mark\" stroke=\"currentColor\""
        case .soft: " class=\"plot-soft\" stroke=\"currentColor\" stroke-opacity=\"0.3\""
        }
    }

    /// A length, to a hundredth.
    private static func figure(_ value: Double) -> String {
        let text = String(format: "%.2f", value)
        let short = text.hasSuffix(".00") ? String(text.dropLast(3)) : text
        return short == "-0" ? "0" : short
    }

    /// Text that XML takes as text: five characters written by name, and those it forbids replaced.
    static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            case "\t", "\n", "\r", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
                safe.unicodeScalars.append(scalar)
            default: safe += "\u{FFFD}"
            }
        }
        return safe
    }
}
