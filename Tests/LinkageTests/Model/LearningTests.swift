import TestSupport
import Testing

@testable import Linkage

private func learned(_ counts: PatternCounts, pairs: Double) throws -> LinkageModel {
    try LinkageModel.train(
        candidates: counts,
        background: PatternCounts(),
        space: SimulatedPairs.space,
        records: 2_000,
        pairs: pairs
    )
}

@Test(arguments: UInt64(1)...3)
func `learning finds again the shares that pairs were made with`(seed: UInt64) throws {
    let simulated = SimulatedPairs(seed: seed, matches: 2_000)
    let model = try learned(simulated.counts, pairs: simulated.pairs)
    let expected = model.expectedPairs(of: simulated.pairs)
    #expect(expected[0].class == .same)
    #expect(abs(expected[0].count - simulated.matches) < 0.03 * simulated.matches)
    for (index, offset) in model.offsets.enumerated() {
        for (level, share) in simulated.same[index].enumerated() where share > 0.02 {
            let found = model.mixture.levels[0][offset + level]
            // The prior is worth a hundred pairs beside two thousand.
            #expect(abs(found - share) < 0.15 * share + 0.005, "\(index) \(level)")
        }
    }
}

@Test(arguments: UInt64(1)...4)
func `what learning makes large never falls`(seed: UInt64) {
    let simulated =
        seed % 2 == 0
        ? SimulatedPairs(seed: seed, matches: 300).counts : SimulatedPairs.noise(seed: seed)
    let features = SimulatedPairs.space.features
    let table = PatternTable(
        candidates: simulated,
        background: SimulatedPairs.noise(seed: seed + 100),
        pairs: 3 * simulated.total,
        space: SimulatedPairs.space
    )
    let classes = PairClass.allCases.filter { $0.isTold(by: features) }
    let start = MixtureStart(table, features: features, records: 2_000, classes: classes)
    var fit = MixtureFit(table, features: features, start: start)
    fit.run(limit: 60)
    #expect(fit.objectives.count > 30)
    for (before, after) in zip(fit.objectives.dropFirst(), fit.objectives.dropFirst(2)) {
        #expect(after >= before - 1e-9 * abs(before))
    }
}

@Test(arguments: UInt64(1)...12)
func
    `whatever is counted, probabilities are numbers from 0 to 1 and the first class is the same person`(
        seed: UInt64
    ) throws
{
    let counts = SimulatedPairs.noise(seed: seed)
    let model = try LinkageModel.train(
        candidates: counts,
        background: seed % 3 == 0 ? PatternCounts() : SimulatedPairs.noise(seed: ~seed),
        space: SimulatedPairs.space,
        records: 2 + Int(seed) * 50,
        pairs: counts.total * Double(seed)
    )
    #expect(model.classes.first == .same && model.classes.last == .unrelated)
    #expect(0...1 ~= model.threshold)
    for (pattern, _) in counts.sorted() {
        let probability = model.probability(of: pattern)
        #expect(probability.isFinite && 0...1 ~= probability)
        #expect(abs(model.probabilities(of: pattern).reduce(0, +) - 1) < 1e-9)
    }
}

@Test(arguments: UInt64(1)...3)
func `who agrees in everything is likelier one person than who agrees in nothing`(
    seed: UInt64
) throws {
    let simulated = SimulatedPairs(seed: seed, matches: 20 * Double(seed * seed))
    let model = try learned(simulated.counts, pairs: simulated.pairs)
    let space = SimulatedPairs.space
    let all = space.pattern(of: space.features.map { _ in 1 })
    let nothing = space.pattern(of: space.features.map { $0.levels.count - 1 })
    #expect(model.probability(of: all) > 0.99)
    #expect(model.probability(of: nothing) < 1e-6)
}

@Test func `the same counts give the same model, in whatever order they were counted`() throws {
    let simulated = SimulatedPairs(seed: 5, matches: 500)
    var backwards = PatternCounts()
    for (pattern, weight) in simulated.counts.sorted().reversed() {
        backwards.add(pattern, weight: weight)
    }
    let one = try learned(simulated.counts, pairs: simulated.pairs)
    #expect(try learned(backwards, pairs: simulated.pairs) == one)
}

@Test func `what cannot be learned from is refused, and says what to do`() {
    let empty = PatternCounts()
    let some = SimulatedPairs.noise(seed: 1)
    let space = SimulatedPairs.space
    let cases: [(PatternCounts, PatternSpace, Int, Double, TrainingFailure)] = [
        (empty, space, 100, 100, .noCandidates),
        (some, PatternSpace(features: []), 100, 100, .noFeatures),
        (some, space, 1, 100, .notACount),
        (some, space, 100, .nan, .notACount),
    ]
    for (counts, space, records, pairs, failure) in cases {
        let error = #expect(throws: TrainingFailure.self) {
            try LinkageModel.train(
                candidates: counts,
                background: empty,
                space: space,
                records: records,
                pairs: pairs
            )
        }
        #expect(error == failure)
        for language in LinkageLanguage.allCases { #expect(!failure.text(in: language).isEmpty) }
    }
}

@Test func `shares keep to their limits and what is left goes by the counts`() {
    let shares = Shares.normalized([6, 3, 1], limits: [0.2, 1, 1])
    #expect(shares[0] == 0.2)
    #expect(abs(shares[1] - 0.6) < 1e-12 && abs(shares[2] - 0.2) < 1e-12)
    #expect(Shares.normalized([0, 0]) == [0.5, 0.5])
    #expect(Shares.normalized([1, 3]) == [0.25, 0.75])
}
