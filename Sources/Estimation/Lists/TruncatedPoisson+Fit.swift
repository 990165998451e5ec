import Foundation

extension TruncatedPoisson {
    /// Fits the regression.
    ///
    /// - Parameters:
    ///   - table: The people seen.
    ///   - covariates: The names of the covariates to use, or nil for all; none supposes everybody alike.
    /// - Throws: ``TruncatedPoissonRefused`` when no finite number fits.
    public init(
        _ table: RepeatedTable,
        covariates: [String]? = nil
    ) throws(TruncatedPoissonRefused) {
        var used: [Int] = []
        for name in covariates ?? table.covariates.map(\.name) {
            guard let index = table.covariates.firstIndex(where: { $0.name == name }) else {
                throw .noSuchCovariate(name)
            }
            if !used.contains(index) { used.append(index) }
        }
        guard table.groups.contains(where: { $0.times > 1 }) else { throw .nobodySeenTwice }
        let compared = used.reduce(0) { $0 + max(1, table.covariates[$1].levels.count) - 1 }
        guard compared < Self.mostCoefficients else { throw .tooManyLevels(compared) }
        let columns = try Self.columns(of: table, used)
        let design = TruncatedDesign(table, columns)
        guard let fit = design.fit() else { throw .noMaximum }
        observed = table.observed
        logLikelihood = fit.likelihood
        var estimate = 0.0
        var variance = 0.0
        var slope = [Double](repeating: 0, count: design.width)
        for row in design.rows {
            let rate = exp(row.logRate(fit.coefficients))
            let seen = -expm1(-rate)
            estimate += row.count / seen
            variance += row.count * exp(-rate) / (seen * seen)
            for index in row.ones { slope[index] -= row.count * rate * exp(-rate) / (seen * seen) }
        }
        self.estimate = estimate
        self.variance =
            variance + zip(slope, fit.system.solve(slope)).reduce(0) { $0 + $1.0 * $1.1 }
        let errors = fit.system.inverseDiagonal.map { $0.squareRoot() }
        coefficients = fit.coefficients.indices.map { index in
            let column = index == 0 ? nil : columns[index - 1]
            return Coefficient(
                covariate: column.map { table.covariates[$0.covariate].name },
                level: column.map { table.covariates[$0.covariate].levels[$0.level] },
                value: fit.coefficients[index],
                standardError: errors[index]
            )
        }
    }

    /// The levels that somebody has, but for the first of each covariate.
    private static func columns(
        of table: RepeatedTable,
        _ used: [Int]
    ) throws(TruncatedPoissonRefused) -> [TruncatedDesign.Column] {
        var columns: [TruncatedDesign.Column] = []
        for covariate in used {
            let name = table.covariates[covariate].name
            var isFirst = true
            for (level, label) in table.covariates[covariate].levels.enumerated() {
                let people = table.groups.filter { $0.levels[covariate] == level }
                guard !people.isEmpty else { continue }
                guard people.contains(where: { $0.times > 1 }) else {
                    throw .levelSeenOnce(covariate: name, level: label)
                }
                if !isFirst { columns.append(.init(covariate: covariate, level: level)) }
                isFirst = false
            }
        }
        return columns
    }
}

/// The values of each group of people in a regression; all are 0 or 1.
struct TruncatedDesign {
    /// The people of one level.
    struct Column: Hashable {
        let covariate: Int
        let level: Int
    }

    /// People who are alike.
    struct Row {
        let times: Double
        let count: Double
        /// The columns whose value is 1.
        let ones: [Int]

        func logRate(_ coefficients: [Double]) -> Double {
            ones.reduce(0) { $0 + coefficients[$1] }
        }
    }

    let rows: [Row]
    let width: Int

    init(_ table: RepeatedTable, _ columns: [Column]) {
        let index = Dictionary(uniqueKeysWithValues: zip(columns, 1...))
        width = columns.count + 1
        rows = table.groups.map { group in
            Row(
                times: Double(group.times),
                count: group.count,
                ones: [0]
                    + group.levels.enumerated().compactMap {
                        index[Column(covariate: $0.offset, level: $0.element)]
                    }
            )
        }
    }

    /// Newton's method on the concave logarithm of the likelihood, with halved steps.
    ///
    /// - Returns: nil where columns depend on each other or a rate falls to nothing.
    func fit() -> (coefficients: [Double], likelihood: Double, system: SymmetricSystem)? {
        let mean = rows.reduce(0) { $0 + $1.count * $1.times } / rows.reduce(0) { $0 + $1.count }
        var coefficients = [Double](repeating: 0, count: width)
        coefficients[0] = log(mean)
        var value = likelihood(coefficients)
        for _ in 0..<200 {
            guard let (slope, system) = derivatives(coefficients) else { return nil }
            let step = system.solve(slope)
            let gain = zip(slope, step).reduce(0) { $0 + $1.0 * $1.1 }
            if gain <= 1e-18 * (1 + abs(value)) {
                // A rate below e^−25 is one on its way to 0, where the likelihood has its supremum.
                let isFinite = rows.allSatisfy { $0.logRate(coefficients) > -25 }
                return isFinite ? (coefficients, value, system) : nil
            }
            var share = 1.0
            var next = coefficients
            var nextValue = -Double.infinity
            repeat {
                next = zip(coefficients, step).map { $0 + share * $1 }
                nextValue = likelihood(next)
                share /= 2
            } while !(nextValue >= value - 1e-12 * abs(value)) && share > 1e-15
            guard nextValue.isFinite else { return nil }
            (coefficients, value) = (next, nextValue)
        }
        return nil
    }

    func likelihood(_ coefficients: [Double]) -> Double {
        rows.reduce(0) { sum, row in
            let logRate = row.logRate(coefficients)
            let rate = exp(logRate)
            return sum + row.count
                * (row.times * logRate - rate - logGamma(row.times + 1) - log(-expm1(-rate)))
        }
    }

    /// The slope of the likelihood and the information, observed and expected alike.
    private func derivatives(_ coefficients: [Double]) -> ([Double], SymmetricSystem)? {
        var slope = [Double](repeating: 0, count: width)
        var matrix = [Double](repeating: 0, count: width * width)
        for row in rows {
            let rate = exp(row.logRate(coefficients))
            let mean = rate / -expm1(-rate)
            let spread = mean * (1 + rate - mean)
            for one in row.ones {
                slope[one] += row.count * (row.times - mean)
                for other in row.ones { matrix[one * width + other] += row.count * spread }
            }
        }
        return SymmetricSystem(matrix, size: width).map { (slope, $0) }
    }
}
