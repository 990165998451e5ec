import Foundation
import TestSupport
import Testing

@testable import Estimation

@Suite
struct DecomposableLawTests {
    /// Four lists with overlaps of their own for each seed.
    private func table(seed: UInt64) throws -> CaptureTable {
        let lists = 4
        var random = SplitMix64(seed: seed)
        var counts = Array(repeating: 0.0, count: 1 << lists)
        for history in 1..<counts.count {
            counts[history] = Double(
                Int.random(in: 0...(60 >> history.nonzeroBitCount), using: &random)
            )
        }
        counts[1] += 1
        return try CaptureTable(lists: (0..<lists).map { "list \($0)" }, counts: counts)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `the order of the lists changes nothing`(seed: UInt64) throws {
        let table = try table(seed: seed)
        let posterior = try DecomposableAveraging(table: table).posterior()
        var random = SplitMix64(seed: seed)
        let order = (0..<table.listCount).shuffled(using: &random)
        let other = try DecomposableAveraging(table: table.reordered(order)).posterior()
        #expect(abs(other.mean / posterior.mean - 1) < 1e-9)
        #expect(other.median == posterior.median)
        let graph = try #require(posterior.topGraph)
        let moved = try #require(other.topGraph)
        #expect(abs(graph.probability - moved.probability) < 1e-9)
        let cliques = moved.graph.cliques.map { clique in
            order.indices.reduce(0) { clique >> $1 & 1 == 1 ? $0 | 1 << order[$1] : $0 }
        }
        #expect(Set(cliques) == Set(graph.graph.cliques))
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `the weights and the graphs each sum to one, and an interval holds the median`(
        seed: UInt64
    ) throws {
        let posterior = try DecomposableAveraging(table: table(seed: seed)).posterior()
        #expect(abs(posterior.weights.reduce(0, +) - 1) < 1e-12)
        #expect(abs(posterior.graphs.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
        #expect(posterior.graphs.count == 61)
        #expect(abs(posterior.modes.reduce(0) { $0 + $1.share } - 1) < 1e-12)
        #expect(posterior.interval(level: 0.95).contains(posterior.median))
        #expect(posterior.quantile(0) > posterior.observed)
        #expect(posterior.grid == posterior.grid.sorted())
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `when all lists are joined the law is the closed form of the Dirichlet prior`(
        seed: UInt64
    ) throws {
        let table = try table(seed: seed)
        let delta = 1.0 / 16
        let cells = UnseenCells(
            from: 1,
            through: 200,
            observed: table.observed,
            atLeast: 200,
            deviations: 1
        )
        let scores = CliqueScores(table, delta: delta, cells: cells)
        let complete = try #require(
            DecomposableGraph(neighbours: [0b1110, 0b1101, 0b1011, 0b0111])
        )
        let sums = GraphSums(scores, over: [complete])
        // p(u) ∝ Γ(u+δ)/u! · N!/(N Γ(N+2^K δ)), by the ratio of neighbours from 1 up.
        var law = [1.0]
        for unseen in 1..<200 {
            let (u, all) = (Double(unseen), table.observed + Double(unseen))
            law.append(law[unseen - 1] * (u + delta) / (u + 1) * all / (all + 16 * delta))
        }
        let total = law.reduce(0, +)
        for (weight, value) in zip(sums.cells, law) {
            #expect(abs(weight / (value / total) - 1) < 1e-9)
        }
    }

    @Test
    func `a thousand points give what all whole numbers give`() throws {
        let table = try CaptureTable(
            lists: ["a", "b", "c"],
            counts: [0, 900, 700, 60, 800, 75, 55, 8]
        )
        let few = try DecomposableAveraging(table: table, reach: 60_000).posterior()
        let all = try DecomposableAveraging(table: table, points: 60_000, reach: 60_000)
            .posterior()
        #expect(abs(few.mean / all.mean - 1) < 1e-7)
        #expect(abs(few.median - all.median) <= 1)
        #expect(abs(few.interval(level: 0.95).high - all.interval(level: 0.95).high) <= 1)
    }

    @Test
    func `lists that took people independently give back about their number`() throws {
        let table = try independent(people: 10_000, chances: [0.3, 0.2, 0.25, 0.1])
        let posterior = try DecomposableAveraging(table: table).posterior()
        #expect(abs(posterior.median / 10_000 - 1) < 0.01)
        #expect(posterior.topGraph?.graph.label == "1,2,3,4")
    }

    @Test
    func `a great table is summed as well as a small one`() throws {
        let table = try independent(people: 3e7, chances: [0.3, 0.2, 0.25])
        let posterior = try DecomposableAveraging(table: table).posterior()
        #expect(abs(posterior.weights.reduce(0, +) - 1) < 1e-12)
        #expect(abs(posterior.median / 3e7 - 1) < 1e-3)
        let interval = posterior.interval(level: 0.95)
        #expect(interval.contains(posterior.median))
        #expect(interval.high / interval.low < 1.01)
        let near = posterior.grid.count { interval.contains($0) }
        #expect(near > 30)
    }

    /// As many people with each history as are expected when lists take people independently.
    private func independent(people: Double, chances: [Double]) throws -> CaptureTable {
        var counts = (0..<1 << chances.count).map { history in
            var expected = people
            for (list, chance) in chances.enumerated() {
                expected *= history >> list & 1 == 1 ? chance : 1 - chance
            }
            return expected.rounded()
        }
        counts[0] = 0
        return try CaptureTable(lists: chances.indices.map(String.init), counts: counts)
    }

    @Test
    func `what cannot be averaged is refused`() throws {
        let two = try CaptureTable(lists: ["a", "b"], counts: [0, 3, 4, 5])
        #expect(throws: AveragingRefused.listCount(2)) { try DecomposableAveraging(table: two) }
        let seven = try CaptureTable(
            lists: (0..<7).map(String.init),
            counts: [0] + Array(repeating: 1, count: 127)
        )
        #expect(throws: AveragingRefused.listCount(7)) { try DecomposableAveraging(table: seven) }
        let table = try table(seed: 1)
        for delta in [0, -1, Double.infinity] {
            #expect(throws: AveragingRefused.delta(delta)) {
                try DecomposableAveraging(table: table, delta: delta)
            }
        }
        #expect(throws: AveragingRefused.points(49)) {
            try DecomposableAveraging(table: table, points: 49)
        }
        #expect(throws: AveragingRefused.reach(0)) {
            try DecomposableAveraging(table: table, reach: 0)
        }
        let great = try CaptureTable(lists: ["a", "b", "c"], counts: [0, 1e9, 0, 0, 0, 0, 0, 0])
        #expect(throws: AveragingRefused.observed(1e9)) {
            try DecomposableAveraging(table: great)
        }
    }

    @Test(arguments: [
        [0.0, 1, 0, 0, 0, 0, 0, 0], [0, 1, 1, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 5],
        [0, 400, 300, 0, 200, 0, 0, 0],
    ])
    func `tables that say next to nothing still have a finite law`(counts: [Double]) throws {
        let table = try CaptureTable(lists: ["a", "b", "c"], counts: counts)
        for delta in [1e-6, 1.0 / 8, 1, 100] {
            let posterior = try DecomposableAveraging(table: table, delta: delta).posterior()
            #expect(abs(posterior.weights.reduce(0, +) - 1) < 1e-9)
            #expect(posterior.mean.isFinite)
            #expect(posterior.interval(level: 0.95).contains(posterior.median))
        }
    }
}
