/// Finds each pair of filters, one of each set, whose Dice coefficient reaches a threshold.
///
/// Every pair is decided exactly, and the hits do not depend on the processor or on the number of threads.
/// A pair is left out unseen only where the numbers of ones forbid that it is a hit.
public struct DiceSearch: Sendable {
    /// The least coefficient of a hit.
    public let threshold: Double
    private let kernel: DiceKernel

    /// Prepares a search.
    ///
    /// - Parameter threshold: The least coefficient of a hit. At 0 or below every pair is one; above 1, or
    ///   where it is no number, none is.
    public init(threshold: Double) {
        self.init(threshold: threshold, kernel: .fastest)
    }

    /// A search that counts in one way, which this processor must be able to run.
    package init(threshold: Double, kernel: DiceKernel) {
        self.threshold = threshold
        self.kernel = kernel
    }

    /// Tells of each hit, in the order of the left set and then of the right one.
    ///
    /// The hits of a thousand left filters are held at a time, for each thread; beside them a copy of the
    /// right set.
    ///
    /// - Parameters:
    ///   - left: The filters of one agency.
    ///   - right: The filters of another, of the same length.
    ///   - threads: How many tasks share the work, at least 1.
    ///   - body: Told of each hit, on the caller's own thread of work. The others wait for it, so it
    ///     should be brief.
    /// - Throws: ``DiceSearchFailure``.
    public nonisolated(nonsending) func forEachHit(
        left: FilterSet,
        right: FilterSet,
        threads: Int = 1,
        _ body: (DiceHit) -> Void
    ) async throws(DiceSearchFailure) {
        try await forEachPart(left: left, right: right, threads: threads) { hits in
            for hit in hits { body(hit) }
        }
    }

    /// Finds for each left filter the right ones most like it.
    ///
    /// - Parameters:
    ///   - count: How many at most for each left filter.
    ///   - left: The filters of one agency.
    ///   - right: The filters of another, of the same length.
    ///   - threads: How many tasks share the work, at least 1.
    /// - Returns: For each left filter its hits, the likest first and of equals the one that stands first.
    /// - Throws: ``DiceSearchFailure``.
    public nonisolated(nonsending) func best(
        _ count: Int,
        left: FilterSet,
        right: FilterSet,
        threads: Int = 1
    ) async throws(DiceSearchFailure) -> [[DiceHit]] {
        var best = [[DiceHit]](repeating: [], count: left.count)
        try await forEachPart(left: left, right: right, threads: threads) { hits in
            var start = 0
            while start < hits.count {
                let left = hits[start].left
                let end = hits[start...].firstIndex { $0.left != left } ?? hits.count
                best[left] = Self.likest(count, of: hits[start..<end])
                start = end
            }
        }
        return best
    }

    private static func likest(_ count: Int, of hits: ArraySlice<DiceHit>) -> [DiceHit] {
        let sorted = hits.sorted { ($1.coefficient, $0.right) < ($0.coefficient, $1.right) }
        return Array(sorted.prefix(max(0, count)))
    }

    /// Tells of the hits of each part of the left set, in its order.
    private nonisolated(nonsending) func forEachPart(
        left: FilterSet,
        right: FilterSet,
        threads: Int,
        _ body: ([DiceHit]) -> Void
    ) async throws(DiceSearchFailure) {
        guard left.wordsPerFilter == right.wordsPerFilter else {
            throw .lengthsDiffer(left: left.wordsPerFilter, right: right.wordsPerFilter)
        }
        let scan = DiceScan(threshold: threshold, left: left, right: right, kernel: kernel)
        let finished = await withTaskGroup(of: (part: Int, hits: [DiceHit]?).self) { group in
            var (begun, ended, told) = (0, 0, 0)
            var waiting: [Int: [DiceHit]] = [:]
            func begin() {
                // A slow part holds up no more than a few that come after it.
                let most = min(scan.parts, ended + max(1, threads), told + 4 * max(1, threads))
                while begun < most {
                    group.addTask { [begun] in
                        (begun, Task.isCancelled ? nil : scan.hits(ofPart: begun))
                    }
                    begun += 1
                }
            }
            begin()
            while let (part, hits) = await group.next() {
                ended += 1
                waiting[part] = hits
                while let next = waiting.removeValue(forKey: told) {
                    body(next)
                    told += 1
                }
                begin()
            }
            return told == scan.parts
        }
        guard finished else { throw .cancelled }
    }
}
