import Linkage
import Testing
import TestSupport

private func link(_ left: UInt32, _ right: UInt32, _ probability: Double) -> Link {
    Link(pair: CandidatePair(left: left, right: right), probability: probability)
}

/// Links between rows 0 to 19 and rows 20 to 39, many of the same probability.
private func randomLinks(_ random: inout SplitMix64) -> [Link] {
    var links: [Link] = []
    for left in 0..<20 as Range<UInt32> {
        for right in 20..<40 as Range<UInt32> where Int.random(in: 0..<6, using: &random) == 0 {
            links.append(link(left, right, Double(Int.random(in: 5...9, using: &random)) / 10))
        }
    }
    return links
}

@Suite struct AssignmentTests {
    @Test func `the more probable link takes both its records`() {
        let links = [link(0, 2, 0.7), link(0, 3, 0.9), link(1, 3, 0.8)]
        #expect(Assignment.oneToOne.chosen(among: links) == [link(0, 3, 0.9)])
        #expect(
            Assignment.oneToMany.chosen(among: links) == [link(0, 2, 0.7), link(0, 3, 0.9)]
        )
        #expect(Assignment.manyToMany.chosen(among: links) == links)
    }

    @Test func `of equal links the one goes first that leaves the others their partners`() {
        let links = [link(0, 2, 0.9), link(0, 3, 0.9), link(1, 2, 0.9)]
        #expect(
            Assignment.oneToOne.chosen(among: links) == [link(0, 3, 0.9), link(1, 2, 0.9)]
        )
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `no record has more partners than it may, and the order of the links does not matter`(
        _ seed: UInt64
    ) {
        var random = SplitMix64(seed: seed)
        let links = randomLinks(&random)
        for assignment in Assignment.allCases {
            let kept = assignment.chosen(among: links)
            #expect(assignment.chosen(among: links.shuffled(using: &random)) == kept)
            #expect(assignment.chosen(among: kept) == kept)
            #expect(Set(kept).isSubset(of: links))
            let lefts = Set(kept.map(\.pair.left))
            let rights = Set(kept.map(\.pair.right))
            if assignment == .oneToOne { #expect(lefts.count == kept.count) }
            if assignment != .manyToMany { #expect(rights.count == kept.count) }
            // A link that was not kept has an end that a link at least as probable took.
            for link in links where !kept.contains(link) {
                let rivals = kept.filter {
                    $0.pair.right == link.pair.right
                        || (assignment == .oneToOne && $0.pair.left == link.pair.left)
                }
                #expect(rivals.contains { $0.probability >= link.probability })
            }
        }
    }
}
