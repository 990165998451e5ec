/// What links are worth, measured against the truth.
public struct Evaluation: Sendable {
    /// Links by falling probability, and whether each is right.
    private let links: [(probability: Double, isHit: Bool)]
    private let wanted: Int

    /// Compares links with the truth.
    ///
    /// - Parameters:
    ///   - links: Pairs with their probabilities, each pair once, in any order.
    ///   - truth: The pairs that are one person.
    public init(links: [Link], truth: Truth) {
        self.links = links.map { ($0.probability, truth.contains($0.pair)) }
            .sorted { $0.probability > $1.probability }
        wanted = truth.pairs.count
    }

    /// The accuracy of the links of at least this probability.
    public func accuracy(at threshold: Double) -> Accuracy {
        let found = links.prefix { $0.probability >= threshold }
        return Accuracy(hits: found.count(where: \.isHit), found: found.count, wanted: wanted)
    }

    /// The threshold with the highest F1, and the accuracy there; of several the highest threshold.
    ///
    /// Only someone who has the truth can choose it: it bounds what a threshold chosen without can reach.
    /// Links of one probability stand or fall together.
    public var best: (threshold: Double, accuracy: Accuracy) {
        var best = (threshold: 1.0, accuracy: Accuracy(hits: 0, found: 0, wanted: wanted))
        var hits = 0
        for (place, link) in links.enumerated() {
            if link.isHit { hits += 1 }
            let next = place + 1 < links.count ? links[place + 1].probability : -1
            if next == link.probability { continue }
            let accuracy = Accuracy(hits: hits, found: place + 1, wanted: wanted)
            if accuracy.f1 > best.accuracy.f1 { best = (link.probability, accuracy) }
        }
        return best
    }

    /// The accuracy of pairs that have no probabilities: candidates, clusters, or links already chosen.
    public static func accuracy(of pairs: some Sequence<CandidatePair>, truth: Truth) -> Accuracy {
        var accuracy = Accuracy(hits: 0, found: 0, wanted: truth.pairs.count)
        for pair in pairs {
            accuracy.found += 1
            if truth.contains(pair) { accuracy.hits += 1 }
        }
        return accuracy
    }

    /// The recall within each group of true pairs, such as the origin of the persons.
    ///
    /// - Parameters:
    ///   - pairs: The pairs chosen, each at most once or more often.
    ///   - truth: The pairs that are one person.
    ///   - group: The group of a true pair.
    /// - Returns: For each group that has a true pair: hits, and in `found` the same, and how many there are.
    public static func recall<Group: Hashable>(
        of pairs: some Sequence<CandidatePair>,
        truth: Truth,
        by group: (CandidatePair) -> Group
    ) -> [Group: Accuracy] {
        var groups: [Group: Accuracy] = [:]
        for pair in truth.pairs {
            groups[group(pair), default: Accuracy(hits: 0, found: 0, wanted: 0)].wanted += 1
        }
        for pair in Set(pairs) where truth.contains(pair) {
            let key = group(pair)
            groups[key]?.hits += 1
            groups[key]?.found += 1
        }
        return groups
    }
}
