import Foundation
import Testing

@testable import Estimation

@Suite
struct PoissonTests {
    /// Count, mean, P(X ≤ count), P(X ≥ count) and P(X = count) from 40-digit arithmetic.
    private static let exact: [[Double]] = [
        [3, 1.5, 0.934357545621549909, 0.19115316946194187, 0.125510715083491779],
        [10, 30, 2.23487757384505934e-5, 0.999992878249137184, 1.52270248756350163e-5],
        [30, 10, 0.999999920162053401, 2.50995120152790782e-7, 1.71157173553678928e-7],
        [200, 250, 6.13279536146857311e-4, 0.999517787240406566, 1.31066776553423572e-4],
        [260, 250, 0.748565519979434666, 0.271737507213893653, 0.0203030271933283195],
        [1003, 900, 0.999653470510233092, 3.8947881059243321e-4, 4.29493208255256204e-5],
        [5, 100, 3.26145636672046968e-36, 1, 3.10006331335069664e-36],
        [15, 0.002, 1, 2.50112861350286205e-53, 2.50081597472522916e-53],
        [16, 40, 1.41848743808218627e-5, 0.9999945360192887, 8.72089366952199911e-6],
        [100_000, 101_000, 8.17207813677238842e-4, 0.999191578487074409, 8.78630075164810987e-6],
    ]

    @Test(arguments: exact)
    func `Poisson probabilities are right to 13 digits`(row: [Double]) {
        let tails = Poisson.tails(count: row[0], mean: row[1])
        #expect(abs(tails.lower - row[2]) <= 1e-13 * row[2])
        #expect(abs(tails.upper - row[3]) <= 1e-13 * row[3])
        let probability = Poisson.probability(of: row[0], mean: row[1])
        #expect(abs(probability - row[4]) <= 1e-13 * row[4])
    }

    @Test(arguments: exact)
    func `a tail is told exactly when it is below the threshold`(row: [Double]) {
        let smaller = min(row[2], row[3])
        let above = Poisson.tail(below: smaller * 1.001, count: row[0], mean: row[1])
        #expect(above.map { abs($0 - smaller) <= 1e-13 * smaller } == true)
        #expect(Poisson.tail(below: smaller * 0.999, count: row[0], mean: row[1]) == nil)
    }

    /// Count, mean, P(X ≤ count) and P(X ≥ count) from 40-digit arithmetic.
    private static let large: [[Double]] = [
        [1_000_000, 1_000_001, 0.49986701930561774, 0.500531922742067563],
        [1_000_000, 1_000_000, 0.500265961486283653, 0.500132980760872591],
        [120_000, 124_000, 1.67590817161359518e-30, 1],
        [100_050_000, 100_000_000, 0.99999971282773549824, 2.873212092001131176e-7],
        [999_999_997, 1_000_000_000, 0.49997056345392445971, 0.50004205220864674280],
    ]

    @Test(arguments: large)
    func `tails of large means are right to 10 digits`(row: [Double]) {
        let tails = Poisson.tails(count: row[0], mean: row[1])
        #expect(abs(tails.lower - row[2]) <= 1e-10 * row[2])
        #expect(abs(tails.upper - row[3]) <= 1e-10 * row[3])
    }

    @Test
    func `tails go on smoothly where the way of finding them changes`() {
        // Means on either side of the one from which the series is used, and counts of either side of
        // the last that it is used for.
        for count in [99_000.0, 99_900, 100_100, 101_000] {
            let (below, above) = (
                Poisson.tails(count: count, mean: 99_999.9999),
                Poisson.tails(count: count, mean: 100_000.0001)
            )
            #expect(abs(log(below.lower / above.lower)) < 1e-5)
            #expect(abs(log(below.upper / above.upper)) < 1e-5)
        }
        for (mean, far) in [(2e5, 0.02), (2e5, -0.02)] {
            for step in -3...3 {
                let count = (mean * (1 + far + Double(step) * 1e-3)).rounded()
                let (one, next) = (
                    Poisson.tail(below: 0.5, count: count, mean: mean) ?? 1,
                    Poisson.tail(below: 0.5, count: count + (far < 0 ? -1 : 1), mean: mean) ?? 1
                )
                let share = Poisson.probability(of: count, mean: mean) / one
                #expect(abs(1 - next / one - share) < 1e-7 * share, "at \(count) of \(mean)")
            }
        }
    }

    @Test
    func `tails of a mean of a quadrillion take no longer than others`() {
        let mean = 0x1p50
        for sigmas in [-5.0, -1, 0, 1, 5] {
            let count = mean + sigmas * mean.squareRoot()
            let tails = Poisson.tails(count: count, mean: mean)
            #expect(abs(log(tails.upper / (1 - Normal.cdf(sigmas)))) < 1e-5)
            #expect(abs(log(tails.lower / Normal.cdf(sigmas))) < 1e-5)
        }
    }

    @Test
    func `the tails at neighbouring counts add up to 1`() {
        for mean in [0.01, 0.7, 9, 55, 1234] {
            for count in stride(from: 0.0, through: 2 * mean + 5, by: 1) {
                let sum =
                    Poisson.tails(count: count, mean: mean).lower
                    + Poisson.tails(count: count + 1, mean: mean).upper
                #expect(abs(sum - 1) < 1e-12, "at \(count) of mean \(mean)")
            }
        }
    }

    @Test
    func `of a mean of none there are none, and half a person has the tails of its neighbours`() {
        #expect(Poisson.tails(count: 0, mean: 0) == (1, 1))
        #expect(Poisson.tails(count: 2, mean: 0) == (1, 0))
        let half = Poisson.tails(count: 4.5, mean: 6)
        #expect(half.lower == Poisson.tails(count: 4, mean: 6).lower)
        #expect(half.upper == Poisson.tails(count: 5, mean: 6).upper)
    }
}
