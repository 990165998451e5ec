import TestSupport
import Testing

@testable import Linkage

@Test(arguments: UInt64(1)...3)
func `a histogram of patterns counts as a dictionary does`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var counts = PatternCounts()
    var dictionary: [UInt32: Double] = [:]
    for _ in 0..<6_000 {
        let pattern = UInt32.random(in: 0..<4_000, using: &random) &* 0x9E37_79B1
        let weight = Double(Int.random(in: 0...5, using: &random))
        counts.add(Pattern(rawValue: pattern), weight: weight)
        if weight > 0 { dictionary[pattern, default: 0] += weight }
    }
    #expect(counts.count == dictionary.count)
    #expect(counts.total == dictionary.values.reduce(0, +))
    let sorted = counts.sorted()
    #expect(sorted.map(\.pattern.rawValue) == dictionary.keys.sorted())
    #expect(sorted.allSatisfy { dictionary[$0.pattern.rawValue] == $0.weight })
}

@Test func `what counts nothing is not counted, and what was not seen weighs nothing`() {
    var counts = PatternCounts()
    for weight in [0, -1, Double.nan, .infinity] {
        counts.add(Pattern(rawValue: 7), weight: weight)
    }
    #expect(counts.count == 0 && counts.total == 0)
    #expect(counts[Pattern(rawValue: 7)] == 0)
}

@Test func `histograms merged are those counted together, whatever the order`() {
    let (one, other) = (SimulatedPairs.noise(seed: 1), SimulatedPairs.noise(seed: 2))
    var (first, second) = (one, other)
    first.merge(other)
    second.merge(one)
    #expect(first.total == one.total + other.total)
    #expect(first.sorted().map(\.pattern) == second.sorted().map(\.pattern))
    #expect(first.sorted().map(\.weight) == second.sorted().map(\.weight))
}
