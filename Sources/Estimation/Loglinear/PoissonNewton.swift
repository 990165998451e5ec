import Foundation

/// Newton's method for Poisson log-linear models of capture histories, without design matrices.
///
/// With one coefficient for each term, log μ_w is the sum of the coefficients of the terms within w.
/// So the means are products over subsets, the expected overlaps m* are sums over supersets, the gradient
/// at term s is n*_s − m*_s, and the second derivative at terms s and t is −m*_{s ∪ t}: a value to look
/// up. (The moments of an exponential family; Haberman, *The Analysis of Frequency Data*, 1974.)
///
/// A term on whose lists together nobody is has its coefficient at minus infinity, and takes no part: the
/// extended estimate of Fienberg and Rinaldo (Annals of Statistics 40, 2012).
///
/// All memory is taken once; nothing is allocated by `load` or `fit`.
@safe final class PoissonNewton {
    /// 2^*K*.
    let cellCount: Int
    /// The number of terms that are not at the boundary in the last fit.
    private(set) var freeCount = 0
    /// The logarithm of the likelihood at the last fit, without the part that the counts alone decide.
    private(set) var logLikelihood = -Double.infinity

    private let overlapsStart: UnsafeMutablePointer<Double>
    private let coefficientsStart: UnsafeMutablePointer<Double>
    private let expectedStart: UnsafeMutablePointer<Double>
    private let vectors: UnsafeMutablePointer<Double>
    private let hessian: UnsafeMutablePointer<Double>
    private let freeStart: UnsafeMutablePointer<Int>
    private let boundaryStart: UnsafeMutablePointer<Int>
    private var boundaryCount = 0
    private var countsTheUnseen = false

    /// Where the gain that a step still promises is nothing beside statistical error.
    static let exact = 1e-12
    private static let maximumSteps = 100

    init(listCount: Int) {
        let cells = 1 << listCount
        cellCount = cells
        unsafe overlapsStart = .allocate(capacity: cells)
        unsafe coefficientsStart = .allocate(capacity: cells)
        unsafe expectedStart = .allocate(capacity: cells)
        unsafe vectors = .allocate(capacity: 3 * cells)
        unsafe hessian = .allocate(capacity: cells * cells)
        unsafe freeStart = .allocate(capacity: cells)
        unsafe boundaryStart = .allocate(capacity: cells)
        unsafe overlapsStart.initialize(repeating: 0, count: cells)
        unsafe coefficientsStart.initialize(repeating: 0, count: cells)
        unsafe expectedStart.initialize(repeating: 0, count: cells)
    }

    deinit {
        unsafe overlapsStart.deallocate()
        unsafe coefficientsStart.deallocate()
        unsafe expectedStart.deallocate()
        unsafe vectors.deallocate()
        unsafe hessian.deallocate()
        unsafe freeStart.deallocate()
        unsafe boundaryStart.deallocate()
    }

    /// Takes counts.
    ///
    /// - Parameters:
    ///   - counts: People by history; the first is not read.
    ///   - unseen: How many people to suppose on no list; nil to fit the seen ones only.
    func load(_ counts: [Double], unseen: Double? = nil) {
        for cell in 0..<cellCount { unsafe overlapsStart[cell] = counts[cell] }
        unsafe overlapsStart[0] = unseen ?? 0
        countsTheUnseen = unseen != nil
        unsafe SubsetSums.overSupersets(
            of: UnsafeMutableBufferPointer(start: overlapsStart, count: cellCount)
        )
    }

    /// n*: people on all the lists of a set.
    func overlap(_ mask: Int) -> Double { unsafe overlapsStart[mask] }

    /// m*: people whom the last fit expects on all the lists of a set.
    func expected(_ mask: Int) -> Double { unsafe expectedStart[mask] }

    /// The coefficient of a term: where the next fit begins, and where the last one ended.
    subscript(term: Int) -> Double {
        get { unsafe coefficientsStart[term] }
        set { unsafe coefficientsStart[term] = newValue }
    }

    /// Puts the coefficients where a fit can begin with no other knowledge: as many unseen as seen, each
    /// list by its share, no dependence.
    func reset() {
        let seen = overlap(0)
        unsafe coefficientsStart.update(repeating: 0, count: cellCount)
        self[0] = log(max(seen, 1))
        var list = 1
        while list < cellCount {
            let share = min(0.9, max(overlap(list), 0.5) / max(seen, 1))
            self[list] = log(share / (1 - share))
            list <<= 1
        }
    }

    /// Climbs from the present coefficients to the maximum of the likelihood.
    ///
    /// - Parameters:
    ///   - terms: The model's terms; the coefficients of all others are to be 0.
    ///   - tolerance: The gain in log-likelihood below which the last step is taken.
    /// - Returns: Whether the maximum was reached; the method assumes that there is one, and stops where
    ///   the second derivatives are singular.
    func fit(_ terms: [Int], tolerance: Double = exact) -> Bool {
        split(terms)
        let point = unsafe vectors
        let trial = unsafe vectors + cellCount
        let step = unsafe vectors + 2 * cellCount
        for i in 0..<freeCount { unsafe point[i] = self[freeStart[i]] }
        unsafe evaluate(at: point)
        var value = logLikelihood
        for _ in 0..<Self.maximumSteps {
            guard value.isFinite, factor() else { return false }
            let gain = unsafe solve(into: step)
            if gain < tolerance {
                for i in 0..<freeCount { unsafe self[freeStart[i]] = point[i] + step[i] }
                logLikelihood = value + gain / 2
                return gain >= 0
            }
            var scale = 1.0
            repeat {
                for i in 0..<freeCount { unsafe trial[i] = point[i] + scale * step[i] }
                unsafe evaluate(at: trial)
                scale /= 2
            } while !(logLikelihood >= value - 1e-12 * (1 + abs(value))) && scale > 1e-9
            guard scale > 1e-9 else { return false }
            value = logLikelihood
            for i in 0..<freeCount { unsafe point[i] = trial[i] }
        }
        return false
    }

    /// The variance of the estimated coefficient of each free term, in the model's order.
    func variances() -> [(term: Int, variance: Double)] {
        let point = unsafe vectors
        for i in 0..<freeCount { unsafe point[i] = self[freeStart[i]] }
        unsafe evaluate(at: point)
        guard factor() else { return [] }
        let column = unsafe vectors + 2 * cellCount
        return (0..<freeCount).map { index in
            var sum = 0.0
            for i in index..<freeCount {
                var value = i == index ? 1.0 : 0.0
                for j in index..<i { unsafe value -= hessian[i * freeCount + j] * column[j] }
                unsafe column[i] = value / hessian[i * freeCount + i]
                unsafe sum += column[i] * column[i]
            }
            return unsafe (freeStart[index], sum)
        }
    }

    private func split(_ terms: [Int]) {
        freeCount = 0
        boundaryCount = 0
        for term in terms {
            if overlap(term) > 0 {
                unsafe freeStart[freeCount] = term
                freeCount += 1
                if self[term] == -.infinity { self[term] = 0 }
            } else {
                unsafe boundaryStart[boundaryCount] = term
                boundaryCount += 1
                self[term] = -.infinity
            }
        }
    }

    /// Computes m* and the log-likelihood, Σ a_s n*_s − m*_0.
    private func evaluate(at point: UnsafeMutablePointer<Double>) {
        let means = unsafe expectedStart
        unsafe means.update(repeating: 1, count: cellCount)
        for i in 0..<boundaryCount { unsafe means[boundaryStart[i]] = 0 }
        var value = 0.0
        for i in 0..<freeCount {
            let term = unsafe freeStart[i]
            unsafe means[term] = exp(point[i])
            unsafe value += point[i] * overlapsStart[term]
        }
        unsafe SubsetSums.productsOverSubsets(
            of: UnsafeMutableBufferPointer(start: means, count: cellCount)
        )
        if !countsTheUnseen { unsafe means[0] = 0 }
        unsafe SubsetSums.overSupersets(
            of: UnsafeMutableBufferPointer(start: means, count: cellCount)
        )
        logLikelihood = unsafe value - means[0]
    }

    /// Cholesky's factor of the information, in place, by rows.
    private func factor() -> Bool {
        let size = freeCount
        for i in 0..<size {
            let row = unsafe hessian + i * size
            let term = unsafe freeStart[i]
            for j in 0...i {
                let other = unsafe hessian + j * size
                var value = unsafe expectedStart[term | freeStart[j]]
                let diagonal = value
                for k in 0..<j { unsafe value -= row[k] * other[k] }
                if i == j {
                    guard value > 1e-13 * diagonal else { return false }
                    unsafe row[i] = value.squareRoot()
                } else {
                    unsafe row[j] = value / other[j]
                }
            }
        }
        return true
    }

    /// Solves for Newton's step, and returns the gradient times it: twice the gain that it promises.
    private func solve(into step: UnsafeMutablePointer<Double>) -> Double {
        let size = freeCount
        var gain = 0.0
        for i in 0..<size {
            let term = unsafe freeStart[i]
            var value = unsafe overlapsStart[term] - expectedStart[term]
            for k in 0..<i { unsafe value -= hessian[i * size + k] * step[k] }
            unsafe step[i] = value / hessian[i * size + i]
            unsafe gain += step[i] * step[i]
        }
        for i in (0..<size).reversed() {
            var value = unsafe step[i]
            for k in (i + 1)..<max(size, i + 1) {
                unsafe value -= hessian[k * size + i] * step[k]
            }
            unsafe step[i] = value / hessian[i * size + i]
        }
        return gain
    }
}
