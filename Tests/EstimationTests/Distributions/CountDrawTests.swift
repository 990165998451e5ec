import Foundation
import Testing

@testable import Estimation

@Suite
struct CountDrawTests {
    private static let draws = 20_000

    @Test(arguments: [
        (5.0, 0.3), (40, 0.1), (1e9, 3e-9), (30, 0.95), (100, 0.4), (1000, 0.97), (1e6, 1e-4),
        (2744, 0.351), (20, 0.5),
    ])
    func `binomial draws have binomial probabilities`(trials: Double, p: Double) {
        var stream = RandomStream(seed: 11, index: UInt64(trials))
        let draws = (0..<Self.draws).map { _ in stream.binomial(trials: trials, probability: p) }
        let most = min(trials, (trials * p + 12 * (trials * p).squareRoot() + 12))
        let excess = GoodnessOfFit.chiSquared(draws, upTo: Int(most)) { count in
            Self.binomial(count, trials, p)
        }
        #expect(abs(excess) < 4.5)
    }

    @Test(arguments: [0.3, 3, 9.9, 10.1, 57, 900])
    func `Poisson draws have Poisson probabilities`(mean: Double) {
        var stream = RandomStream(seed: 12, index: UInt64(mean))
        let draws = (0..<Self.draws).map { _ in stream.poisson(mean: mean) }
        let most = Int(mean + 12 * mean.squareRoot() + 12)
        let excess = GoodnessOfFit.chiSquared(draws, upTo: most) { count in
            Poisson.probability(of: count, mean: mean)
        }
        #expect(abs(excess) < 4.5)
    }

    @Test(arguments: [(0.7, 0.3), (12, 0.2), (345, 0.9)])
    func `negative binomial draws have their probabilities`(successes: Double, p: Double) {
        var stream = RandomStream(seed: 13, index: UInt64(successes))
        let draws = (0..<Self.draws).map { _ in
            stream.negativeBinomial(successes: successes, probability: p)
        }
        let excess = GoodnessOfFit.chiSquared(draws, upTo: 400) { count in
            exp(
                logGamma(count + successes) - logGamma(successes) - logGamma(count + 1)
                    + successes * log(p) + count * log(1 - p)
            )
        }
        #expect(abs(excess) < 4.5)
    }

    @Test
    func `each outcome of a multinomial draw is binomial, and all together are everybody`() {
        let weights: [Double] = [0, 3, 40, 0, 1, 500, 0.5, 0]
        let total = weights.reduce(0, +)
        var stream = RandomStream(seed: 14)
        var counts = [Double](repeating: -1, count: weights.count)
        var byOutcome = weights.map { _ in [Double]() }
        for _ in 0..<Self.draws {
            stream.multinomial(trials: 545, weights: weights, into: &counts)
            #expect(counts.reduce(0, +) == 545)
            for outcome in weights.indices { byOutcome[outcome].append(counts[outcome]) }
        }
        for (outcome, weight) in weights.enumerated() {
            guard weight > 0 else {
                #expect(byOutcome[outcome].allSatisfy { $0 == 0 })
                continue
            }
            let excess = GoodnessOfFit.chiSquared(byOutcome[outcome], upTo: 545) { count in
                Self.binomial(count, 545, weight / total)
            }
            #expect(abs(excess) < 4.5, "outcome \(outcome)")
        }
    }

    @Test
    func `what cannot happen is not drawn`() {
        var stream = RandomStream(seed: 15)
        #expect(stream.binomial(trials: 7, probability: 0) == 0)
        #expect(stream.binomial(trials: 7, probability: 1) == 7)
        #expect(stream.binomial(trials: 0, probability: 0.4) == 0)
        #expect(stream.binomial(trials: 7, probability: 1.5) == 7)
        #expect(stream.poisson(mean: 0) == 0)
        #expect(stream.poisson(mean: .infinity) == .infinity)
        var counts = [1.0, 1]
        stream.multinomial(trials: 3, weights: [0, 0], into: &counts)
        #expect(counts == [0, 0])
    }

    private static func binomial(_ count: Double, _ trials: Double, _ p: Double) -> Double {
        guard count <= trials else { return 0 }
        return exp(
            logGamma(trials + 1) - logGamma(count + 1) - logGamma(trials - count + 1)
                + count * log(p) + (trials - count) * log1p(-p)
        )
    }
}
