/// A picture of what every model would have said: its number of people against how much worse than the
/// best it fits.
///
/// Where models that fit as well say different numbers, the choice of one is not the data's. Points that
/// would lie on each other are drawn once.
public struct MultiversePlot: Hashable, Sendable {
    /// One model.
    public struct Point: Hashable, Sendable {
        /// Its number of people.
        public var estimate: Double
        /// How much its criterion is above the best, from 0 up.
        public var difference: Double

        /// Takes one model.
        ///
        /// - Parameters:
        ///   - estimate: Its number of people.
        ///   - difference: How much its criterion is above the best, from 0 up.
        public init(estimate: Double, difference: Double) {
            self.estimate = estimate
            self.difference = difference
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
        /// Before the ranges of the models within each distance.
        public var within: String
        /// What is counted: "models".
        public var models: String
        /// The scale across.
        public var difference: String
        /// The scale upward.
        public var people: String

        /// The words of a language.
        ///
        /// - Parameter language: The language.
        public init(in language: EstimationLanguage) {
            self.language = language
            title = language.pick("What every model would say", "Lo que diría cada modelo")
            summary = language.pick(
                "Each point is a model. To the left are those that fit the lists best; points at"
                    + " different heights there say different numbers, and the lists cannot choose.",
                "Cada punto es un modelo. A la izquierda están los que mejor se ajustan a las listas;"
                    + " los puntos a distinta altura allí dan cifras distintas, y las listas no pueden"
                    + " elegir."
            )
            within = language.pick(
                "Models no farther from the best than:",
                "Modelos que no distan del mejor más de:"
            )
            models = language.pick("models", "modelos")
            difference = language.pick(
                "BIC above the best model's",
                "BIC por encima del mejor modelo"
            )
            people = language.pick("people, seen or not", "personas, vistas o no")
        }
    }

    /// The models.
    public let points: [Point]
    /// The distances from the best that have their range written, above 0 and ascending; beyond the last
    /// no model is drawn.
    public let distances: [Double]
    /// The words.
    public var words: Words

    /// Prepares a picture.
    ///
    /// - Parameters:
    ///   - points: The models; one without a finite number is passed over.
    ///   - distances: The distances from the best that have their range written.
    ///   - words: The words.
    public init(points: [Point], distances: [Double] = [2, 6, 10], words: Words) {
        self.points = points.filter { $0.estimate.isFinite && $0.difference.isFinite }
        self.distances = distances.filter { $0.isFinite && $0 > 0 }.sorted()
        self.words = words
    }

    /// Prepares a picture of ranked models.
    ///
    /// - Parameters:
    ///   - models: The models.
    ///   - distances: The distances from the best that have their range written.
    ///   - words: The words.
    public init(_ models: RankedModels, distances: [Double] = [2, 6, 10], words: Words) {
        self.init(
            points: models.models.map { Point(estimate: $0.estimate, difference: $0.difference) },
            distances: distances,
            words: words
        )
    }

    /// Draws the picture.
    ///
    /// - Parameters:
    ///   - placing: Where it will stand.
    ///   - name: A word for the identifiers, of its own on each page.
    /// - Returns: The text of the picture.
    public func svg(_ placing: PlotPlacing = .file, name: String = "models") -> String {
        var drawing = SVGDrawing()
        drawing.heading(words.title, words.summary, placing)
        let far = max(distances.last ?? 10, 1e-9)
        let drawn = points.filter { (0...far).contains($0.difference) }
        let ticks = drawing.multiverse(drawn, far: far, distances: distances, words)
        for sentence in [words.within] + ranges { drawing.note(sentence) }
        drawing.height += 8
        let scales = [
            "\(words.people): \(ticks.map(FigureText.count).joined(separator: "; ")).",
            "\(words.difference): 0; \(distances.map(Self.distance).joined(separator: "; ")).",
        ]
        return drawing.document(
            name: name,
            title: words.title,
            description: ([words.summary, words.within] + ranges + scales).joined(separator: " "),
            language: words.language,
            placing: placing
        )
    }

    /// What the models within each distance say.
    private var ranges: [String] {
        distances.map { distance in
            let near = points.filter { (0...distance).contains($0.difference) }.map(\.estimate)
            let head = Self.distance(distance) + ": "
            guard let low = near.min(), let high = near.max() else {
                return head + "0 \(words.models)."
            }
            let count = FigureText.count(Double(near.count))
            return head
                + "\(FigureText.count(low))–\(FigureText.count(high)) (\(count) \(words.models))."
        }
    }

    static func distance(_ value: Double) -> String {
        value == value.rounded() ? FigureText.count(value) : FigureText.decimal(value, places: 1)
    }
}
