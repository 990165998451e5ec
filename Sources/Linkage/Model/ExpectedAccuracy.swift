/// What links above a threshold are expected to be worth, from the probabilities alone.
///
/// The numbers are as good as the model; ``LinkageModel/quality`` says whether it is to be trusted.
public struct ExpectedAccuracy: Hashable, Sendable {
    /// The candidates with a probability or a higher one.
    public struct Step: Hashable, Sendable {
        /// The lowest probability among them.
        public let probability: Double
        /// How many they are.
        public let links: Double
        /// How many of them are expected to be one person.
        public let matches: Double
    }

    /// From the highest probability to the lowest.
    public let steps: [Step]
    /// How many of all candidates are expected to be one person.
    public let matches: Double

    /// Adds up pairs by their probability.
    ///
    /// - Parameter pairs: Probabilities and how many pairs have each, in any order.
    init(_ pairs: [(probability: Double, count: Double)]) {
        var steps: [Step] = []
        var links = 0.0
        var matches = 0.0
        let ordered = pairs.filter { $0.count > 0 }.sorted { $0.probability > $1.probability }
        for (index, pair) in ordered.enumerated() {
            links += pair.count
            matches += pair.count * pair.probability
            let isLast = index + 1 == ordered.count
            if isLast || ordered[index + 1].probability < pair.probability {
                steps.append(Step(probability: pair.probability, links: links, matches: matches))
            }
        }
        self.steps = steps
        self.matches = matches
    }

    /// The share of the links at or above a threshold that are expected to be right.
    ///
    /// It is nil when there are no such links.
    public func precision(at threshold: Double) -> Double? {
        step(at: threshold).map { $0.matches / $0.links }
    }

    /// The share of the candidates of one person that the links at or above a threshold find.
    ///
    /// It is expected, and nil when no such candidate is. What blocking lost is not in it.
    public func recall(at threshold: Double) -> Double? {
        guard matches > 0 else { return nil }
        return (step(at: threshold)?.matches ?? 0) / matches
    }

    /// The threshold with the highest expected F1; 1 when nothing is expected.
    ///
    /// F1 is 2·hits ⁄ (links + matches), its expectation taken as that of both sums (Lipton, Elkan and
    /// Narayanaswamy, 2014, show that the best links are those above half of the best F1).
    public var bestThreshold: Double {
        var best = (value: 0.0, threshold: 1.0)
        for step in steps {
            let value = 2 * step.matches / (step.links + matches)
            if value > best.value { best = (value, step.probability) }
        }
        return best.threshold
    }

    private func step(at threshold: Double) -> Step? {
        steps.last { $0.probability >= threshold }
    }
}
