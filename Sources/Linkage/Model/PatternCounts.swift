/// How many pairs have each pattern: a histogram from which a model is learned.
///
/// A weight is a number of pairs; one pair of a sample may stand for many. Additions take a few
/// nanoseconds, so that each of several threads can count for itself and ``merge(_:)`` at the end.
public struct PatternCounts: Sendable {
    /// Patterns by open addressing with linear probing; a weight of 0 marks a free place.
    private var patterns: [UInt32]
    private var weights: [Double]

    /// How many patterns occur.
    public private(set) var count = 0
    /// The weight of all pairs together.
    public private(set) var total = 0.0

    /// Makes an empty histogram.
    public init() {
        patterns = [UInt32](repeating: 0, count: 1024)
        weights = [Double](repeating: 0, count: 1024)
    }

    /// The weight of the pairs with a pattern, 0 when there are none.
    public subscript(pattern: Pattern) -> Double {
        weights[place(of: pattern.rawValue)]
    }

    /// Counts pairs with a pattern.
    ///
    /// - Parameters:
    ///   - pattern: What they have in common.
    ///   - weight: How many they are; nothing is added when it is not above 0 or not finite.
    public mutating func add(_ pattern: Pattern, weight: Double = 1) {
        guard weight > 0, weight.isFinite else { return }
        let place = place(of: pattern.rawValue)
        if weights[place] == 0 {
            patterns[place] = pattern.rawValue
            count += 1
        }
        weights[place] += weight
        total += weight
        if count * 2 > patterns.count { grow() }
    }

    /// Adds what another histogram has counted.
    public mutating func merge(_ other: PatternCounts) {
        for (pattern, weight) in other.sorted() { add(pattern, weight: weight) }
    }

    /// The histogram with every weight multiplied.
    ///
    /// - Parameter factor: Above 0 and finite; otherwise the result is empty.
    /// - Returns: The same patterns.
    public func scaled(by factor: Double) -> PatternCounts {
        var scaled = PatternCounts()
        for (pattern, weight) in sorted() { scaled.add(pattern, weight: weight * factor) }
        return scaled
    }

    /// The patterns that occur with their weights, by pattern.
    public func sorted() -> [(pattern: Pattern, weight: Double)] {
        zip(patterns, weights).filter { $0.1 > 0 }.map { (Pattern(rawValue: $0), $1) }
            .sorted { $0.pattern < $1.pattern }
    }

    /// Where a pattern stands, or the free place where it would.
    private func place(of pattern: UInt32) -> Int {
        // Knuth's multiplicative hashing (TAOCP 3, 6.4): 2³² divided by the golden ratio.
        let mask = patterns.count - 1
        var place = Int(truncatingIfNeeded: (pattern &* 2_654_435_769) >> 8) & mask
        while weights[place] > 0, patterns[place] != pattern { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = zip(patterns, weights).filter { $0.1 > 0 }
        patterns = [UInt32](repeating: 0, count: patterns.count * 4)
        weights = [Double](repeating: 0, count: patterns.count)
        for (pattern, weight) in old {
            let place = place(of: pattern)
            patterns[place] = pattern
            weights[place] = weight
        }
    }
}
