import Estimation
import Foundation

/// What no fit by Newton's method can do without.
///
/// For each step the exponential of each coefficient and one Cholesky factorisation; no counts, no sums over
/// subsets, no choice of models.
struct BareArithmetic {
    /// Fits that begin near their end take as many steps as this.
    static let stepsPerFit = 4

    private var coefficients: [Double]
    private var matrix: [Double]

    init(largest: Int) {
        coefficients = (0..<largest).map { -1 - 1 / Double($0 + 2) }
        matrix = Array(repeating: 0, count: largest * largest)
    }

    /// The arithmetic of fits with so many parameters each.
    ///
    /// Returns a number that depends on all of it, so that none can be left out.
    mutating func fit(sizes: [Int]) -> Double {
        var sum = 0.0
        for size in sizes {
            for _ in 0..<Self.stepsPerFit { sum += step(size) }
        }
        return sum
    }

    private mutating func step(_ size: Int) -> Double {
        unsafe coefficients.withUnsafeMutableBufferPointer { coefficients in
            unsafe matrix.withUnsafeMutableBufferPointer { matrix in
                var sum = 0.0
                for i in 0..<size {
                    unsafe coefficients[i] += 1e-9
                    unsafe sum += exp(coefficients[i])
                }
                for i in 0..<size {
                    for j in 0...i {
                        var value = i == j ? 2 + sum : 0.5
                        for k in 0..<j {
                            unsafe value -= matrix[i * size + k] * matrix[j * size + k]
                        }
                        unsafe matrix[i * size + j] =
                            i == j ? value.squareRoot() : value / matrix[j * size + j]
                    }
                }
                return unsafe matrix[size * size - 1]
            }
        }
    }
}
