/// Answers of ``Existence`` that were found before, by which counts are 0 and by model.
///
/// Resamples of one table have few patterns of zeros, and the answer depends on nothing else. A cache is
/// a value: each thread has its own.
public struct ExistenceCache: Sendable {
    private struct Key: Hashable {
        let pattern: Int
        let terms: [Int]
    }

    /// The most answers that are kept; a fuller cache is emptied.
    private static let capacity = 50_000

    private var patterns: [[UInt64]: Int] = [:]
    private var codes: [Key: ExistenceCode] = [:]
    private var zeros: [UInt64] = []

    /// Creates an empty cache.
    public init() {}

    /// Tests a model, or recalls the answer.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - counts: People by history, 2^*K* values from 0 up for the model's *K* lists.
    /// - Returns: What ``Existence/code(of:in:)`` says.
    public mutating func code(
        of model: HierarchicalModel,
        in counts: [Double]
    ) -> ExistenceCode {
        let pattern = pattern(of: counts)
        return code(of: model.terms, pattern: pattern, counts: counts)
    }

    /// The number of the pattern of zeros of some counts.
    mutating func pattern(of counts: [Double]) -> Int {
        let words = (counts.count + 63) / 64
        if zeros.count != words { zeros = [UInt64](repeating: 0, count: words) }
        for word in zeros.indices {
            var bits: UInt64 = 0
            for history in (word * 64)..<min(counts.count, word * 64 + 64)
            where counts[history] > 0 {
                bits |= 1 << UInt64(history % 64)
            }
            zeros[word] = bits
        }
        if let known = patterns[zeros] { return known }
        if codes.count + patterns.count > Self.capacity {
            patterns.removeAll(keepingCapacity: true)
            codes.removeAll(keepingCapacity: true)
        }
        patterns[zeros] = patterns.count
        return patterns.count - 1
    }

    mutating func code(of terms: [Int], pattern: Int, counts: [Double]) -> ExistenceCode {
        let key = Key(pattern: pattern, terms: terms)
        if let known = codes[key] { return known }
        let code = Existence.code(of: terms, in: counts)
        codes[key] = code
        return code
    }
}
