import Foundation
import TestSupport
import Testing

@testable import Estimation

@Suite
struct LogLinearTests {
    @Test
    func `two independent lists give the estimate of Lincoln and Petersen`() throws {
        let table = try CaptureTable(lists: ["a", "b"], counts: [0, 30, 50, 20])
        let fit = try LogLinear.fit(.mainEffects(of: 2), to: table)
        #expect(abs(fit.estimate - 50 * 70 / 20) < 1e-9)
        #expect(abs(fit.deviance) < 1e-9)
        // The variance of log n₀ is Σ 1/n over the three cells, by the delta method.
        let variance = 1 / 30.0 + 1 / 50 + 1 / 20
        #expect(abs(fit.standardError - variance.squareRoot()) < 1e-9)
        let interval = fit.waldInterval(level: 0.95)
        #expect(
            abs(interval.high - (100 + 75 * exp(1.959963984540054 * variance.squareRoot()))) < 1e-6
        )
    }

    @Test
    func `the model of all pairs of three lists gives the ratio of products of its seven counts`()
        throws
    {
        let n: [Double] = [0, 60, 49, 4, 247, 112, 142, 12]
        let table = try CaptureTable(lists: ["birth", "death", "rehabilitation"], counts: n)
        let fit = try LogLinear.fit(HierarchicalModel(listCount: 3, terms: [3, 5, 6]), to: table)
        let unseen = n[1] * n[2] * n[4] * n[7] / (n[3] * n[5] * n[6])
        #expect(abs(fit.unseen / unseen - 1) < 1e-9)
        #expect(fit.parameterCount == 7)
        #expect(abs(fit.aic - (14 - 2 * fit.logLikelihood)) < 1e-9)
        #expect(abs(fit.bic - (7 * log(626) - 2 * fit.logLikelihood)) < 1e-9)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `counts that a model expects give back its people and its coefficients`(seed: UInt64)
        throws
    {
        var random = SplitMix64(seed: seed)
        let lists = Int.random(in: 2...6, using: &random)
        let all = (0..<(1 << lists) - 1).filter { $0.nonzeroBitCount == 2 }
        let model = HierarchicalModel(
            listCount: lists,
            terms: lists < 3 ? [] : all.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        )
        var coefficients = [Double](repeating: 0, count: 1 << lists)
        coefficients[0] = log(Double.random(in: 50...5000, using: &random))
        for term in model.terms.dropFirst() {
            coefficients[term] =
                term.nonzeroBitCount == 1
                ? .random(in: -3 ... -0.5, using: &random) : .random(in: -1...1, using: &random)
        }
        var means = coefficients
        SubsetSums.overSubsets(&means)
        means = means.map { exp($0) }
        let unseen = means[0]
        means[0] = 0
        let fit = try LogLinear.fit(model, to: means)
        #expect(abs(fit.unseen / unseen - 1) < 1e-9)
        #expect(
            model.terms.allSatisfy { abs((fit.coefficients[$0] ?? .nan) - coefficients[$0]) < 1e-8 }
        )
    }

    @Test
    func `a pair whom nobody joins is at minus infinity and its histories are expected empty`()
        throws
    {
        let table = try CaptureTable(lists: ["a", "b", "c"], counts: [0, 40, 30, 0, 20, 6, 5, 0])
        let model = HierarchicalModel(listCount: 3, terms: [3])
        let fit = try LogLinear.fit(model, to: table)
        #expect(fit.coefficients[3] == -.infinity)
        #expect(fit.standardErrors[3] == nil)
        #expect(fit.expected[3] == 0 && fit.expected[7] == 0)
        #expect(fit.parameterCount == 5)
        #expect(fit.estimate.isFinite)
    }

    @Test
    func `a model for other lists than the table's is refused`() throws {
        let table = try CaptureTable(lists: ["a", "b"], counts: [0, 3, 4, 5])
        #expect(throws: FitFailed.wrongListCount(model: 3, counts: 2)) {
            try LogLinear.fit(.mainEffects(of: 3), to: table)
        }
    }

    @Test(arguments: [1e-3, 1, 1e3, 1e6, 1e9])
    func `people counted in other units are fitted as well`(scale: Double) throws {
        let counts = [0, 5, 5, 54, 41, 6, 0, 12].map { $0 * scale }
        let model = HierarchicalModel(listCount: 3, terms: [3])
        let fit = try LogLinear.fit(model, to: counts)
        #expect(abs(fit.estimate / scale / 268.77777777777777 - 1) < 1e-9)
    }
}
