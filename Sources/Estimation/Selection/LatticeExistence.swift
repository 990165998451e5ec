/// Which models of a lattice have an estimate, found when asked and kept by pattern of zeros.
struct LatticeExistence {
    private enum Answer: UInt8 {
        case unknown, exists, fails
    }

    private struct Memory {
        var answers: [Answer]
        /// By the terms at the boundary, whether the largest model with just those has an estimate.
        var largest: [UInt64: Bool] = [:]
    }

    /// The most answers that are kept.
    private static let capacity = 8_000_000

    private let lattice: ModelLattice
    private var memories: [UInt64: Memory] = [:]
    private var memory: Memory
    private var pattern: UInt64 = 0
    private var counts: [Double] = []
    private var emptyTerms: UInt64 = 0

    init(_ lattice: ModelLattice) {
        self.lattice = lattice
        memory = Memory(answers: [])
    }

    /// Turns to these counts.
    mutating func load(_ counts: [Double], newton: PoissonNewton) {
        if !memory.answers.isEmpty { memories[pattern] = memory }
        pattern = 0
        emptyTerms = 0
        for mask in counts.indices {
            if counts[mask] > 0 { pattern |= 1 << UInt64(mask) }
            if newton.overlap(mask) == 0 { emptyTerms |= 1 << UInt64(mask) }
        }
        self.counts = counts
        if memories.count * lattice.models.count > Self.capacity { memories.removeAll() }
        memory =
            memories.removeValue(forKey: pattern)
            ?? Memory(answers: Array(repeating: .unknown, count: lattice.models.count))
    }

    /// Whether a model has an estimate from the present counts.
    mutating func exists(_ model: Int) -> Bool {
        if memory.answers[model] == .unknown {
            memory.answers[model] = find(model) ? .exists : .fails
        }
        return memory.answers[model] == .exists
    }

    /// A model within another with the same terms at the boundary has an estimate if the other has: its
    /// columns are fewer, its overlaps a shadow of the other's.
    private mutating func find(_ model: Int) -> Bool {
        let boundary = lattice.termSets[model] & emptyTerms
        let largest = lattice.allTerms & ~emptyTerms | boundary
        let exists =
            memory.largest[boundary]
            ?? (Existence.code(of: Self.terms(largest), in: counts) == .exists)
        memory.largest[boundary] = exists
        return exists
            || Existence.code(of: lattice.models[model].terms, in: counts) == .exists
    }

    private static func terms(_ set: UInt64) -> [Int] {
        (0..<64).filter { set >> UInt64($0) & 1 == 1 }
    }
}
