@testable import Estimation

/// How far draws are from the distribution that they should have.
enum GoodnessOfFit {
    /// Pearson's statistic of whole draws, as a value that is standard normal when they fit (Wilson and
    /// Hilferty, Proceedings of the National Academy of Sciences 17, 1931).
    ///
    /// Neighbouring values are taken together until a cell expects 10 draws.
    static func chiSquared(
        _ draws: [Double],
        upTo most: Int,
        probability: (Double) -> Double
    ) -> Double {
        var seen = [Double](repeating: 0, count: most + 2)
        for draw in draws { seen[min(Int(draw), most + 1)] += 1 }
        var expected = (0...most).map { probability(Double($0)) * Double(draws.count) }
        expected.append(Double(draws.count) - expected.reduce(0, +))
        var (sum, cells) = (0.0, 0.0)
        var (count, hope) = (0.0, 0.0)
        for value in seen.indices {
            count += seen[value]
            hope += expected[value]
            guard hope >= 10 else { continue }
            sum += (count - hope) * (count - hope) / hope
            cells += 1
            (count, hope) = (0, 0)
        }
        let freedom = cells - 1
        let variance = 2 / (9 * freedom)
        return (cubeRoot(sum / freedom) - (1 - variance)) / variance.squareRoot()
    }

    /// Kolmogorov's statistic times the square root of the number of draws: above 2.9 once in ten million.
    static func kolmogorov(_ draws: [Double], cdf: (Double) -> Double) -> Double {
        let count = Double(draws.count)
        var most = 0.0
        for (rank, draw) in draws.sorted().enumerated() {
            let wanted = cdf(draw)
            most = max(most, abs(wanted - Double(rank) / count))
            most = max(most, abs(wanted - Double(rank + 1) / count))
        }
        return most * count.squareRoot()
    }

    private static func cubeRoot(_ value: Double) -> Double {
        var root = max(value, 1)
        for _ in 0..<60 { root -= (root - value / (root * root)) / 3 }
        return root
    }
}
