/// How many pairs of one person blocking did not propose, judged by how its passes found the others.
///
/// Passes that look at names and passes that look at other things are two chances to find a pair, as two
/// visits are two chances to catch an animal. If one chance finds a and the other b, and m are found by
/// both, there are about (a + 1)(b + 1)/(m + 1) − 1 in all (Chapman, "Some properties of the hypergeometric
/// distribution with applications to zoological sample censuses", 1951). Where all passes are of one kind the
/// estimate is Chao's, from the pairs found by just one pass and by just two, f₁(f₁ − 1)/(2(f₂ + 1)) unseen
/// ("Estimating the population size for capture-recapture data with unequal catchability", Biometrics
/// 43, 1987, in its bias-corrected form).
///
/// It is an estimate: a record whose name and birth date are both spoilt escapes both chances, so the true
/// number tends to be higher.
public struct BlockingLoss: Hashable, Sendable {
    /// How many pairs were found by one pass, by two and so on, each pair by its probability.
    public private(set) var foundBy: [Double]
    /// For each pass how many pairs it alone found.
    public private(set) var foundAlone: [Double]
    /// How many pairs passes with names found, others found, and both found.
    private var (byNames, byOthers, byBoth) = (0.0, 0.0, 0.0)
    /// The passes whose blocks share a part of the name, one bit for each.
    private let named: UInt32

    /// Makes a count of nothing.
    ///
    /// - Parameter passes: The passes, in the order of their bits.
    public init(passes: [BlockingPass]) {
        foundBy = [Double](repeating: 0, count: passes.count)
        foundAlone = foundBy
        named = passes.indices.reduce(0) { passes[$1].key.tokens > 0 ? $0 | 1 << UInt32($1) : $0 }
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
        if passes & named != 0 { byNames += weight }
        if passes & ~named != 0 { byOthers += weight }
        if passes & named != 0, passes & ~named != 0 { byBoth += weight }
    }

    /// How many pairs were found.
    public var found: Double { foundBy.reduce(0, +) }

    /// How many were lost, about; 0 with a single pass, which tells nothing.
    public var lost: Double {
        guard foundBy.count > 1 else { return 0 }
        if byNames > 0, byOthers > 0 {
            return max(0, (byNames + 1) * (byOthers + 1) / (byBoth + 1) - 1 - found)
        }
        return max(0, foundBy[0] * (foundBy[0] - 1) / (2 * (foundBy[1] + 1)))
    }

    /// The share of all pairs that were found, about; 1 when none was.
    public var completeness: Double { found > 0 ? found / (found + lost) : 1 }
}
