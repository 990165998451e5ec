/// How probable a graph is, given a table.
public struct GraphShare: Hashable, Sendable {
    /// The graph.
    public let graph: DecomposableGraph
    /// Its probability.
    public let probability: Double
}

/// What is believed of the number of all people after averaging over graphs.
public struct Posterior: Sendable {
    /// The number of people seen.
    public let observed: Double
    /// The prior count of each cell.
    public let delta: Double
    /// The numbers of all people, seen or not, at which the law was evaluated, from small to great: each
    /// the middle of some neighbouring whole numbers.
    public let grid: [Double]
    /// The probability of those whole numbers together; the sum is 1.
    public let weights: [Double]
    /// All graphs, from the most probable to the least.
    public let graphs: [GraphShare]
    /// Whether the law had not died away where the grid ends.
    ///
    /// Mean and upper limits then depend on where that is: the lists share too few people to bound the
    /// number from above.
    public let isOpen: Bool

    let cells: UnseenCells

    init(
        observed: Double,
        delta: Double,
        cells: UnseenCells,
        sums: GraphSums,
        graphs: [DecomposableGraph],
        isOpen: Bool
    ) {
        self.observed = observed
        self.delta = delta
        self.cells = cells
        grid = (0..<cells.count).map { observed + cells.middle($0) }
        weights = sums.cells
        self.graphs = zip(graphs, sums.graphs)
            .map { GraphShare(graph: $0, probability: $1) }
            .sorted { $0.probability > $1.probability }
        self.isOpen = isOpen
    }

    /// The probability of each single number of people about each point of ``grid``, for a curve.
    public var densities: [Double] { zip(weights, cells.width).map { $0 / $1 } }

    /// The mean number of all people.
    ///
    /// A few very great numbers of little probability can move it far; the median is safer.
    public var mean: Double { zip(grid, weights).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The number of all people that is as likely too great as too small.
    public var median: Double { quantile(0.5) }

    /// The most probable graph.
    public var topGraph: GraphShare? { graphs.first }

    /// The smallest number of all people that the true one exceeds with no more than the rest of the
    /// probability.
    ///
    /// - Parameter level: A probability, from 0 to 1.
    /// - Returns: The people seen and a whole number; within a cell all numbers count as equally likely.
    public func quantile(_ level: Double) -> Double {
        var below = 0.0
        for (cell, weight) in weights.enumerated() where weight > 0 {
            if below + weight >= level {
                let numbers = ((level - below) / weight * cells.width[cell]).rounded(.up)
                return observed + cells.first[cell] + min(max(numbers, 1), cells.width[cell]) - 1
            }
            below += weight
        }
        return observed + cells.last(cells.count - 1)
    }

    /// The range that leaves the same probability on either side.
    ///
    /// - Parameter level: The probability of the range, between 0 and 1.
    /// - Returns: The range of the number of all people.
    public func interval(level: Double) -> Interval {
        Interval(low: quantile((1 - level) / 2), high: quantile((1 + level) / 2))
    }
}
