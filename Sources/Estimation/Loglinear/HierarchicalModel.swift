/// Which dependences between lists a log-linear model allows.
///
/// A term is a set of lists, written as a bit mask like a history. A model is *hierarchical*: with a
/// term it has every term within it, so it always has the empty set (the size) and each list alone.
public struct HierarchicalModel: Hashable, Sendable {
    /// The number of lists, *K*.
    public let listCount: Int
    /// Every term by mask, ascending; the first is 0.
    public let terms: [Int]

    /// Takes the smallest model that has some terms.
    ///
    /// - Parameters:
    ///   - listCount: The number of lists, from 1 to ``CaptureTable/maximumListCount``.
    ///   - terms: Sets of lists, by mask. What they contain comes with them, and so does each list
    ///     alone; bits beyond the lists mean nothing.
    public init(listCount: Int, terms: some Sequence<Int>) {
        var isTerm = [Bool](repeating: false, count: 1 << listCount)
        isTerm[0] = true
        for list in 0..<listCount { isTerm[1 << list] = true }
        for term in terms { isTerm[term & (isTerm.count - 1)] = true }
        for list in 0..<listCount {
            for mask in isTerm.indices where mask >> list & 1 == 1 && isTerm[mask] {
                isTerm[mask ^ 1 << list] = true
            }
        }
        self.listCount = listCount
        self.terms = isTerm.indices.filter { isTerm[$0] }
    }

    /// The model in which the lists are independent.
    ///
    /// - Parameter listCount: The number of lists.
    /// - Returns: The model with no term of two lists.
    public static func mainEffects(of listCount: Int) -> Self {
        Self(listCount: listCount, terms: [])
    }

    /// The model with one more term, and with all that it contains.
    ///
    /// - Parameter term: A set of lists, by mask.
    /// - Returns: The larger model, or this one if it has the term.
    public func adding(_ term: Int) -> Self {
        Self(listCount: listCount, terms: terms + [term])
    }

    /// Whether the model has a term.
    ///
    /// - Parameter term: A set of lists, by mask.
    /// - Returns: `true` if it has.
    public func contains(_ term: Int) -> Bool { terms.contains(term) }

    /// The terms that no other term contains.
    public var maximalTerms: [Int] {
        terms.filter { term in !terms.contains { $0 != term && $0 & term == term } }
    }

    /// The terms of two lists or more.
    public var interactions: [Int] { terms.filter { $0.nonzeroBitCount > 1 } }

    /// The most lists that a term has.
    public var order: Int { terms.map(\.nonzeroBitCount).max() ?? 0 }
}
