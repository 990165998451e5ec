import Foundation

/// The sums of the law of graph and number never seen, over the graphs and over the numbers.
struct GraphSums {
    /// The probability of each cell of numbers; they sum to 1.
    let cells: [Double]
    /// The probability of each graph; they sum to 1.
    let graphs: [Double]

    /// Sums over all graphs.
    ///
    /// Logarithms are shifted by the greatest one found so far before they are raised, so that no table
    /// is too large: what was summed before is scaled when a greater one comes.
    ///
    /// - Parameters:
    ///   - scores: What each set of lists adds.
    ///   - all: The graphs, at least one.
    init(_ scores: CliqueScores, over all: [DecomposableGraph]) {
        var sums = Array(repeating: 0.0, count: scores.cellCount)
        var curve = sums
        var logMasses = Array(repeating: -Double.infinity, count: all.count)
        var shift = -Double.infinity
        for (index, graph) in all.enumerated() {
            let top = scores.curve(of: graph, into: &curve)
            guard top > shift - Self.negligible else { continue }
            if top > shift {
                let scale = exp(shift - top)
                for cell in sums.indices { sums[cell] *= scale }
                shift = top
            }
            let mass = Self.add(curve, shiftedBy: shift, to: &sums)
            logMasses[index] = shift + log(mass)
        }
        let total = sums.reduce(0, +)
        cells = sums.map { $0 / total }
        let logTotal = shift + log(total)
        let masses = logMasses.map { exp($0 - logTotal) }
        let graphTotal = masses.reduce(0, +)
        graphs = masses.map { $0 / graphTotal }
    }

    /// A logarithm so far below the greatest adds less than 10^−26 of it, and a hundred thousand such
    /// still nothing that a number of 53 bits can hold.
    private static let negligible = 60.0

    private static func add(
        _ curve: [Double],
        shiftedBy shift: Double,
        to sums: inout [Double]
    ) -> Double {
        var mass = 0.0
        for cell in curve.indices where curve[cell] > shift - negligible {
            let value = exp(curve[cell] - shift)
            sums[cell] += value
            mass += value
        }
        return mass
    }
}

extension CliqueScores {
    /// The logarithms of the law of one graph at each cell.
    ///
    /// - Parameters:
    ///   - graph: The graph.
    ///   - curve: Where they are written; as long as there are cells.
    /// - Returns: The greatest of them.
    func curve(of graph: DecomposableGraph, into curve: inout [Double]) -> Double {
        let count = cellCount
        return unsafe sets.withUnsafeBufferPointer { sets in
            unsafe shared.withUnsafeBufferPointer { shared in
                unsafe curve.withUnsafeMutableBufferPointer { curve in
                    for cell in 0..<count { unsafe curve[cell] = shared[cell] }
                    for set in graph.cliques {
                        let row = set * count
                        for cell in 0..<count { unsafe curve[cell] += sets[row + cell] }
                    }
                    for set in graph.separators {
                        let row = set * count
                        for cell in 0..<count { unsafe curve[cell] -= sets[row + cell] }
                    }
                    var top = -Double.infinity
                    for cell in 0..<count { unsafe top = max(top, curve[cell]) }
                    return top
                }
            }
        }
    }
}
