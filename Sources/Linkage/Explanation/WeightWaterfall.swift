import Foundation

/// A picture of why two records are, or are not, likely one person.
///
/// From the odds before anything was compared, each feature's weight leads on from where the last one
/// ended, to the odds after all. One step to the right doubles the odds. The same is said in words.
public struct WeightWaterfall: Hashable, Sendable {
    /// Where a picture will stand.
    public enum Placing: Hashable, Sendable {
        /// In a page that has the colours of `plot-mark` and `plot-soft`.
        case page
        /// In a file of its own.
        case file
    }

    /// A feature with its bar.
    struct Row: Hashable {
        let title: String
        let finding: String
        let weight: Double
        /// The log₂ odds before and after.
        let start: Double
        let end: Double
    }

    /// What the picture shows.
    public let contributions: Contributions
    /// The language of its words.
    public let language: LinkageLanguage

    /// Makes a picture.
    public init(_ contributions: Contributions, language: LinkageLanguage) {
        self.contributions = contributions
        self.language = language
    }

    /// The features that say something, and those that say nothing together with a weight of 0.
    var rows: [Row] {
        var odds = contributions.prior
        return contributions.features.map { contribution in
            let start = odds
            odds += contribution.weight
            return Row(
                title: contribution.feature.title(in: language),
                finding: contribution.finding(in: language),
                weight: contribution.weight,
                start: start,
                end: odds
            )
        }
    }

    /// What it shows, in one line.
    public var title: String {
        language.pick(
            "Why: \(Self.percent(contributions.probability)) likely to be one person",
            "Por qué: \(Self.percent(contributions.probability)) probable que sea la misma persona"
        )
    }

    /// All that it shows, in words and numbers.
    public var description: String {
        let before = language.pick(
            "Before anything is compared, two records are one person in \(Self.oneIn(contributions.prior)).",
            "Antes de comparar nada, dos registros son la misma persona en \(Self.oneIn(contributions.prior))."
        )
        let parts = contributions.features.map {
            "\($0.words(in: language)) \($0.effect(in: language)) (\(Self.signed($0.weight)))."
        }
        return ([before] + parts + [title + "."]).joined(separator: " ")
    }

    /// The picture as Scalable Vector Graphics (W3C, SVG 2), 360 units wide.
    ///
    /// - Parameters:
    ///   - name: A word for the identifiers, different for each picture of a page.
    ///   - placing: Where it will stand.
    /// - Returns: The text of an `svg` element; it takes its colour from the text around it.
    public func svg(name: String = "waterfall", placing: Placing = .page) -> String {
        var drawing = WaterfallDrawing(self)
        return drawing.document(name: name, placing: placing)
    }

    /// A weight with its sign: *+3.2*, *−0.5*, *0*.
    static func signed(_ weight: Double) -> String {
        let text = String(format: "%.1f", abs(weight))
        guard text != "0.0" else { return "0" }
        return (weight > 0 ? "+" : "−") + text
    }

    /// A probability that never claims to be certain.
    static func percent(_ probability: Double) -> String {
        if probability > 0.999 { return "> 99.9 %" }
        if probability < 0.001 { return "< 0.1 %" }
        let text = String(format: "%.1f", probability * 100)
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
    }

    private static func oneIn(_ logOdds: Double) -> String {
        let times = 1 + exp2(-logOdds)
        let digits = pow(10, max(0, (log10(times)).rounded(.down) - 1))
        let rounded = (times / digits).rounded() * digits
        return "1 : " + (rounded < 1e15 ? "\(Int(rounded))" : "10¹⁵")
    }
}
