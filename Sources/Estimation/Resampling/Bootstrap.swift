import Foundation

/// Why a bootstrap gave no result.
public enum BootstrapStopped: Error, Hashable, Sendable {
    /// The table itself has no estimate by this selection.
    case noEstimate
    /// The task was cancelled.
    case cancelled
}

/// Repeats a whole selection on tables as they might have been: resamples for the spread of the estimate,
/// and the table with one person less for its skewness.
///
/// A resample draws as many people as were seen from the capture histories in the shares in which they
/// were seen. Resample *b* uses stream *b* of the seed and nothing else, so the numbers do not depend on
/// the number of threads or on which of them did what.
public struct Bootstrap: Sendable {
    /// The most resamples that are drawn: more would fill the memory and change no digit that is shown.
    public static let maximumResamples = 10_000_000
    /// The most tasks that share the work.
    public static let maximumThreads = 256

    /// The counts as they were observed.
    public let table: CaptureTable
    /// The number of resamples.
    public let resamples: Int
    /// What the random numbers come from.
    public let seed: UInt64
    /// How many resamples are worked on at once.
    public let threads: Int

    /// Prepares a bootstrap.
    ///
    /// - Parameters:
    ///   - table: The counts as they were observed. Where they do not add up to a whole number of people,
    ///     the nearest is drawn.
    ///   - resamples: From 0 to ``maximumResamples``, else the nearer of the two. With 1 000 the ends of a
    ///     BCa interval still move by several per cent from seed to seed; with 20 000 by one or two.
    ///   - seed: What the random numbers come from.
    ///   - threads: How many tasks share the work, from 1 to ``maximumThreads``, else the nearer of the
    ///     two; as many as there are cores when nil.
    public init(
        table: CaptureTable,
        resamples: Int = 20_000,
        seed: UInt64,
        threads: Int? = nil
    ) {
        self.table = table
        self.resamples = min(max(0, resamples), Self.maximumResamples)
        self.seed = seed
        let wanted = threads ?? ProcessInfo.processInfo.activeProcessorCount
        self.threads = min(max(1, wanted), Self.maximumThreads)
    }

    /// Estimates from the table, from each resample, and for the jackknife.
    ///
    /// - Parameters:
    ///   - selection: What estimates.
    ///   - progress: Told, now and again and never by two threads at once, how many of all tables
    ///     have been estimated from; the numbers only grow. The others wait for it, so it should be brief.
    /// - Returns: The estimates and what follows from them.
    /// - Throws: ``BootstrapStopped``.
    public func run<S: Selection>(
        _ selection: S,
        progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
    ) async throws(BootstrapStopped) -> BootstrapResult {
        var worker = selection.makeWorker(for: table)
        guard let point = worker.estimate(table.counts), point.isFinite else { throw .noEstimate }
        let leftOut = Jackknife.histories(of: table.counts)
        let work = SharedWork(count: leftOut.count + resamples, progress: progress)
        await withTaskGroup { group in
            for _ in 0..<threads {
                group.addTask { await estimate(selection, leftOut: leftOut, work) }
            }
        }
        guard let estimates = work.finished() else { throw .cancelled }
        return BootstrapResult(
            point: point,
            resampled: Array(estimates[leftOut.count...]),
            jackknife: Jackknife(
                weights: leftOut.map { table.counts[$0] },
                estimates: Array(estimates[..<leftOut.count])
            )
        )
    }

    /// Works on pieces until none is left: first the tables with one person less, then the resamples.
    private func estimate<S: Selection>(
        _ selection: S,
        leftOut: [Int],
        _ work: SharedWork
    ) async {
        var worker = selection.makeWorker(for: table)
        var known = KnownEstimates(table: table, resamples: resamples)
        let people = table.observed.rounded()
        var counts = table.counts
        while let piece = work.take() {
            var estimates: [Double?] = []
            for item in piece where !Task.isCancelled {
                if item < leftOut.count {
                    counts = Jackknife.counts(table.counts, without: leftOut[item])
                    estimates.append(worker.estimate(counts))
                } else {
                    var stream = RandomStream(seed: seed, index: UInt64(item - leftOut.count))
                    stream.multinomial(trials: people, weights: table.counts, into: &counts)
                    estimates.append(known.estimate(counts) { worker.estimate($0) })
                }
            }
            work.put(estimates, of: piece)
            if Task.isCancelled { return }
            await Task.yield()
        }
    }
}
