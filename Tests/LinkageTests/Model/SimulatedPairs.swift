import TestSupport

@testable import Linkage

/// Patterns of pairs whose classes are known, for tests.
struct SimulatedPairs {
    /// Surnames, a date and a document.
    static let space = PatternSpace(
        features: [.surnames, .dateOfBirth, .document].map {
            Feature(kind: $0, fields: ["\($0)"], columns: [])
        }
    )

    /// How many pairs of each pattern there are, as expected; fractions of pairs too.
    private(set) var counts = PatternCounts()
    /// For each feature, the shares of its levels among pairs of one person and among others.
    let same: [[Double]]
    let others: [[Double]]
    let pairs = 2_000_000.0
    let matches: Double

    /// Draws shares of levels by chance, around the typical ones.
    init(seed: UInt64, matches: Double) {
        self.matches = matches
        var random = SplitMix64(seed: seed)
        same = Self.space.features.map {
            Self.blurred(TypicalLevels.shares(of: $0), &random)
        }
        others = Self.space.features.map {
            Self.blurred(ChanceLevels.shares(of: $0), &random)
        }
        add(levels: [], same: matches, others: pairs - matches)
    }

    private static func blurred(_ shares: [Double], _ random: inout SplitMix64) -> [Double] {
        let drawn = shares.map { $0 * Double.random(in: 0.7...1.4, using: &random) }
        return drawn.map { $0 / drawn.reduce(0, +) }
    }

    private mutating func add(levels: [Int], same: Double, others: Double) {
        let feature = levels.count
        guard feature < Self.space.features.count else {
            counts.add(Self.space.pattern(of: levels), weight: same + others)
            return
        }
        for level in Self.space.features[feature].levels.indices.dropFirst() {
            add(
                levels: levels + [level],
                same: same * self.same[feature][level],
                others: others * self.others[feature][level]
            )
        }
    }

    /// A histogram without any sense.
    static func noise(seed: UInt64, space: PatternSpace = space) -> PatternCounts {
        var random = SplitMix64(seed: seed)
        var counts = PatternCounts()
        for _ in 0..<Int.random(in: 1...300, using: &random) {
            let number = UInt32.random(in: 0..<UInt32(space.patternCount), using: &random)
            let size = Double.random(in: -2...9, using: &random)
            counts.add(Pattern(rawValue: number), weight: Double(Int(size * size * size) + 9))
        }
        return counts
    }
}
