import Foundation

/// The work of ``Stepwise`` on one thread.
public struct StepwiseWorker: SelectionWorker {
    /// The pairs that the last estimate's model has, by mask, in the order in which they joined.
    public private(set) var chosen: [Int] = []
    /// The pairs whose overlap is as unlikely as it was before, by mask, since no model with them has an
    /// estimate; a list that is a copy of another is among them.
    public private(set) var unresolved: [Int] = []

    private let threshold: Double
    /// Pairs in the order that decides between equal probabilities: (1,2), (1,3) to the last.
    private let pairs: [Int]
    private let mainEffects: [Int]
    private let newton: PoissonNewton
    private var cache = ExistenceCache()
    private var terms: [Int] = []
    private var candidates: [(pair: Int, tail: Double)] = []

    init(listCount: Int, threshold: Double) {
        self.threshold = threshold
        mainEffects = HierarchicalModel.mainEffects(of: listCount).terms
        pairs = (0..<listCount).flatMap { first in
            ((first + 1)..<max(listCount, first + 1)).map { 1 << first | 1 << $0 }
        }
        newton = PoissonNewton(listCount: listCount)
        candidates.reserveCapacity(pairs.count)
        chosen.reserveCapacity(pairs.count)
        unresolved.reserveCapacity(pairs.count)
    }

    /// Chooses a model for the counts and estimates by it.
    ///
    /// - Parameter counts: People by capture history, 2^*K* values from 0 up, the first 0.
    /// - Returns: The estimate, or nil when not even independent lists have one.
    public mutating func estimate(_ counts: [Double]) -> Double? {
        newton.load(counts)
        newton.reset()
        let pattern = cache.pattern(of: counts)
        chosen.removeAll(keepingCapacity: true)
        unresolved.removeAll(keepingCapacity: true)
        terms.removeAll(keepingCapacity: true)
        terms.append(contentsOf: mainEffects)
        guard exists(pattern, counts), newton.fit(terms) else { return nil }
        while let pair = nextPair(pattern, counts) {
            chosen.append(pair)
            guard newton.fit(terms) else { return nil }
        }
        return newton.overlap(0) + exp(newton[0])
    }

    /// Adds to the terms the pair of least probability whose model has an estimate.
    private mutating func nextPair(_ pattern: Int, _ counts: [Double]) -> Int? {
        candidates.removeAll(keepingCapacity: true)
        unresolved.removeAll(keepingCapacity: true)
        for pair in pairs where !chosen.contains(pair) {
            let tail = Poisson.tail(
                below: threshold,
                count: newton.overlap(pair),
                mean: newton.expected(pair)
            )
            if let tail { candidates.append((pair, tail)) }
        }
        while let best = candidates.indices.min(by: {
            candidates[$0].tail < candidates[$1].tail
        }) {
            let pair = candidates.remove(at: best).pair
            terms.append(pair)
            if exists(pattern, counts) { return pair }
            terms.removeLast()
            unresolved.append(pair)
        }
        return nil
    }

    private mutating func exists(_ pattern: Int, _ counts: [Double]) -> Bool {
        cache.code(of: terms, pattern: pattern, counts: counts) == .exists
    }
}
