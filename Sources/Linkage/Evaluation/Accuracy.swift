/// How many of the pairs found are right, and how many of the true ones were found.
public struct Accuracy: Hashable, Sendable {
    /// Pairs found that are one person.
    public var hits: Int
    /// Pairs found.
    public var found: Int
    /// Pairs that are one person in truth.
    public var wanted: Int

    /// Makes counts; `hits` is at most each of the others.
    public init(hits: Int, found: Int, wanted: Int) {
        self.hits = hits
        self.found = found
        self.wanted = wanted
    }

    /// The share of the pairs found that are right; 1 when none was found.
    public var precision: Double { found == 0 ? 1 : Double(hits) / Double(found) }

    /// The share of the true pairs that were found; 1 when there are none.
    public var recall: Double { wanted == 0 ? 1 : Double(hits) / Double(wanted) }

    /// The harmonic mean of precision and recall (van Rijsbergen, *Information Retrieval*, 1979, chapter
    /// 7); 1 when there was nothing to find and nothing was found.
    public var f1: Double {
        found + wanted == 0 ? 1 : 2 * Double(hits) / Double(found + wanted)
    }
}
