@testable import Linkage
import Testing
import TestSupport

/// What a loop over all pairs finds.
private func allHits(_ left: FilterSet, _ right: FilterSet, threshold: Double) -> [DiceHit] {
    (0..<left.count).flatMap { one in
        (0..<right.count).compactMap { other in
            let coefficient = Dice.coefficient(left[one], right[other])
            return coefficient >= threshold
                ? DiceHit(left: one, right: other, coefficient: coefficient) : nil
        }
    }
}

/// What a search tells of, in its order.
private func hits(
    _ search: DiceSearch,
    _ left: FilterSet,
    _ right: FilterSet,
    threads: Int = 1
) async throws -> [DiceHit] {
    var hits: [DiceHit] = []
    try await search.forEachHit(left: left, right: right, threads: threads) { hits.append($0) }
    return hits
}

/// Two sets of filters of many densities, some of them empty or full, some of the right ones much like one
/// of the left.
private func filters(words: Int, left: Int, right: Int, seed: UInt64) -> (FilterSet, FilterSet) {
    var random = SplitMix64(seed: seed)
    func filter(_ density: Double) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: words)
        for _ in 0..<Int(density * Double(64 * words)) {
            let bit = Int(random.next() % UInt64(64 * words))
            bits[bit / 64] |= 1 << UInt64(bit % 64)
        }
        return density == 1 ? bits.map { _ in .max } : bits
    }
    var sets = (FilterSet(wordsPerFilter: words), FilterSet(wordsPerFilter: words))
    func density() -> Double {
        [0, 0.02, 0.2, 0.6, 0.6, 0.8, 2, 1].randomElement(using: &random) ?? 0.5
    }
    for _ in 0..<left { sets.0.append(filter(density())) }
    for _ in 0..<right {
        let model = Bool.random(using: &random) ? (0..<left).randomElement(using: &random) : nil
        guard let model else {
            sets.1.append(filter(density()))
            continue
        }
        let noise = filter([0.01, 0.05, 0.2].randomElement(using: &random) ?? 0.1)
        sets.1.append(zip(sets.0[model], noise).map { $0 ^ $1 })
    }
    return sets
}

@Suite struct DiceSearchTests {
    @Test(arguments: zip([1, 2, 7, 8, 16, 17, 31, 33, 64], UInt64(0)..<9))
    func `every kernel finds what a loop over all pairs finds`(
        words: Int,
        seed: UInt64
    ) async throws {
        let (left, right) = filters(words: words, left: 21, right: 43, seed: seed)
        let all = allHits(left, right, threshold: -1)
        for threshold in [-1, 0, 1e-9, 0.3, 0.5, 2.0 / 3, 0.8, 0.9, 1, 1.0.nextUp, .nan] {
            let expected = all.filter { $0.coefficient >= threshold }
            for kernel in DiceKernel.allCases where kernel.runs {
                let found = try await hits(
                    DiceSearch(threshold: threshold, kernel: kernel),
                    left,
                    right
                )
                let same = found == expected
                #expect(same, "\(kernel) at \(threshold)")
            }
        }
    }

    @Test
    func
        `a threshold that is the coefficient of some pair finds that pair, and the next number does not`()
        async throws
    {
        let (left, right) = filters(words: 2, left: 9, right: 9, seed: 3)
        for pair in allHits(left, right, threshold: 0.01).prefix(12) {
            for threshold in [pair.coefficient.nextDown, pair.coefficient, pair.coefficient.nextUp]
            {
                let found = try await hits(DiceSearch(threshold: threshold), left, right)
                #expect(found.contains(pair) == (threshold <= pair.coefficient))
            }
        }
    }

    @Test(arguments: [1, 2, 3, 8])
    func `the hits come in one order for any number of threads`(threads: Int) async throws {
        let (left, right) = filters(words: 1, left: 700, right: 90, seed: 4)
        let found = try await hits(DiceSearch(threshold: 0.7), left, right, threads: threads)
        #expect(found == allHits(left, right, threshold: 0.7))
    }

    @Test(arguments: [0, 1, 3, 1000])
    func `the best of each filter are its likest hits, and of equals the first`(
        count: Int
    ) async throws {
        let (left, right) = filters(words: 1, left: 300, right: 60, seed: 5)
        let best = try await DiceSearch(threshold: 0.4).best(
            count,
            left: left,
            right: right,
            threads: 2
        )
        let hits = Dictionary(grouping: allHits(left, right, threshold: 0.4), by: \.left)
        #expect(best.count == left.count)
        for (index, found) in best.enumerated() {
            let sorted = (hits[index] ?? []).sorted {
                ($1.coefficient, $0.right) < ($0.coefficient, $1.right)
            }
            #expect(found == Array(sorted.prefix(count)))
        }
    }

    @Test func `a set without filters has no hits`() async throws {
        let (some, _) = filters(words: 16, left: 5, right: 5, seed: 6)
        let none = FilterSet()
        #expect(try await hits(DiceSearch(threshold: 0), none, some).isEmpty)
        #expect(try await hits(DiceSearch(threshold: 0), some, none).isEmpty)
        #expect(try await hits(DiceSearch(threshold: 0), none, none).isEmpty)
    }

    @Test func `filters of two lengths are refused`() async throws {
        let (left, _) = filters(words: 16, left: 5, right: 5, seed: 7)
        let (_, right) = filters(words: 8, left: 5, right: 5, seed: 7)
        await #expect(throws: DiceSearchFailure.lengthsDiffer(left: 16, right: 8)) {
            try await hits(DiceSearch(threshold: 0.8), left, right)
        }
    }

    @Test func `a cancelled search says so`() async throws {
        let (left, right) = filters(words: 1, left: 600, right: 10, seed: 8)
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try await hits(DiceSearch(threshold: 0.5), left, right)
        }
        await #expect(throws: DiceSearchFailure.cancelled) { try await task.value }
    }

    @Test func `two empty filters are not alike`() {
        #expect(Dice.coefficient([0, 0], [0, 0]) == 0)
        #expect(Dice.coefficient([0b111], [0b1]) == 0.5)
        #expect(Dice.coefficient([0b111], [0b111]) == 1)
    }
}
