import Foundation
import Testing

@testable import Estimation

@Suite
struct GammaDrawTests {
    private static let draws = 20_000

    @Test
    func `normal draws are normal`() {
        var stream = RandomStream(seed: 21)
        let draws = (0..<Self.draws).map { _ in stream.normal() }
        #expect(GoodnessOfFit.kolmogorov(draws, cdf: Normal.cdf) < 2.9)
    }

    @Test(arguments: [1.0, 2, 7, 150])
    func `gamma draws of a whole shape wait for as many arrivals of a Poisson process`(
        shape: Double
    ) {
        var stream = RandomStream(seed: 22, index: UInt64(shape))
        let draws = (0..<Self.draws).map { _ in stream.gamma(shape: shape) }
        let distance = GoodnessOfFit.kolmogorov(draws) { time in
            Poisson.tails(count: shape, mean: time).upper
        }
        #expect(distance < 2.9)
    }

    @Test
    func `gamma draws of shape one half are half the squares of normal values`() {
        var stream = RandomStream(seed: 23)
        let draws = (0..<Self.draws).map { _ in stream.gamma(shape: 0.5) }
        let distance = GoodnessOfFit.kolmogorov(draws) { value in
            2 * Normal.cdf((2 * value).squareRoot()) - 1
        }
        #expect(distance < 2.9)
    }

    @Test
    func `the logarithms of gamma draws of tiny shape are finite and exponential far out`() {
        // Below 1 the density is nearly shape · x^(shape − 1): the logarithm is exponential.
        var stream = RandomStream(seed: 24)
        let draws = (0..<Self.draws).map { _ in stream.logGammaDistributed(shape: 0.001) }
        #expect(draws.allSatisfy { $0.isFinite })
        let distance = GoodnessOfFit.kolmogorov(draws) { value in
            min(1, exp(0.001 * value - logGamma(1.001)))
        }
        #expect(distance < 2.9)
    }

    @Test
    func `what a beta draw leaves to 1 is told as well, down to the tiniest`() {
        var stream = RandomStream(seed: 26)
        for _ in 0..<1000 {
            let (share, rest) = stream.logBeta(0.01, 3)
            #expect(abs(exp(share) + exp(rest) - 1) < 1e-12)
            #expect(share.isFinite && rest.isFinite)
        }
    }

    @Test(arguments: [(1.0, 1.0), (3, 5), (40, 2)])
    func `beta draws of whole shapes are order statistics of uniform numbers`(a: Double, b: Double)
    {
        var stream = RandomStream(seed: 25, index: UInt64(a))
        let draws = (0..<Self.draws).map { _ in exp(stream.logBeta(a, b).of) }
        let trials = a + b - 1
        let distance = GoodnessOfFit.kolmogorov(draws) { share in
            stride(from: a, through: trials, by: 1).reduce(0) { sum, count in
                sum
                    + exp(
                        logGamma(trials + 1) - logGamma(count + 1) - logGamma(trials - count + 1)
                            + count * log(share) + (trials - count) * log1p(-share)
                    )
            }
        }
        #expect(distance < 2.9)
    }
}
