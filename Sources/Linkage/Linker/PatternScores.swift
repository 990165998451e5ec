/// The probability of each pattern met, and how many pairs have it; each thread has its own.
struct PatternScores {
    private let model: LinkageModel
    /// Patterns by open addressing with linear probing; a count of 0 marks a free place.
    private var patterns: [UInt32]
    private var counts: [UInt32]
    private var probabilities: [Double]
    private var used = 0

    init(_ model: LinkageModel) {
        self.model = model
        patterns = [UInt32](repeating: 0, count: 4096)
        counts = [UInt32](repeating: 0, count: 4096)
        probabilities = [Double](repeating: 0, count: 4096)
    }

    /// Counts a pair and gives its pattern's probability.
    mutating func add(_ pattern: Pattern) -> Double {
        let place = place(of: pattern.rawValue)
        if counts[place] > 0 {
            counts[place] += 1
            return probabilities[place]
        }
        let probability = model.probability(of: pattern)
        patterns[place] = pattern.rawValue
        counts[place] = 1
        probabilities[place] = probability
        used += 1
        if used * 2 > patterns.count { grow() }
        return probability
    }

    /// Adds the counts to a histogram.
    func count(into histogram: inout PatternCounts) {
        for place in counts.indices where counts[place] > 0 {
            histogram.add(Pattern(rawValue: patterns[place]), weight: Double(counts[place]))
        }
    }

    private func place(of pattern: UInt32) -> Int {
        let mask = patterns.count - 1
        var place = Int(mix(pattern)) & mask
        while counts[place] > 0, patterns[place] != pattern { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldPatterns, oldCounts, oldProbabilities) = (patterns, counts, probabilities)
        patterns = [UInt32](repeating: 0, count: 4 * patterns.count)
        counts = [UInt32](repeating: 0, count: patterns.count)
        probabilities = [Double](repeating: 0, count: patterns.count)
        for old in oldCounts.indices where oldCounts[old] > 0 {
            let place = place(of: oldPatterns[old])
            patterns[place] = oldPatterns[old]
            counts[place] = oldCounts[old]
            probabilities[place] = oldProbabilities[old]
        }
    }
}
