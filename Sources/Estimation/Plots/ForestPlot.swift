/// A picture of what several methods make of one table: a number and its interval for each.
///
/// The scale is by ratios where the numbers spread more than eightfold, and says so. A lower bound is an
/// arrow from it upward, since it says nothing of how many more there are; so is an interval without end.
public struct ForestPlot: Hashable, Sendable {
    /// What one method makes of the table.
    public struct Row: Hashable, Sendable {
        /// The method.
        public var name: String
        /// Its number, or nil where it has none.
        public var estimate: Double?
        /// Its interval; the high end can be infinite.
        public var interval: Interval?
        /// Whether the number is to be read "at least".
        public var isLowerBound: Bool

        /// Takes what one method makes of the table.
        ///
        /// - Parameters:
        ///   - name: The method.
        ///   - estimate: Its number, or nil where it has none.
        ///   - interval: Its interval; the high end can be infinite.
        ///   - isLowerBound: Whether the number is to be read "at least".
        public init(
            name: String,
            estimate: Double?,
            interval: Interval? = nil,
            isLowerBound: Bool = false
        ) {
            self.name = name
            self.estimate = estimate
            self.interval = interval
            self.isLowerBound = isLowerBound
        }
    }

    /// The words of the picture.
    public struct Words: Hashable, Sendable {
        /// The language of the words.
        public var language: EstimationLanguage
        /// What it shows.
        public var title: String
        /// How it is to be read.
        public var summary: String
        /// The range over the methods that make it.
        public var range: String
        /// Before a lower bound: "at least".
        public var atLeast: String
        /// Before the low end of a lower bound's interval: "from".
        public var from: String
        /// The people seen.
        public var seen: String
        /// In place of a number that a method does not have.
        public var noNumber: String
        /// The scale: "people".
        public var people: String
        /// The scale where equal lengths are equal ratios.
        public var peopleByRatio: String

        /// The words of a language.
        ///
        /// - Parameter language: The language.
        public init(in language: EstimationLanguage) {
            self.language = language
            title = language.pick(
                "How many people, by each method",
                "Cuántas personas, según cada método"
            )
            summary = language.pick(
                "Each line is a method, with its number and the interval that chance allows it.",
                "Cada línea es un método, con su cifra y el intervalo que el azar le permite."
            )
            range = language.pick(
                "Range (stepwise, BIC, graphs)",
                "Intervalo (pasos, BIC, grafos)"
            )
            atLeast = language.pick("at least", "al menos")
            from = language.pick("from", "desde")
            seen = language.pick("people seen", "personas vistas")
            noNumber = language.pick("no number", "sin cifra")
            people = language.pick("people, seen or not", "personas, vistas o no")
            peopleByRatio = language.pick(
                "people, seen or not (equal lengths are equal ratios)",
                "personas, vistas o no (escala de proporciones)"
            )
        }
    }

    /// The methods, from the top.
    public var rows: [Row]
    /// The range over the methods, drawn first and behind all; nil for none.
    public var range: Interval?
    /// The people seen, or nil to leave them out.
    public var seen: Double?
    /// The words.
    public var words: Words

    /// Prepares a picture.
    ///
    /// - Parameters:
    ///   - rows: The methods, from the top.
    ///   - range: The range over the methods; nil for none.
    ///   - seen: The people seen, or nil to leave them out.
    ///   - words: The words.
    public init(rows: [Row], range: Interval? = nil, seen: Double? = nil, words: Words) {
        self.rows = rows
        self.range = range
        self.seen = seen
        self.words = words
    }

    /// Draws the picture.
    ///
    /// - Parameters:
    ///   - placing: Where it will stand.
    ///   - name: A word for the identifiers, of its own on each page.
    /// - Returns: The text of the picture.
    public func svg(_ placing: PlotPlacing = .file, name: String = "methods") -> String {
        var drawing = SVGDrawing()
        drawing.heading(words.title, words.summary, placing)
        let axis = axis
        let layouts = (range == nil ? rows : [rangeRow] + rows).enumerated().map {
            MethodLayout($1, figure($1), isRange: range != nil && $0 == 0)
        }
        if let range {
            let low = axis.place(range.low)
            drawing.rectangle(
                x: low,
                y: drawing.height,
                width: max(1, axis.place(range.high) - low),
                height: layouts.reduce(0) { $0 + $1.height },
                tone: .soft
            )
        }
        for layout in layouts { drawing.method(layout, axis, seen: seen) }
        let label = axis.isLogarithmic ? words.peopleByRatio : words.people
        let ticks = drawing.scale(axis, label: label)
        if let seen { drawing.note("\(FigureText.count(seen)) \(words.seen).", key: .dashes) }
        drawing.height += 8
        return drawing.document(
            name: name,
            title: words.title,
            description: description(label, ticks),
            language: words.language,
            placing: placing
        )
    }

    private var rangeRow: Row { Row(name: words.range, estimate: nil, interval: range) }

    private var axis: PlotAxis {
        let numbers = (rows + [rangeRow]).flatMap {
            [$0.estimate, $0.interval?.low, $0.interval?.high].compactMap(\.self)
        }
        return PlotAxis(
            holding: numbers + [seen].compactMap(\.self),
            start: 14,
            end: SVGDrawing.width - 22
        )
    }

    private func figure(_ row: Row) -> String {
        let interval = row.interval.map { interval in
            // The upper end of a bound's interval bounds nothing.
            row.isLowerBound
                ? words.from + " " + FigureText.count(interval.low)
                : "\(FigureText.count(interval.low))–\(FigureText.count(interval.high))"
        }
        guard let estimate = row.estimate else { return interval ?? words.noNumber }
        let number = (row.isLowerBound ? words.atLeast + " " : "") + FigureText.count(estimate)
        return number + (interval.map { " (\($0))" } ?? "")
    }

    private func description(_ label: String, _ ticks: [Double]) -> String {
        var sentences = [words.summary]
        if range != nil { sentences.append("\(words.range): \(figure(rangeRow)).") }
        sentences += rows.map { "\($0.name): \(figure($0))." }
        if let seen { sentences.append("\(FigureText.count(seen)) \(words.seen).") }
        sentences.append("\(label): \(ticks.map(FigureText.count).joined(separator: "; ")).")
        return sentences.joined(separator: " ")
    }
}
