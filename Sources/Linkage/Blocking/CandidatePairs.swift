import Synchronization

/// The pairs of records that are worth comparing: those that share a block in at least one pass.
///
/// Pairs come row by row and each but once, so that no set of pairs is ever kept.
public struct CandidatePairs: Sendable {
    /// What the passes were.
    public let plan: BlockingPlan
    /// Which pairs are proposed.
    public let scope: BlockingScope
    /// What the passes found; pairs are counted as they are gone through.
    public let report: BlockingReport

    let index: BlockIndex
    let limits: BlockingLimits
    private let sources: [Range<Int>]
    /// How many rows there are.
    public let rowCount: Int
    /// How many pairs the scope has, candidates and others.
    public let scopePairs: Double

    /// Finds the blocks of all passes.
    ///
    /// - Parameters:
    ///   - table: The records.
    ///   - plan: The passes.
    ///   - scope: Which pairs are proposed; the table's usual scope when nil.
    ///   - threads: How many passes are worked on at once; the pairs are the same for any number.
    public init(
        _ table: RecordTable,
        _ plan: BlockingPlan,
        scope: BlockingScope? = nil,
        threads: Int = 1
    ) {
        let scope = scope ?? table.usualScope
        let sources = BlockingSources(table, for: plan.passes)
        let builders = Mutex<[Int: BlockBuilder]>([:])
        Workers.run(plan.passes.count, threads: threads) {
            BlockBuilder.Buffers()
        } work: { buffers, number in
            var builder = BlockBuilder(
                sources,
                pass: plan.passes[number],
                scope: scope,
                limits: plan.limits
            )
            builder.build(&buffers)
            builders.withLock { [builder] in $0[number] = builder }
        } finish: { _ in
        }
        var index = BlockIndex()
        var report = BlockingReport(passes: [])
        for number in plan.passes.indices {
            // Taken out, so that no pass's blocks are kept twice.
            guard let builder = builders.withLock({ $0.removeValue(forKey: number) }) else {
                continue
            }
            index.append(pass: builder.blocks)
            report.passes.append(builder.report)
            report.pairsInBlocks += builder.pairsInBlocks
        }
        index.finish(count: table.count)
        report.bytes = index.byteCount
        self.plan = plan
        self.scope = scope
        self.report = report
        self.index = index
        limits = plan.limits
        self.sources = table.sources
        rowCount = table.count
        scopePairs = table.pairCount(scope)
    }

    /// Goes through the pairs in batches of some thousands, in order of the first row.
    ///
    /// - Parameters:
    ///   - rows: The first rows of the pairs wanted; all when nil.
    ///   - body: Given pairs, valid during the call only.
    public func forEachBatch(
        rows: Range<Int>? = nil,
        _ body: (UnsafeBufferPointer<CandidatePair>) throws -> Void
    ) rethrows {
        var cursor = CandidateCursor(self)
        let rows = (rows ?? 0..<rowCount).clamped(to: 0..<rowCount)
        for row in rows {
            cursor.gather(row)
            if cursor.pairs.count >= CandidateCursor.batch {
                try unsafe cursor.pairs.withUnsafeBufferPointer(body)
                cursor.clear()
            }
        }
        if !cursor.pairs.isEmpty { try unsafe cursor.pairs.withUnsafeBufferPointer(body) }
    }

    /// Where the rows begin with which a row may be paired.
    func partnersStart(of row: Int) -> Int {
        guard scope == .acrossSources else { return row + 1 }
        return sources.first { $0.contains(row) }?.upperBound ?? row + 1
    }
}
