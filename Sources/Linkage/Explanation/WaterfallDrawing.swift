import Foundation

/// Draws a waterfall of weights.
///
/// Bars for and against differ by more than colour: those against are hollow, and each bears its sign.
struct WaterfallDrawing {
    static let width = 360.0
    private static let margin = 12.0
    private static let textSize = 13.0
    private static let smallSize = 12.0

    private let waterfall: WeightWaterfall
    private let low: Double
    private let high: Double
    private var body = ""
    private var height = 0.0

    init(_ waterfall: WeightWaterfall) {
        self.waterfall = waterfall
        var places = [0, waterfall.contributions.prior]
        places += waterfall.rows.map(\.end)
        low = (places.min() ?? 0) - 1
        high = (places.max() ?? 0) + 1
    }

    /// The whole element.
    mutating func document(name: String, placing: WeightWaterfall.Placing) -> String {
        body = ""
        height = 8
        let language = waterfall.language
        if placing == .file {
            paragraph(waterfall.title, size: 16, isBold: true)
            height += 6
        }
        let prior = waterfall.contributions.prior
        entry(language.pick("Before comparing", "Antes de comparar"), figure: Self.figure(prior))
        marker(prior)
        for row in waterfall.rows {
            entry(row.title, figure: WeightWaterfall.signed(row.weight))
            paragraph(row.finding, size: Self.smallSize)
            bar(row)
        }
        let odds = waterfall.contributions.logOdds
        entry(
            language.pick("One person", "La misma persona"),
            figure: WeightWaterfall.percent(waterfall.contributions.probability)
        )
        marker(odds)
        paragraph(
            language.pick(
                "The line is even odds. Full bars speak for one person, hollow ones against; one step"
                    + " doubles or halves the odds.",
                "La línea es «tan probable como no». Las barras llenas hablan a favor, las huecas en"
                    + " contra; cada paso duplica o divide a la mitad la probabilidad relativa."
            ),
            size: Self.smallSize
        )
        height += 8
        let identifier = Self.escaped(name)
        let size = "\(Self.length(Self.width)) \(Self.length(height))"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 \(size)" role="img" \
            lang="\(language.rawValue)" aria-labelledby="\(identifier)-title \(identifier)-desc" \
            font-family="system-ui, sans-serif" fill="currentColor">
            <title id="\(identifier)-title">\(Self.escaped(waterfall.title))</title>
            <desc id="\(identifier)-desc">\(Self.escaped(waterfall.description))</desc>
            \(placing == .file ? Self.style : "")\(body)</svg>

            """
    }

    private static let style = """
        <style>
        svg:root { color: #20302f; background: #fffdf8; display: block; max-width: 34rem; margin: 0 auto; }
        @media (prefers-color-scheme: dark) { svg:root { color: #eee8dc; background: #1d2526; } }
        </style>

        """

    /// A title at the left and a figure at the right.
    private mutating func entry(_ title: String, figure: String) {
        height += 8
        let room = Self.width - 2 * Self.margin - Self.extent(figure, Self.textSize) - 10
        let lines = Self.lines(title, within: room, size: Self.textSize * 1.1)
        for (index, line) in lines.enumerated() {
            height += 17
            text(line, x: Self.margin, size: Self.textSize, isBold: true)
            guard index == 0 else { continue }
            text(figure, x: Self.width - Self.margin, size: Self.textSize, isAtEnd: true)
        }
    }

    private mutating func paragraph(_ words: String, size: Double, isBold: Bool = false) {
        let room = Self.width - 2 * Self.margin
        for line in Self.lines(words, within: room, size: isBold ? size * 1.1 : size) {
            height += size + 4
            text(line, x: Self.margin, size: size, isBold: isBold)
        }
    }

    private mutating func bar(_ row: WeightWaterfall.Row) {
        let y = height + 6
        evenOdds(y - 2, y + 16)
        let (from, to) = (place(min(row.start, row.end)), place(max(row.start, row.end)))
        let isFor = row.weight >= 0
        body +=
            "<rect x=\"\(Self.length(from))\" y=\"\(Self.length(y))\""
            + " width=\"\(Self.length(max(to - from, 1)))\" height=\"14\""
            + (isFor
                ? " class=\"plot-mark\" fill=\"currentColor\"/>\n"
                : " fill=\"none\" class=\"plot-mark\" stroke=\"currentColor\" stroke-width=\"1.5\"/>\n")
        height += 24
    }

    private mutating func marker(_ logOdds: Double) {
        let y = height + 13
        evenOdds(y - 9, y + 9)
        body +=
            "<circle cx=\"\(Self.length(place(logOdds)))\" cy=\"\(Self.length(y))\" r=\"5.5\""
            + " class=\"plot-mark\" fill=\"currentColor\"/>\n"
        height += 24
    }

    /// The place of even odds.
    private mutating func evenOdds(_ top: Double, _ bottom: Double) {
        let x = Self.length(place(0))
        body +=
            "<line x1=\"\(x)\" y1=\"\(Self.length(top))\" x2=\"\(x)\" y2=\"\(Self.length(bottom))\""
            + " stroke=\"currentColor\" stroke-dasharray=\"4 3\"/>\n"
    }

    private mutating func text(
        _ text: String,
        x: Double,
        size: Double,
        isBold: Bool = false,
        isAtEnd: Bool = false
    ) {
        body +=
            "<text x=\"\(Self.length(x))\" y=\"\(Self.length(height))\" font-size=\"\(Self.length(size))\""
        if isAtEnd { body += " text-anchor=\"end\"" }
        if isBold { body += " font-weight=\"700\"" }
        body += ">\(Self.escaped(text))</text>\n"
    }

    private func place(_ logOdds: Double) -> Double {
        let room = Self.width - 2 * Self.margin
        return Self.margin + room * (logOdds - low) / (high - low)
    }

    private static func figure(_ logOdds: Double) -> String {
        WeightWaterfall.signed(logOdds)
    }

    /// About the width of a text, rather too much than too little.
    private static func extent(_ text: String, _ size: Double) -> Double {
        size * 0.62 * Double(text.count)
    }

    /// A text in lines of a width, broken at spaces.
    private static func lines(_ text: String, within room: Double, size: Double) -> [String] {
        let most = max(8, Int(room / (size * 0.56)))
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < most {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word.count > most ? word.prefix(most - 1) + "…" : String(word))
            }
        }
        return lines
    }

    private static func length(_ value: Double) -> String {
        let text = String(format: "%.2f", value)
        return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
    }

    /// Text that XML takes as text: five characters written by name, and those it forbids replaced.
    private static func escaped(_ text: String) -> String {
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
