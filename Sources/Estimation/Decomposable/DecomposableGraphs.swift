extension DecomposableGraph {
    /// The numbers of lists for which all graphs can be gone through.
    public static let listCounts = 3...6

    /// All graphs of this kind on some lists: 8 for 3 lists, 61 for 4, 822 for 5 and 18 154 for 6.
    ///
    /// - Parameter listCount: The number of lists.
    /// - Returns: The graphs, in an order that never changes; none for a number outside
    ///   ``listCounts``.
    public static func all(listCount: Int) -> [DecomposableGraph] {
        switch listCount {
        case 3: three
        case 4: four
        case 5: five
        case 6: six
        default: []
        }
    }

    // Each is found when it is first asked for, and kept.
    private static let three = enumerate(3)
    private static let four = enumerate(4)
    private static let five = enumerate(5)
    private static let six = enumerate(6)

    /// Tries each of the 2^(*K*(*K*−1)/2) sets of arcs.
    static func enumerate(_ listCount: Int) -> [DecomposableGraph] {
        let pairs = (0..<listCount).flatMap { first in
            (first + 1..<listCount).map { (first, $0) }
        }
        return (0..<1 << pairs.count).compactMap { arcs in
            var neighbours = Array(repeating: 0, count: listCount)
            for (index, (first, second)) in pairs.enumerated() where arcs >> index & 1 == 1 {
                neighbours[first] |= 1 << second
                neighbours[second] |= 1 << first
            }
            return DecomposableGraph(neighbours: neighbours)
        }
    }
}
