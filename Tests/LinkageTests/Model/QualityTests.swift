import Testing

@testable import Linkage

private func quality(
    _ kinds: [Feature.Kind],
    records: Int = 2_000,
    pairs: Double = 2_000_000,
    _ levels: [([Int], Double)]
) throws -> ModelQuality {
    let space = PatternSpace(features: kinds.map { Feature(kind: $0, fields: ["x"], columns: []) })
    var counts = PatternCounts()
    for (levels, weight) in levels { counts.add(space.pattern(of: levels), weight: weight) }
    return try LinkageModel.train(
        candidates: counts,
        background: PatternCounts(),
        space: space,
        records: records,
        pairs: pairs
    ).quality
}

@Test func `a sound fit has no doubts`() throws {
    let simulated = SimulatedPairs(seed: 3, matches: 1_500)
    let model = try LinkageModel.train(
        candidates: simulated.counts,
        background: PatternCounts(),
        space: SimulatedPairs.space,
        records: 2_000,
        pairs: simulated.pairs
    )
    #expect(model.quality.isGood, "\(model.quality.doubts)")
}

@Test func `names alone cannot tell two people of one name, and that is said`() throws {
    let quality = try quality([.givenNames, .surnames], [([1, 1], 300), ([17, 15], 100_000)])
    #expect(quality.doubts.contains(.namesakes))
}

@Test func `few true pairs are said to be few`() throws {
    let quality = try quality(
        [.givenNames, .surnames, .dateOfBirth],
        [([1, 1, 1], 3), ([18, 16, 14], 200_000)]
    )
    #expect(
        quality.doubts.contains {
            if case .fewMatches(let expected) = $0 { expected < 10 } else { false }
        }
    )
}

@Test func `a hundred records of each person are doubted`() throws {
    let quality = try quality(
        [.givenNames, .surnames, .dateOfBirth],
        [([1, 1, 1], 99_000), ([18, 16, 14], 1_900_000)]
    )
    #expect(
        quality.doubts.contains { if case .manyMatches = $0 { true } else { false } }
    )
}

@Test func `every doubt is a sentence in both languages`() {
    let doubts: [ModelQuality.Doubt] = [
        .fewMatches(expected: 4), .notSeparated(f1: 0.7), .manyMatches(perRecord: 40), .notSettled,
        .upsideDown(feature: "town"), .namesakes,
    ]
    for doubt in doubts {
        let texts = LinkageLanguage.allCases.map(doubt.text)
        #expect(Set(texts).count == 2)
        #expect(texts.allSatisfy { $0.hasSuffix(".") })
    }
}
