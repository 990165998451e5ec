import Linkage
import TestSupport
import Testing

/// A table of random fields whose values come from few letters, so that much agrees and much nearly.
private func randomTable(_ random: inout SplitMix64) -> RecordTable {
    let kinds = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        FieldKind.allCases.randomElement(using: &random) ?? .other
    }
    let letters = Array("ab1-/ ñ李,.")
    func value() -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: ""
        case 1:
            "19\(Int.random(in: 0..<120, using: &random))-0\(Int.random(in: 0..<10, using: &random))-1"
        case 2: String(Int.random(in: 0..<9_999_999, using: &random))
        default:
            String(
                (0..<Int.random(in: 0..<90, using: &random)).map { _ in
                    letters.randomElement(using: &random) ?? "a"
                }
            )
        }
    }
    let records = (0..<Int.random(in: 0...30, using: &random)).map { row in
        ("\(row)", kinds.map { _ in value() })
    }
    return RecordTable(
        fields: kinds.enumerated().map { Field(name: "\($0)", kind: $1) },
        sources: [records]
    )
}

@Test(arguments: 1...60)
func `random tables compare without fail, alike in both directions`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let table = randomTable(&random)
    let space = PatternSpace(table)
    var comparer = PairComparer(table, space)
    var pairs: [CandidatePair] = []
    var patterns: [Pattern] = []
    for left in 0..<table.count {
        for right in 0..<table.count {
            let pattern = comparer.pattern(left, right)
            #expect(Int(pattern.rawValue) < space.patternCount)
            #expect(pattern == comparer.pattern(right, left))
            #expect(space.pattern(of: space.levels(of: pattern)) == pattern)
            pairs.append(CandidatePair(left: UInt32(left), right: UInt32(right)))
            patterns.append(pattern)
        }
    }
    var fresh = PairComparer(table, space)
    var together: [Pattern] = []
    fresh.forEachPattern(of: pairs.span) { place, pattern in
        #expect(place == together.count)
        together.append(pattern)
    }
    #expect(together == patterns)
}

@Test(arguments: 1...20)
func `a record compares with itself as the same wherever it says something`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let table = randomTable(&random)
    let space = PatternSpace(table)
    var comparer = PairComparer(table, space)
    let own: Set<Level.Finding> = [
        .missing, .same, .asWritten, .sameYearFirstOfJanuary, .sameYearOnly, .sameYearAndMonth,
        .sameYear,
    ]
    for row in 0..<table.count {
        let levels = space.levels(of: comparer.pattern(row, row))
        for (feature, level) in zip(space.features, levels) {
            #expect(own.contains(feature.levels[level].finding))
        }
    }
}
