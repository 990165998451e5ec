import Synchronization

/// The comparison of all candidates in two parts: a sample to learn from, and the rest.
struct Scoring: Sendable {
    /// Rows are shared among threads in pieces of this size.
    private static let piece = 8192

    let candidates: CandidatePairs
    let comparer: PairComparer
    let settings: LinkerSettings
    let progress: (@Sendable (LinkerPhase, Double) -> Void)?
    private let choice: RowChoice

    init(
        candidates: CandidatePairs,
        comparer: PairComparer,
        settings: LinkerSettings,
        progress: (@Sendable (LinkerPhase, Double) -> Void)?
    ) {
        self.candidates = candidates
        self.comparer = comparer
        self.settings = settings
        self.progress = progress
        let share = Double(settings.trainingPairs) / max(1, candidates.report.pairsInBlocks)
        choice = RowChoice(share: share, seed: settings.seed)
    }

    /// Candidates that were compared before there was a model.
    struct Sample: Sendable {
        /// The pairs with their patterns, without probabilities yet.
        var pairs: [ScoredPair] = []
        /// How many candidates have each pattern, the others estimated from these.
        var patterns = PatternCounts()
    }

    /// What became of all candidates.
    struct Outcome: Sendable {
        /// The pairs at or above the floor, by their rows.
        var scored: [ScoredPair] = []
        /// How many candidates have each pattern.
        var patterns = PatternCounts()
        /// How many pairs each set of passes proposed.
        var passes: PassCounts
    }

    /// One thread's tools and counts.
    private struct Worker: ~Copyable {
        var cursor: CandidateCursor
        var comparer: PairComparer
        var scores: PatternScores
        var passes: PassCounts

        /// Judges the pairs gathered, and keeps those at or above the floor.
        mutating func judge(floor: Double, into found: inout [ScoredPair]) {
            let (pairs, sets) = (cursor.pairs, cursor.passes)
            comparer.forEachPattern(of: pairs.span) { index, pattern in
                passes.add(sets[index])
                let probability = scores.add(pattern)
                guard probability >= floor else { return }
                found.append(
                    ScoredPair(
                        pair: pairs[index],
                        pattern: pattern,
                        passes: sets[index],
                        probability: probability
                    )
                )
            }
            cursor.clear()
        }
    }

    /// One thread's tools where there is no model yet.
    private struct SampleWorker: ~Copyable {
        var cursor: CandidateCursor
        var comparer: PairComparer

        /// The pairs gathered, with their patterns.
        mutating func compare() -> [ScoredPair] {
            var compared: [ScoredPair] = []
            compared.reserveCapacity(cursor.pairs.count)
            let (pairs, passes) = (cursor.pairs, cursor.passes)
            comparer.forEachPattern(of: pairs.span) { index, pattern in
                compared.append(
                    ScoredPair(
                        pair: pairs[index],
                        pattern: pattern,
                        passes: passes[index],
                        probability: 0
                    )
                )
            }
            cursor.clear()
            return compared
        }
    }

    /// Compares the candidates of rows chosen by chance.
    func sample() -> Sample {
        var sample = Sample()
        sample.pairs = Self.joined(
            count: pieces,
            threads: settings.threads,
            tell: { progress?(.training, $0) },
            state: { SampleWorker(cursor: CandidateCursor(candidates), comparer: comparer) },
            work: { worker, piece in
                for row in rows(of: piece) where choice.holds(row) { worker.cursor.gather(row) }
                return worker.compare()
            },
            finish: { _ in }
        )
        for pair in sample.pairs { sample.patterns.add(pair.pattern) }
        if choice.share < 1 { sample.patterns = sample.patterns.scaled(by: 1 / choice.share) }
        return sample
    }

    /// The patterns of random pairs that are no candidates.
    func background() -> PatternCounts {
        var comparer = comparer
        return BackgroundPairs(candidates: candidates, seed: settings.seed ^ 0x6261_636B)
            .patterns(settings.backgroundPairs, &comparer)
    }

    /// Judges the sample, and compares and judges the candidates of all other rows.
    func score(_ sample: consuming Sample, by model: LinkageModel) -> Outcome {
        let passCount = candidates.plan.passes.count
        var outcome = Outcome(passes: PassCounts(passes: passCount))
        var scores = PatternScores(model)
        for var pair in sample.pairs {
            outcome.passes.add(pair.passes)
            pair.probability = scores.add(pair.pattern)
            if pair.probability >= settings.floor { outcome.scored.append(pair) }
        }
        scores.count(into: &outcome.patterns)
        sample = Sample()
        guard choice.share < 1 else { return outcome }
        let counted = Mutex(outcome)
        let found = Self.joined(
            count: pieces,
            threads: settings.threads,
            tell: { progress?(.scoring, $0) },
            state: {
                Worker(
                    cursor: CandidateCursor(candidates),
                    comparer: comparer,
                    scores: PatternScores(model),
                    passes: PassCounts(passes: passCount)
                )
            },
            work: { worker, piece in
                var found: [ScoredPair] = []
                for row in rows(of: piece) where !choice.holds(row) {
                    worker.cursor.gather(row)
                    guard worker.cursor.pairs.count >= CandidateCursor.batch else { continue }
                    worker.judge(floor: settings.floor, into: &found)
                }
                worker.judge(floor: settings.floor, into: &found)
                return found
            },
            finish: { worker in
                counted.withLock {
                    worker.scores.count(into: &$0.patterns)
                    $0.passes.merge(worker.passes)
                }
            }
        )
        outcome = counted.withLock { $0 }
        outcome.scored += found
        outcome.scored.sort { ($0.pair.left, $0.pair.right) < ($1.pair.left, $1.pair.right) }
        return outcome
    }

    private var pieces: Int { (candidates.rowCount + Self.piece - 1) / Self.piece }

    private func rows(of piece: Int) -> Range<Int> {
        piece * Self.piece..<min(candidates.rowCount, (piece + 1) * Self.piece)
    }

    /// What all pieces give, in the order of the pieces.
    private static func joined<State: ~Copyable>(
        count: Int,
        threads: Int,
        tell: @Sendable (Double) -> Void,
        state: @Sendable () -> State,
        work: @Sendable (inout State, Int) -> [ScoredPair],
        finish: @Sendable (consuming State) -> Void
    ) -> [ScoredPair] {
        let results = Mutex<(done: Int, pairs: [Int: [ScoredPair]])>((0, [:]))
        Workers.run(
            count,
            threads: threads,
            state: state,
            work: { state, piece in
                let pairs = work(&state, piece)
                results.withLock {
                    $0.pairs[piece] = pairs
                    $0.done += 1
                    tell(Double($0.done) / Double(count))
                }
            },
            finish: finish
        )
        return results.withLock { results in
            (0..<count).flatMap { results.pairs.removeValue(forKey: $0) ?? [] }
        }
    }
}

/// A choice of rows by chance, the same for the same seed.
struct RowChoice: Sendable {
    /// Which share of the rows is chosen: above 0, and 1 for all.
    let share: Double
    private let limit: UInt64
    private let seed: UInt64

    init(share: Double, seed: UInt64) {
        self.share = min(1, max(share, 1e-6))
        self.seed = SeededNumbers.mix(seed &+ 1)
        limit = self.share == 1 ? .max : UInt64(self.share * 0x1p64)
    }

    func holds(_ row: Int) -> Bool {
        share == 1 || SeededNumbers.mix(UInt64(row) ^ seed) < limit
    }
}
