import Linkage
import Testing

private func pair(_ left: UInt32, _ right: UInt32) -> CandidatePair {
    CandidatePair(left: left, right: right)
}

@Suite struct EvaluationTests {
    private let truth = Truth(pairs: [pair(0, 1), pair(2, 3), pair(5, 4), pair(6, 7)])
    private let links = [
        Link(pair: pair(0, 1), probability: 0.9), Link(pair: pair(2, 3), probability: 0.8),
        Link(pair: pair(0, 2), probability: 0.8), Link(pair: pair(4, 5), probability: 0.6),
        Link(pair: pair(1, 6), probability: 0.3),
    ]

    @Test func `precision, recall and F1 are those of the links at a threshold`() {
        let accuracy = Evaluation(links: links, truth: truth).accuracy(at: 0.8)
        #expect(accuracy == Accuracy(hits: 2, found: 3, wanted: 4))
        #expect(accuracy.precision == 2.0 / 3)
        #expect(accuracy.recall == 0.5)
        #expect(abs(accuracy.f1 - 4.0 / 7) < 1e-15)
    }

    @Test func `the best threshold has the highest F1, and equal links stand together`() {
        let best = Evaluation(links: links.reversed(), truth: truth).best
        #expect(best.threshold == 0.6)
        #expect(best.accuracy == Accuracy(hits: 3, found: 4, wanted: 4))
    }

    @Test func `nothing found is precise, and nothing to find is found`() {
        #expect(Accuracy(hits: 0, found: 0, wanted: 3).precision == 1)
        #expect(Accuracy(hits: 0, found: 0, wanted: 3).f1 == 0)
        #expect(Accuracy(hits: 0, found: 0, wanted: 0).f1 == 1)
    }

    @Test func `persons make a true pair of every two of their rows`() {
        let truth = Truth(persons: ["a", "b", "a", "a", "c"])
        #expect(truth.pairs == [pair(0, 2), pair(0, 3), pair(2, 3)])
    }

    @Test func `pairs without probabilities are counted as they come`() {
        let accuracy = Evaluation.accuracy(of: [pair(0, 1), pair(0, 7)], truth: truth)
        #expect(accuracy == Accuracy(hits: 1, found: 2, wanted: 4))
    }

    @Test func `recall by group counts the true pairs of each group`() {
        let recall = Evaluation.recall(of: [pair(0, 1), pair(0, 7), pair(4, 5)], truth: truth) {
            $0.left < 4 ? "low" : "high"
        }
        #expect(recall["low"]?.recall == 0.5)
        #expect(recall["high"]?.recall == 0.5)
        #expect(recall.count == 2)
    }

    @Test func `a cluster agrees when it is all rows of one person and no other`() {
        let agreement = ClusterAgreement(
            clusters: [0, 0, 1, 2, 3, 3],
            persons: ["a", "a", "b", "b", "c", "d"]
        )
        #expect(agreement.exact == 1)
        #expect(agreement.f1 == 2.0 / 8)
    }
}
