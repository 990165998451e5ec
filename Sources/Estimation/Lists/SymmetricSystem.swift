/// Linear equations with a symmetric positive definite matrix, solved through its Cholesky factor.
struct SymmetricSystem {
    private let size: Int
    /// The lower triangular factor, by rows.
    private var factor: [Double]

    /// Factors a matrix, or is nil if it is not positive definite as far as doubles can tell.
    ///
    /// - Parameters:
    ///   - matrix: size × size values by rows, of which the lower triangle is read.
    ///   - size: The number of rows, from 1 up.
    init?(_ matrix: [Double], size: Int) {
        var factor = matrix
        for column in 0..<size {
            for row in column..<size {
                var sum = matrix[row * size + column]
                for inner in 0..<column {
                    sum -= factor[row * size + inner] * factor[column * size + inner]
                }
                if row == column {
                    // A pivot that rounding alone can have left says that columns depend on each other.
                    guard sum > 1e-11 * matrix[row * size + row], sum.isFinite else { return nil }
                    factor[row * size + row] = sum.squareRoot()
                } else {
                    factor[row * size + column] = sum / factor[column * size + column]
                }
            }
        }
        self.size = size
        self.factor = factor
    }

    /// Solves the equations for one right side.
    ///
    /// - Parameter right: As many values as rows.
    /// - Returns: The solution.
    func solve(_ right: [Double]) -> [Double] {
        var solution = right
        for row in 0..<size {
            for inner in 0..<row { solution[row] -= factor[row * size + inner] * solution[inner] }
            solution[row] /= factor[row * size + row]
        }
        for row in (0..<size).reversed() {
            for inner in row + 1..<size {
                solution[row] -= factor[inner * size + row] * solution[inner]
            }
            solution[row] /= factor[row * size + row]
        }
        return solution
    }

    /// The diagonal of the inverse of the matrix.
    var inverseDiagonal: [Double] {
        (0..<size).map { index in
            var unit = [Double](repeating: 0, count: size)
            unit[index] = 1
            return solve(unit)[index]
        }
    }
}
