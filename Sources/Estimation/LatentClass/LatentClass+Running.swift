import Foundation

extension LatentClass {
    /// Runs all chains.
    ///
    /// - Parameters:
    ///   - threads: How many chains run at once; as many as there are cores when nil. The result does not
    ///     depend on it.
    ///   - progress: Told how many chains are done, never by two threads at once.
    /// - Returns: What all chains say together, and whether they agree.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func run(
        threads: Int? = nil,
        progress: ((_ done: Int, _ of: Int) -> Void)? = nil
    ) async throws(CancellationError) -> LatentClassResult {
        let width = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
        let runs = await withTaskGroup(of: (Int, Run?).self) { group in
            var runs: [Run?] = Array(repeating: nil, count: chains)
            var done = 0
            for chain in 0..<min(width, chains) { group.addTask { (chain, self.chain(chain)) } }
            for await (chain, run) in group {
                runs[chain] = run
                done += 1
                progress?(done, chains)
                let next = done + width - 1
                if next < chains { group.addTask { (next, self.chain(next)) } }
            }
            return runs
        }
        let finished = runs.compactMap(\.self)
        guard finished.count == chains else { throw CancellationError() }
        return LatentClassResult(
            observed: table.counts.reduce(0) { $0 + $1.rounded() },
            unseen: finished.map(\.unseen),
            rejectedShare: Double(finished.reduce(0) { $0 + $1.rejected })
                / Double(chains * draws * thinning)
        )
    }

    /// What is kept of a chain.
    private struct Run {
        var unseen: [Double] = []
        var rejected = 0
    }

    private func chain(_ index: Int) -> Run? {
        var chain = LatentClassChain(
            self,
            start: start(of: index),
            random: RandomStream(seed: seed, index: UInt64(index))
        )
        for _ in 0..<burnIn {
            if Task.isCancelled { return nil }
            chain.sweep()
        }
        let before = chain.rejected
        var run = Run()
        for _ in 0..<draws {
            for _ in 0..<thinning { chain.sweep() }
            if Task.isCancelled { return nil }
            run.unseen.append(chain.unseen)
        }
        run.rejected = chain.rejected - before
        return run
    }

    /// Chains begin with a quarter to 16 times as many people never seen as seen, in equal ratios, so
    /// that they come to the humps of the law from either side.
    private func start(of chain: Int) -> Double {
        let people = greatestUnseen / 20
        return people * 0.25 * pow(64, Double(chain) / Double(chains - 1))
    }
}
