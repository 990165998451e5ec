import Foundation

/// The Poisson log-linear fit to counts, with some coefficients that may not be negative.
///
/// The logarithm of each expected count is the sum of the coefficients times the values of its row. The
/// logarithm of the likelihood is concave; Newton's method finds its one maximum while bounded
/// coefficients leave 0 one at a time, the one that gains most first, and rest there again when a step
/// would make them negative.
struct BoundedPoisson {
    /// The values of each row, one row after the other.
    let rows: [Double]
    /// The values of one row, and the coefficients.
    let width: Int
    /// The coefficients from this index on may not be negative.
    let firstBounded: Int

    /// A place on the likelihood.
    struct Point {
        var coefficients: [Double]
        /// The expected count of each row.
        var expected: [Double]
        /// Σ n log μ − μ over the rows.
        var likelihood: Double
    }

    /// The maximum.
    struct Fit {
        var point: Point
        /// The variance of the first coefficient, while those that rest at 0 stay there.
        var firstVariance: Double
    }

    /// Finds the maximum.
    ///
    /// - Parameters:
    ///   - counts: One count for each row, from 0 up.
    ///   - start: Where to begin; bounded coefficients are not negative there.
    /// - Returns: nil when no maximum is within reach.
    func fit(_ counts: [Double], from start: [Double]) -> Fit? {
        var here = point(start, counts)
        var free = (0..<width).filter { $0 < firstBounded || start[$0] > 0 }
        for _ in 0..<200 {
            let slope = slope(at: here, counts)
            guard let system = SymmetricSystem(information(here, free), size: free.count) else {
                return nil
            }
            var step = [Double](repeating: 0, count: width)
            for (index, change) in zip(free, system.solve(free.map { slope[$0] })) {
                step[index] = change
            }
            if zip(slope, step).reduce(0, { $0 + $1.0 * $1.1 }) > 1e-18 * (1 + abs(here.likelihood))
            {
                guard let next = advance(from: here, by: step, counts) else { return nil }
                here = next
                free.removeAll { $0 >= firstBounded && step[$0] < 0 && here.coefficients[$0] == 0 }
            } else if let riser = riser(among: free, slope), slope[riser] > 1e-9 * (1 + here.mass) {
                free.append(riser)
            } else {
                return Fit(point: here, firstVariance: system.inverseDiagonal[0])
            }
        }
        return nil
    }

    /// The resting coefficient whose rise gains most.
    private func riser(among free: [Int], _ slope: [Double]) -> Int? {
        (firstBounded..<width).filter { !free.contains($0) }.max { slope[$0] < slope[$1] }
    }

    /// As much of a step as the bounds and a likelihood that does not fall allow.
    private func advance(from here: Point, by step: [Double], _ counts: [Double]) -> Point? {
        var share = 1.0
        for index in firstBounded..<width where step[index] < 0 {
            share = min(share, -here.coefficients[index] / step[index])
        }
        for _ in 0..<60 {
            var next = here.coefficients
            for index in 0..<width { next[index] += share * step[index] }
            for index in firstBounded..<width where next[index] < 1e-14 { next[index] = 0 }
            let there = point(next, counts)
            if there.likelihood >= here.likelihood - 1e-12 * abs(here.likelihood) { return there }
            share /= 2
        }
        return nil
    }

    private func point(_ coefficients: [Double], _ counts: [Double]) -> Point {
        var expected: [Double] = []
        var likelihood = 0.0
        expected.reserveCapacity(counts.count)
        for (row, count) in counts.enumerated() {
            var logarithm = 0.0
            for index in 0..<width { logarithm += rows[row * width + index] * coefficients[index] }
            let mean = exp(logarithm)
            expected.append(mean)
            likelihood += (count > 0 ? count * logarithm : 0) - mean
        }
        return Point(coefficients: coefficients, expected: expected, likelihood: likelihood)
    }

    private func slope(at here: Point, _ counts: [Double]) -> [Double] {
        var slope = [Double](repeating: 0, count: width)
        for (row, count) in counts.enumerated() {
            let residual = count - here.expected[row]
            for index in 0..<width { slope[index] += rows[row * width + index] * residual }
        }
        return slope
    }

    private func information(_ here: Point, _ free: [Int]) -> [Double] {
        var matrix = [Double](repeating: 0, count: free.count * free.count)
        for (row, mean) in here.expected.enumerated() {
            for (one, first) in free.enumerated() where rows[row * width + first] != 0 {
                let weighted = rows[row * width + first] * mean
                for (other, second) in free[...one].enumerated() {
                    matrix[one * free.count + other] += weighted * rows[row * width + second]
                }
            }
        }
        return matrix
    }
}

extension BoundedPoisson.Point {
    /// The expected counts together.
    fileprivate var mass: Double { expected.reduce(0, +) }
}
