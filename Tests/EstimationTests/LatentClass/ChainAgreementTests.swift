import Foundation
import Testing

@testable import Estimation

@Suite
struct ChainAgreementTests {
    @Test
    func `four halves of two draws give the factor worked out by hand`() {
        // Means 1.5, 3.5, 2.5, 4.5 with variance 5/3 between; 1/2 within; (1/2 · 1/2 + 5/3) / (1/2).
        let agreement = ChainAgreement([[1, 2, 3, 4], [2, 3, 4, 5]])
        #expect(abs(agreement.rHat - (23.0 / 6).squareRoot()) < 1e-12)
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `independent draws agree and each counts`(seed: UInt64) {
        let agreement = ChainAgreement(chains(seed: seed, memory: 0))
        #expect(abs(agreement.rHat - 1) < 0.005)
        #expect(abs(agreement.effectiveSize / 8_000 - 1) < 0.15)
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `draws that remember nine tenths of the last one count a nineteenth`(seed: UInt64) {
        let agreement = ChainAgreement(chains(seed: seed, memory: 0.9))
        #expect(abs(agreement.effectiveSize / (8_000.0 / 19) - 1) < 0.25)
    }

    @Test
    func `one chain elsewhere, or all drifting, disagree`() {
        var elsewhere = chains(seed: 1, memory: 0)
        elsewhere[3] = elsewhere[3].map { $0 + 3 }
        #expect(ChainAgreement(elsewhere).rHat > 1.2)
        let drifting = chains(seed: 1, memory: 0).map { chain in
            chain.enumerated().map { $1 + Double($0) / 500 }
        }
        #expect(ChainAgreement(drifting).rHat > 1.2)
    }

    @Test
    func `chains that stand still have no agreement to tell of`() {
        let agreement = ChainAgreement([[1, 1, 1, 1], [1, 1, 1, 1]])
        #expect(agreement.rHat.isNaN)
        #expect(agreement.effectiveSize.isNaN)
    }

    /// Four chains of 2 000 normal draws, each of which keeps a part of the one before.
    private func chains(seed: UInt64, memory: Double) -> [[Double]] {
        (0..<4 as Range<UInt64>).map { index in
            var random = RandomStream(seed: seed, index: index)
            var value = random.normal()
            return (0..<2_000).map { _ in
                value = memory * value + (1 - memory * memory).squareRoot() * random.normal()
                return value
            }
        }
    }
}
