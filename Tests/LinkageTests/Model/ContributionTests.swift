import Foundation
import Testing

@testable import Linkage

@Test(arguments: UInt64(1)...3)
func `the weights of a pair sum to its log odds`(seed: UInt64) throws {
    let counts = SimulatedPairs.noise(seed: seed)
    let model = try LinkageModel.train(
        candidates: counts,
        background: SimulatedPairs.noise(seed: ~seed),
        space: SimulatedPairs.space,
        records: 500,
        pairs: 10 * counts.total
    )
    for (pattern, _) in counts.sorted() {
        let contributions = model.contributions(of: pattern)
        let probability = model.probability(of: pattern)
        #expect(abs(contributions.probability - probability) < 1e-9)
        let sum = contributions.prior + contributions.features.map(\.weight).reduce(0, +)
        #expect(abs(sum - contributions.logOdds) < 1e-9)
        for (contribution, level) in zip(contributions.features, model.space.levels(of: pattern)) {
            #expect(contribution.level == contribution.feature.levels[level])
            if level == 0 { #expect(contribution.weight == 0) }
        }
    }
}

@Test func `the order of names is shown and weighs nothing`() {
    let space = PatternSpace(
        features: [.givenNames, .surnames, .nameOrder, .dateOfBirth].map {
            Feature(kind: $0, fields: [], columns: [])
        }
    )
    let model = LinkageModel.standard(for: space)
    for level in 1...3 {
        let contributions = model.contributions(of: space.pattern(of: [1, 1, level, 1]))
        #expect(abs(contributions.features[2].weight) < 1e-9)
    }
}

@Test
func `expected precision and recall follow from the probabilities, and the threshold from them`() {
    let accuracy = ExpectedAccuracy([(0.9, 10), (0.2, 10), (0.5, 4), (0.0, 100)])
    #expect(accuracy.matches == 13)
    #expect(accuracy.precision(at: 0.9) == 0.9)
    #expect(accuracy.precision(at: 0.3) == 11.0 / 14)
    #expect(accuracy.recall(at: 0.3) == 11.0 / 13)
    #expect(accuracy.precision(at: 0.95) == nil)
    #expect(accuracy.recall(at: 0.95) == 0)
    // 2·9⁄23, 2·11⁄27 and 2·13⁄37: the second is the best.
    #expect(accuracy.bestThreshold == 0.5)
    #expect(ExpectedAccuracy([]).bestThreshold == 1)
}
