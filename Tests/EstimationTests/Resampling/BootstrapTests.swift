import Synchronization
import Testing

@testable import Estimation

@Suite
struct BootstrapTests {
    @Test(arguments: [2, 3, 7])
    func `the numbers are the same on any number of threads`(threads: Int) async throws {
        let table = try CaptureTable.pair(300, 200, both: 60)
        let alone = try await Bootstrap(table: table, resamples: 501, seed: 9, threads: 1)
            .run(TwoListSelection())
        let shared = try await Bootstrap(table: table, resamples: 501, seed: 9, threads: threads)
            .run(TwoListSelection())
        #expect(alone == shared)
        #expect(Set(alone.estimates).count > 300)
    }

    @Test
    func `another seed gives other resamples of the same spread`() async throws {
        let table = try CaptureTable.pair(300, 200, both: 60)
        let first = try await Bootstrap(table: table, resamples: 4000, seed: 1)
            .run(TwoListSelection())
        let second = try await Bootstrap(table: table, resamples: 4000, seed: 2)
            .run(TwoListSelection())
        #expect(first.estimates != second.estimates)
        let (one, other) = try (first.hull(level: 0.95), second.hull(level: 0.95))
        #expect(abs(one.low / other.low - 1) < 0.02)
        #expect(abs(one.high / other.high - 1) < 0.02)
    }

    @Test
    func `resamples spread as the delta method says`() async throws {
        // Var N = n1 n2 (n1 − m) (n2 − m) / m³, given how many each list has (Seber 1982, section 3.1).
        let table = try CaptureTable.pair(3000, 2000, both: 600)
        let result = try await Bootstrap(table: table, resamples: 4000, seed: 3)
            .run(TwoListSelection())
        let mean = result.estimates.reduce(0, +) / 4000
        let variance = result.estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3999
        let wanted = 3600.0 * 2600 * 3000 * 2000 / (600 * 600 * 600)
        #expect(abs(variance / wanted - 1) < 0.1)
    }

    @Test
    func `resamples without an estimate are dropped and counted`() async throws {
        let table = try CaptureTable.pair(20, 20, both: 1)
        let result = try await Bootstrap(table: table, resamples: 1000, seed: 4)
            .run(TwoListSelection())
        #expect(result.failed + result.estimates.count == 1000)
        // (40/41)^41 of the resamples have nobody on both lists.
        #expect(abs(Double(result.failed) / 1000 - 0.363) < 0.05)
        #expect(result.acceleration == nil)
        #expect(throws: NoInterval.noAcceleration) { try result.hull(level: 0.95) }
    }

    @Test
    func `a table without an estimate has no bootstrap`() async throws {
        let table = try CaptureTable.pair(20, 20, both: 0)
        await #expect(throws: BootstrapStopped.noEstimate) {
            try await Bootstrap(table: table, resamples: 10, seed: 4).run(TwoListSelection())
        }
    }

    @Test
    func `the same small resample is estimated once on a thread`() async throws {
        let selection = TwoListSelection()
        let table = try CaptureTable.pair(6, 5, both: 4)
        let result = try await Bootstrap(table: table, resamples: 5000, seed: 5, threads: 1)
            .run(selection)
        #expect(result.estimates.count + result.failed == 5000)
        // Of 15 people there are 136 tables of three histories.
        #expect(selection.estimated.value.withLock { $0 } <= 136 + 4)
    }

    @Test
    func `progress grows to the number of tables`() async throws {
        let told = Mutex<[Int]>([])
        let table = try CaptureTable.pair(300, 200, both: 60)
        _ = try await Bootstrap(table: table, resamples: 100, seed: 6, threads: 3)
            .run(TwoListSelection()) { done, all in
                #expect(all == 103)
                told.withLock { $0.append(done) }
            }
        let numbers = told.withLock { $0 }
        #expect(numbers == numbers.sorted())
        #expect(numbers.last == 103)
    }

    @Test
    func `numbers of resamples and threads beyond all use are cut`() throws {
        let table = try CaptureTable.pair(3, 2, both: 1)
        let most = Bootstrap(table: table, resamples: .max, seed: 0, threads: .max)
        #expect(most.resamples == Bootstrap.maximumResamples)
        #expect(most.threads == Bootstrap.maximumThreads)
        let least = Bootstrap(table: table, resamples: .min, seed: 0, threads: .min)
        #expect(least.resamples == 0)
        #expect(least.threads == 1)
    }

    @Test
    func `a cancelled bootstrap stops before it is done`() async throws {
        let table = try CaptureTable.pair(300, 200, both: 60)
        let (pieces, piece) = AsyncStream.makeStream(of: Int.self)
        let task = Task {
            try await Bootstrap(table: table, resamples: 1_000_000, seed: 7, threads: 2)
                .run(TwoListSelection()) { done, _ in piece.yield(done) }
        }
        for await _ in pieces { break }
        task.cancel()
        await #expect(throws: BootstrapStopped.cancelled) { try await task.value }
    }

    @Test
    func `counts four times as large have intervals half as wide`() async throws {
        let small = try await Bootstrap(table: .pair(300, 200, both: 60), resamples: 4000, seed: 8)
            .run(TwoListSelection())
        let large = try await Bootstrap(
            table: .pair(1200, 800, both: 240),
            resamples: 4000,
            seed: 8
        )
        .run(TwoListSelection())
        let (wide, narrow) = try (small.hull(level: 0.95), large.hull(level: 0.95))
        let ratio =
            (wide.high - wide.low) / small.point / ((narrow.high - narrow.low) / large.point)
        #expect(abs(ratio - 2) < 0.25)
    }
}
