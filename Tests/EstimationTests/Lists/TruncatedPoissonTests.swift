import Foundation
import TestSupport
import Testing

@testable import Estimation

@Suite
struct TruncatedPoissonTests {
    /// The people apprehended in the Netherlands by what the police recorded, seen once, twice, and so on.
    ///
    /// (Van der Heijden et al. 2003; counted from the data of singleRcapture 0.2.3).
    static let apprehended: [(gender: String, age: String, nation: String, seen: [Int])] = [
        ("female", "<40", "American and Australia", [57, 2, 2]),
        ("female", "<40", "Asia", [56, 3, 0, 1]),
        ("female", "<40", "North Africa", [146, 14, 4, 0, 1]),
        ("female", "<40", "Rest of Africa", [59, 4]),
        ("female", "<40", "Surinam", [18]),
        ("female", "<40", "Turkey", [11]),
        ("female", ">40", "American and Australia", [6]),
        ("female", ">40", "Asia", [2]),
        ("female", ">40", "North Africa", [3, 1]),
        ("female", ">40", "Rest of Africa", [2]),
        ("female", ">40", "Surinam", [2]),
        ("female", ">40", "Turkey", [4]),
        ("male", "<40", "American and Australia", [78, 11, 3, 2]),
        ("male", "<40", "Asia", [203, 5, 1, 1]),
        ("male", "<40", "North Africa", [653, 128, 24, 9, 0, 1]),
        ("male", "<40", "Rest of Africa", [154, 7, 3]),
        ("male", "<40", "Surinam", [38]),
        ("male", "<40", "Turkey", [67, 3]),
        ("male", ">40", "American and Australia", [12]),
        ("male", ">40", "Asia", [11, 1]),
        ("male", ">40", "North Africa", [36, 3]),
        ("male", ">40", "Rest of Africa", [14]),
        ("male", ">40", "Surinam", [5, 1]),
        ("male", ">40", "Turkey", [8]),
    ]

    @Test
    func `by gender, age and nation they are 12 690.35 (singleRcapture 0.2.3)`() throws {
        var text = "times,gender,age,nation,count\n"
        for kind in Self.apprehended {
            for (index, count) in kind.seen.enumerated() where count > 0 {
                text += "\(index + 1),\(kind.gender),\(kind.age),\(kind.nation),\(count)\n"
            }
        }
        let table = try RepeatedReader.read(text)
        #expect(table.observed == 1880)
        let fit = try TruncatedPoisson(table)
        #expect(close(fit.estimate, 12_690.35, 0.005))
        #expect(close(fit.standardError, 2808.17, 0.005))
        #expect(close(fit.aic, 1712.901, 0.001))
        let normal = fit.interval(limits: .normal)
        #expect(close(normal.low, 7186.44, 0.01))
        #expect(close(normal.high, 18_194.26, 0.01))
        let logNormal = fit.interval()
        #expect(close(logNormal.low, 8431.275, 0.01))
        #expect(close(logNormal.high, 19_718.32, 0.01))
        #expect(fit.coefficients.map(\.level)[..<3] == [nil, "male", ">40"])
        let alike = try TruncatedPoisson(table, covariates: [])
        #expect(close(alike.estimate, 7079.93, 0.005))
    }

    /// People of two kinds, seen so often.
    static func table(_ first: [Double], _ second: [Double]) throws -> RepeatedTable {
        let groups = [first, second].enumerated().flatMap { kind, counts in
            counts.enumerated().map {
                RepeatedTable.Group(times: $0.offset + 1, levels: [kind], count: $0.element)
            }
        }
        return try RepeatedTable(
            covariates: [.init(name: "sex", levels: ["f", "m"])],
            groups: groups
        )
    }

    @Test
    func `one covariate of two values gives what each half gives alone`() throws {
        let (women, men) = ([120.0, 30, 8, 1], [300.0, 40, 5])
        let both = try TruncatedPoisson(Self.table(women, men))
        let alone = try [women, men].map { counts in
            try TruncatedPoisson(
                RepeatedTable(
                    groups: counts.enumerated().map {
                        .init(times: $0.offset + 1, count: $0.element)
                    }
                )
            )
        }
        #expect(close(both.estimate, alone[0].estimate + alone[1].estimate, 1e-6))
        #expect(close(both.variance / (alone[0].variance + alone[1].variance), 1, 1e-9))
        #expect(close(both.logLikelihood, alone[0].logLikelihood + alone[1].logLikelihood, 1e-9))
        #expect(both.coefficients.map(\.level) == [nil, "m"])
        #expect(close(both.coefficients[0].value, alone[0].coefficients[0].value, 1e-9))
        let difference = alone[1].coefficients[0].value - alone[0].coefficients[0].value
        #expect(close(both.coefficients[1].value, difference, 1e-9))
    }

    @Test
    func `alone, a mean of sightings is that of a Poisson without its zeros`() throws {
        let fit = try TruncatedPoisson(Self.table([120, 30, 8, 1], [300, 40, 5]), covariates: [])
        let rate = exp(fit.coefficients[0].value)
        #expect(close(rate / (1 - exp(-rate)), (120 + 60 + 24 + 4 + 300 + 80 + 15) / 504, 1e-9))
        #expect(close(fit.estimate, 504 / (1 - exp(-rate)), 1e-7))
    }

    /// People with three covariates, at random.
    static func people(_ seed: UInt64) throws -> RepeatedTable {
        var random = SplitMix64(seed: seed)
        let sizes = [2, 3, 2]
        let groups = (0..<400).map { _ in
            let levels = sizes.map { Int.random(in: 0..<$0, using: &random) }
            var times = 1
            while Double.random(in: 0..<1, using: &random) < 0.15 + 0.1 * Double(levels[1]) {
                times += 1
            }
            return RepeatedTable.Group(times: times, levels: levels, count: 1)
        }
        let covariates = sizes.enumerated().map { index, size in
            RepeatedTable.Covariate(
                name: "c\(index)",
                levels: (0..<size).map { "level \($0)" }
            )
        }
        return try RepeatedTable(covariates: covariates, groups: groups)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `at the maximum every slope is 0, and errors are from the curvature`(seed: UInt64) throws {
        let table = try Self.people(seed)
        let fit = try TruncatedPoisson(table)
        let columns = [(0, 1), (1, 1), (1, 2), (2, 1)].map {
            TruncatedDesign.Column(covariate: $0.0, level: $0.1)
        }
        let design = TruncatedDesign(table, columns)
        let best = fit.coefficients.map(\.value)
        let moved = { (moves: [(Int, Double)]) in
            var there = best
            for (index, step) in moves { there[index] += step }
            return design.likelihood(there)
        }
        #expect(close(design.likelihood(best), fit.logLikelihood, 1e-9))
        let step = 1e-3
        var curvature = [Double](repeating: 0, count: 25)
        for one in 0..<5 {
            #expect(close((moved([(one, step)]) - moved([(one, -step)])) / (2 * step), 0, 1e-3))
            for other in 0..<5 {
                let difference =
                    moved([(one, step), (other, step)]) - moved([(one, step), (other, -step)])
                    - moved([(one, -step), (other, step)]) + moved([(one, -step), (other, -step)])
                curvature[one * 5 + other] = -difference / (4 * step * step)
            }
        }
        let errors = try #require(SymmetricSystem(curvature, size: 5)).inverseDiagonal
        for (coefficient, error) in zip(fit.coefficients, errors) {
            #expect(close(coefficient.standardError / error.squareRoot(), 1, 1e-4))
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `which level comes first changes no number`(seed: UInt64) throws {
        let table = try Self.people(seed)
        let turned = try RepeatedTable(
            covariates: table.covariates.map {
                .init(name: $0.name, levels: $0.levels.reversed())
            },
            groups: table.groups.map { group in
                .init(
                    times: group.times,
                    levels: zip(group.levels, table.covariates).map { $1.levels.count - 1 - $0 },
                    count: group.count
                )
            }
        )
        let (one, other) = (try TruncatedPoisson(table), try TruncatedPoisson(turned))
        #expect(close(one.estimate / other.estimate, 1, 1e-9))
        #expect(close(one.variance / other.variance, 1, 1e-8))
        #expect(one.interval().contains(one.estimate))
        #expect(one.interval(limits: .normal).contains(one.estimate))
    }

    @Test
    func `twice the people give twice the number and twice the variance`() throws {
        let table = try Self.people(3)
        let doubled = try RepeatedTable(
            covariates: table.covariates,
            groups: table.groups.map {
                .init(times: $0.times, levels: $0.levels, count: 2 * $0.count)
            }
        )
        let (one, two) = (try TruncatedPoisson(table), try TruncatedPoisson(doubled))
        #expect(close(two.estimate / one.estimate, 2, 1e-9))
        #expect(close(two.variance / one.variance, 2, 1e-8))
    }

    @Test
    func `a level that was only ever seen once is named, and no number is given`() throws {
        let table = try Self.table([120, 30], [300])
        let why = #expect(throws: TruncatedPoissonRefused.self) { try TruncatedPoisson(table) }
        #expect(why == .levelSeenOnce(covariate: "sex", level: "m"))
        #expect(why?.text(in: .spanish).contains("«m»") == true)
        #expect(throws: Never.self) { try TruncatedPoisson(table, covariates: []) }
    }

    @Test
    func `no number without somebody seen twice, with a missing column, or with one column twice`()
        throws
    {
        #expect(throws: TruncatedPoissonRefused.nobodySeenTwice) {
            try TruncatedPoisson(Self.table([10], [20]))
        }
        #expect(throws: TruncatedPoissonRefused.noSuchCovariate("age")) {
            try TruncatedPoisson(Self.table([10, 2], [20, 3]), covariates: ["age"])
        }
        let copied = try RepeatedTable(
            covariates: [
                .init(name: "a", levels: ["x", "y"]), .init(name: "b", levels: ["x", "y"]),
            ],
            groups: [
                .init(times: 1, levels: [0, 0], count: 10),
                .init(times: 2, levels: [0, 0], count: 3),
                .init(times: 1, levels: [1, 1], count: 20),
                .init(times: 2, levels: [1, 1], count: 2),
            ]
        )
        #expect(throws: TruncatedPoissonRefused.noMaximum) { try TruncatedPoisson(copied) }
    }

    @Test
    func `columns with a hundred values to compare are refused before anything is fitted`() throws {
        let table = try RepeatedTable(
            covariates: (0..<60).map { .init(name: "c\($0)", levels: (0..<50).map { "\($0)" }) },
            groups: (0..<2_000).map { person in
                .init(
                    times: 1 + person % 3,
                    levels: (0..<60).map { (person * ($0 + 7)) % 50 },
                    count: 1
                )
            }
        )
        let why = #expect(throws: TruncatedPoissonRefused.self) { try TruncatedPoisson(table) }
        #expect(why == .tooManyLevels(2_940))
        #expect(why?.text(in: .english).contains("2940 values") == true)
    }

    @Test
    func `a group seen once only, which no column shows alone, gets no number`() throws {
        // Levels a and b each have people seen twice, but those with both do not, and a third column
        // marks just them.
        let kinds: [([Int], [Double])] = [
            ([0, 0, 0], [50, 9]), ([1, 0, 1], [20, 4]), ([0, 1, 1], [25, 5]), ([1, 1, 0], [30]),
        ]
        let table = try RepeatedTable(
            covariates: ["a", "b", "c"].map { .init(name: $0, levels: ["no", "yes"]) },
            groups: kinds.flatMap { levels, counts in
                counts.enumerated().map {
                    RepeatedTable.Group(times: $0.offset + 1, levels: levels, count: $0.element)
                }
            }
        )
        #expect(throws: TruncatedPoissonRefused.noMaximum) { try TruncatedPoisson(table) }
    }
}
