/// How many pairs of one person blocking did not propose, judged by how often its passes found the
/// others.
///
/// Each pass is a chance to find a pair, as each visit is a chance to catch an animal: where many pairs were
/// found by one pass alone, many were found by none. The number is Chao's lower bound, f₁²/(2·f₂), with f₁
/// pairs found by just one pass and f₂ by just two (Chao, 1987, Biometrics 43, 783, in the form that
/// stays finite, f₁(f₁ − 1)/(2(f₂ + 1))). Passes that share fields fail together, so the true
/// number is higher rather than lower.
public struct BlockingLoss: Hashable, Sendable {
    /// How many pairs were found by one pass, by two and so on, each pair by its probability.
    public private(set) var foundBy: [Double]
    /// For each pass how many pairs it alone found.
    public private(set) var foundAlone: [Double]

    /// Makes a count of nothing for a number of passes.
    public init(passes: Int) {
        foundBy = [Double](repeating: 0, count: passes)
        foundAlone = [Double](repeating: 0, count: passes)
    }

    /// Counts a pair of one person.
    ///
    /// - Parameters:
    ///   - passes: Which passes proposed it, one bit for each.
    ///   - weight: How likely it is one person.
    public mutating func add(passes: UInt32, weight: Double = 1) {
        let count = passes.nonzeroBitCount
        guard count > 0, count <= foundBy.count else { return }
        foundBy[count - 1] += weight
        if count == 1, passes.trailingZeroBitCount < foundAlone.count {
            foundAlone[passes.trailingZeroBitCount] += weight
        }
    }

    /// How many pairs were found.
    public var found: Double { foundBy.reduce(0, +) }

    /// How many were lost, at the least; 0 with a single pass, which tells nothing.
    public var lost: Double {
        guard foundBy.count > 1 else { return 0 }
        return max(0, foundBy[0] * (foundBy[0] - 1) / (2 * (foundBy[1] + 1)))
    }

    /// The share of all pairs that were found, at the most; 1 when none was.
    public var completeness: Double { found > 0 ? found / (found + lost) : 1 }
}
