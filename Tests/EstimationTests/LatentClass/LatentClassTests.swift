import Foundation
import Testing

@testable import Estimation

@Suite
struct LatentClassTests {
    private let counts: [Double] = [0, 60, 50, 12, 70, 15, 11, 4]

    private func model(
        chains: Int = 4,
        seed: UInt64 = 1,
        classes: Int = 10,
        draws: Int = 50,
        thinning: Int = 1
    ) throws -> LatentClass {
        try LatentClass(
            table: CaptureTable(lists: ["a", "b", "c"], counts: counts),
            chains: chains,
            seed: seed,
            classes: classes,
            burnIn: 50,
            draws: draws,
            thinning: thinning
        )
    }

    @Test
    func `a table of many histories is given fewer sweeps, so that it is not waited for`() throws {
        func thinning(lists: Int) throws -> Int {
            try LatentClass(
                table: CaptureTable(
                    lists: (1...lists).map { "list \($0)" },
                    counts: [0] + Array(repeating: 3, count: (1 << lists) - 1)
                ),
                seed: 1
            ).thinning
        }
        #expect(try [4, 6, 7, 8, 10].map { try thinning(lists: $0) } == [40, 40, 31, 15, 4])
    }

    @Test
    func `the numbers are the same on any number of threads`() async throws {
        let model = try model()
        let alone = try await model.run(threads: 1)
        #expect(try await model.run(threads: 3) == alone)
        #expect(try await self.model(seed: 2).run() != alone)
    }

    @Test
    func `with one class the draws have the law that is known for independent lists`() async throws
    {
        let result = try await model(chains: 8, classes: 1, draws: 1_000, thinning: 2).run()
        // p(u) ∝ (N−1)!/u! Π B(1+n_j, 1+N−n_j), by the ratio of neighbours.
        let people = counts.reduce(0, +)
        let listed = [91.0, 77, 100]
        var law = [1.0]
        for unseen in 1...Int(20 * people) {
            let (u, all) = (Double(unseen), people + Double(unseen))
            let ratio = listed.reduce((all - 1) / u) { $0 * (all - $1) / (all + 1) }
            law.append(law[unseen - 1] * ratio)
        }
        let total = law.reduce(0, +)
        func exact(_ level: Double) -> Double {
            var sum = 0.0
            return people
                + Double(
                    law.firstIndex {
                        sum += $0; return sum >= level * total
                    } ?? 0
                )
        }
        #expect(result.isMixed)
        #expect(abs(result.median / exact(0.5) - 1) < 0.01)
        let interval = result.interval(level: 0.95)
        #expect(abs(interval.low / exact(0.025) - 1) < 0.02)
        #expect(abs(interval.high / exact(0.975) - 1) < 0.02)
    }

    @Test
    func `lists that share nobody meet the end of the prior, and the result says how often`()
        async throws
    {
        let table = try CaptureTable(lists: ["a", "b", "c"], counts: [0, 20, 20, 0, 20, 0, 0, 0])
        let result = try await LatentClass(
            table: table,
            seed: 1,
            burnIn: 200,
            draws: 100,
            thinning: 5
        ).run()
        #expect(result.rejectedShare > 0.01)
        #expect(result.interval(level: 1).high <= 21 * 60)
    }

    @Test
    func `progress counts the chains`() async throws {
        var told: [Int] = []
        _ = try await model().run(threads: 2) { done, all in
            told.append(done)
            #expect(all == 4)
        }
        #expect(told == [1, 2, 3, 4])
    }

    @Test
    func `a run that is cancelled ends without a result`() async throws {
        let model = try model(draws: 1_000_000)
        let task = Task { try await model.run() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test
    func `what cannot be sampled is refused`() throws {
        let two = try CaptureTable(lists: ["a", "b"], counts: [0, 3, 4, 5])
        #expect(throws: LatentClassRefused.listCount(2)) { try LatentClass(table: two, seed: 1) }
        let nobody = try CaptureTable(
            lists: ["a", "b", "c"],
            counts: [0, 0.25, 0, 0, 0, 0, 0, 0]
        )
        #expect(throws: LatentClassRefused.observed(0.25)) {
            try LatentClass(table: nobody, seed: 1)
        }
        #expect(throws: LatentClassRefused.chains(1)) { try model(chains: 1) }
        #expect(throws: LatentClassRefused.classes(0)) { try model(classes: 0) }
        #expect(throws: LatentClassRefused.draws) { try model(draws: 7) }
        #expect(throws: LatentClassRefused.draws) { try model(thinning: 0) }
    }
}
