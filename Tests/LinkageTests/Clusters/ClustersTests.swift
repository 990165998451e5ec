import Linkage
import Testing
import TestSupport

/// A link between two rows.
private func link(_ left: Int, _ right: Int, _ probability: Double = 0.999) -> Link {
    Link(
        pair: CandidatePair(left: UInt32(min(left, right)), right: UInt32(max(left, right))),
        probability: probability
    )
}

/// Links between all rows of a group.
private func family(_ rows: Range<Int>) -> [Link] {
    rows.flatMap { left in (left + 1..<rows.upperBound).map { link(left, $0) } }
}

/// The clusters of more than one row.
private func groups(_ clusters: Clusters) -> [[UInt32]] {
    (0..<clusters.count).map { Array(clusters[$0]) }.filter { $0.count > 1 }
}

/// Groups of one to six rows whose rows are mostly linked, and a few links at random.
private func randomLinks(rows: Int, _ random: inout SplitMix64) -> [Link] {
    var links: [CandidatePair: Link] = [:]
    var start = 0
    while start < rows {
        let end = min(rows, start + Int.random(in: 1...6, using: &random))
        for found in family(start..<end) where Int.random(in: 0..<10, using: &random) < 8 {
            links[found.pair] = link(
                Int(found.pair.left),
                Int(found.pair.right),
                Double.random(in: 0.5...1, using: &random)
            )
        }
        start = end
    }
    for _ in 0..<rows / 5 {
        let left = Int.random(in: 0..<rows, using: &random)
        let right = Int.random(in: 0..<rows, using: &random)
        if left == right { continue }
        let stray = link(left, right, Double.random(in: 0.5...1, using: &random))
        links[stray.pair] = stray
    }
    return links.values.sorted {
        ($0.pair.left, $0.pair.right) < ($1.pair.left, $1.pair.right)
    }
}

@Suite struct ClustersTests {
    @Test func `rows without links are clusters of one`() {
        let clusters = Clusters(links: [], count: 3, threshold: 0.5)
        #expect(clusters.count == 3)
        #expect(clusters.assignment == [0, 1, 2])
        #expect(Array(clusters.pairs).isEmpty)
    }

    @Test func `no rows make no clusters`() {
        #expect(Clusters(links: [], count: 0, threshold: 0.5).count == 0)
    }

    @Test func `links below the threshold join nothing`() {
        let links = [link(0, 1, 0.49), link(1, 2, 0.5)]
        #expect(groups(Clusters(links: links, count: 3, threshold: 0.5)) == [[1, 2]])
    }

    @Test func `a third record linked to one of two linked records joins them`() {
        let clusters = Clusters(links: [link(0, 1), link(1, 2)], count: 3, threshold: 0.5)
        #expect(groups(clusters) == [[0, 1, 2]])
        #expect(Array(clusters.pairs).count == 3)
        #expect(clusters.cuts.isEmpty)
    }

    @Test(arguments: [(2, 2), (2, 3), (3, 3), (5, 4)])
    func `one false link, however probable, does not join two families`(
        _ one: Int,
        _ other: Int
    ) throws {
        let bridge = link(one - 1, one, 1)
        let links = family(0..<one) + family(one..<one + other) + [bridge]
        let clusters = Clusters(links: links, count: one + other, threshold: 0.5)
        #expect(groups(clusters).map(\.count) == [one, other])
        let cut = try #require(clusters.cuts.first)
        #expect(clusters.cuts.count == 1)
        #expect(cut.link == bridge)
        #expect([cut.leftSize, cut.rightSize] == [one, other])
        #expect([cut.linksAcross, cut.pairsAcross] == [1, one * other])
        #expect(cut.reason(in: .english).contains("\(one * other) pairs only 1 is"))
        #expect(cut.reason(in: .spanish).contains("\(one * other) pares solo 1 es"))
    }

    @Test func `without the check the false link joins both families`() {
        let links = family(0..<3) + family(3..<6) + [link(2, 3)]
        let clusters = Clusters(links: links, count: 6, threshold: 0.5, bridgeCheck: nil)
        #expect(groups(clusters) == [[0, 1, 2, 3, 4, 5]])
        #expect(clusters.cuts.isEmpty)
    }

    @Test func `enough links between two groups join them`() {
        let across = [link(0, 2), link(0, 3), link(1, 2)]
        let links = family(0..<2) + family(2..<4) + across
        #expect(groups(Clusters(links: links, count: 4, threshold: 0.5)) == [[0, 1, 2, 3]])
    }

    @Test func `a chain of families stays apart at each false link`() {
        let links =
            (0..<4).flatMap { family($0 * 3..<$0 * 3 + 3) }
            + (1..<4).map { link($0 * 3 - 1, $0 * 3) }
        let clusters = Clusters(links: links, count: 12, threshold: 0.5)
        #expect(groups(clusters).map(\.count) == [3, 3, 3, 3])
        #expect(clusters.cuts.count == 3)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `clusters are a partition that follows from the links in any order`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let links = randomLinks(rows: 60, &random)
        let clusters = Clusters(links: links, count: 60, threshold: 0.6)
        #expect((0..<clusters.count).flatMap { clusters[$0] }.sorted() == Array(0..<60))
        for cluster in 0..<clusters.count {
            for row in clusters[cluster] {
                #expect(clusters.assignment[Int(row)] == UInt32(cluster))
            }
        }
        let again = Clusters(links: links.shuffled(using: &random), count: 60, threshold: 0.6)
        #expect(again.assignment == clusters.assignment)
        #expect(again.cuts == clusters.cuts)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `every link is followed or reported as cut`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let links = randomLinks(rows: 60, &random)
        let clusters = Clusters(links: links, count: 60, threshold: 0)
        let cut = links.filter {
            clusters.assignment[Int($0.pair.left)] != clusters.assignment[Int($0.pair.right)]
        }
        #expect(clusters.cuts.map(\.link) == cut)
        #expect(!cut.isEmpty)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `grouping again what was grouped changes nothing`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let links = randomLinks(rows: 60, &random)
        let clusters = Clusters(links: links, count: 60, threshold: 0)
        let whole = clusters.pairs.map { Link(pair: $0, probability: 0.999) }
        let again = Clusters(links: whole, count: 60, threshold: 0)
        #expect(again.assignment == clusters.assignment)
        #expect(again.cuts.isEmpty)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `the check only takes apart what chains of links join`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let links = randomLinks(rows: 60, &random)
        let checked = Clusters(links: links, count: 60, threshold: 0)
        let chained = Clusters(links: links, count: 60, threshold: 0, bridgeCheck: nil)
        for pair in checked.pairs {
            #expect(
                chained.assignment[Int(pair.left)] == chained.assignment[Int(pair.right)]
            )
        }
        #expect(chained.count < checked.count)
    }
}
