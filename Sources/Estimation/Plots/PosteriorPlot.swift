/// A picture of how probable each number of people is, with its peaks.
///
/// Two peaks say that the lists fit two accounts, and that a number between them may fit neither.
public struct PosteriorPlot: Hashable, Sendable {
    /// The words of the picture.
    public struct Words: Hashable, Sendable {
        /// The language of the words.
        public var language: EstimationLanguage
        /// What it shows.
        public var title: String
        /// How it is to be read.
        public var summary: String
        /// The one peak of the curve.
        public var peak: String
        /// Several peaks.
        public var peaks: String
        /// The number that as much probability is below as above.
        public var median: String
        /// The interval.
        public var interval: String
        /// The scale: "people".
        public var people: String

        /// The words of a language.
        ///
        /// - Parameter language: The language.
        public init(in language: EstimationLanguage) {
            self.language = language
            title = language.pick(
                "How probable each number of people is",
                "Qué tan probable es cada número de personas"
            )
            summary = language.pick(
                "The higher the curve, the more probable the number, averaged over all ways in which the"
                    + " lists may depend on each other.",
                "Cuanto más alta la curva, más probable el número, promediando todas las maneras en que"
                    + " las listas pueden depender unas de otras."
            )
            peak = language.pick("Peak", "Pico")
            peaks = language.pick("Peaks", "Picos")
            median = language.pick("Median", "Mediana")
            interval = language.pick("95 % interval", "Intervalo del 95 %")
            people = language.pick("people, seen or not", "personas, vistas o no")
        }
    }

    /// Numbers of people, ascending.
    public var grid: [Double]
    /// The density at each, in any unit, from 0 up.
    public var densities: [Double]
    /// The numbers where the curve peaks, ascending.
    public var modes: [Double]
    /// The number that as much probability is below as above.
    public var median: Double
    /// The interval.
    public var interval: Interval
    /// The words.
    public var words: Words

    /// Prepares a picture.
    ///
    /// - Parameters:
    ///   - grid: Numbers of people, ascending.
    ///   - densities: The density at each, in any unit, from 0 up.
    ///   - modes: The numbers where the curve peaks, ascending.
    ///   - median: The number that as much probability is below as above.
    ///   - interval: The interval.
    ///   - words: The words.
    public init(
        grid: [Double],
        densities: [Double],
        modes: [Double],
        median: Double,
        interval: Interval,
        words: Words
    ) {
        self.grid = grid
        self.densities = densities
        self.modes = modes
        self.median = median
        self.interval = interval
        self.words = words
    }

    /// Prepares a picture of a posterior and its 95 % interval.
    ///
    /// - Parameters:
    ///   - posterior: The posterior.
    ///   - words: The words.
    public init(_ posterior: Posterior, words: Words) {
        self.init(
            grid: posterior.grid,
            densities: posterior.densities,
            modes: posterior.modes.map(\.people),
            median: posterior.median,
            interval: posterior.interval(level: 0.95),
            words: words
        )
    }

    /// Draws the picture.
    ///
    /// - Parameters:
    ///   - placing: Where it will stand.
    ///   - name: A word for the identifiers, of its own on each page.
    /// - Returns: The text of the picture.
    public func svg(_ placing: PlotPlacing = .file, name: String = "posterior") -> String {
        var drawing = SVGDrawing()
        drawing.heading(words.title, words.summary, placing)
        let ticks = drawing.curve(self)
        for (sentence, key) in sentences { drawing.note(sentence, key: key) }
        drawing.height += 8
        let scale = "\(words.people): \(ticks.map(FigureText.count).joined(separator: "; "))."
        return drawing.document(
            name: name,
            title: words.title,
            description: ([words.summary] + sentences.map(\.0) + [scale]).joined(separator: " "),
            language: words.language,
            placing: placing
        )
    }

    private var sentences: [(String, SVGDrawing.Key)] {
        let ends = [interval.low, interval.high].map(FigureText.count).joined(separator: "–")
        var sentences: [(String, SVGDrawing.Key)] = [
            ("\(words.median): \(FigureText.count(median)).", .tick),
            ("\(words.interval): \(ends).", .area),
        ]
        if !modes.isEmpty {
            let peaks = modes.map(FigureText.count).joined(separator: "; ")
            sentences.insert(
                ("\(modes.count == 1 ? words.peak : words.peaks): \(peaks).", .dashes),
                at: 0
            )
        }
        return sentences
    }
}
