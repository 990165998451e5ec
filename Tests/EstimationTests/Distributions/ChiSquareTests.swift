import Estimation
import Foundation
import Testing

@Suite
struct ChiSquareTests {
    /// Upper quantiles as printed in tables (Abramowitz and Stegun 1964, table 26.8).
    @Test(arguments: [
        (3.84146, 1, 0.05), (5.99146, 2, 0.05), (11.0705, 5, 0.05), (23.2093, 10, 0.01),
        (124.342, 100, 0.05), (0.00393214, 1, 0.95), (10.8276, 1, 0.001),
    ])
    func `printed quantiles have their probabilities`(
        value: Double,
        freedom: Int,
        probability: Double
    ) {
        let found = ChiSquare.upperTail(value, degreesOfFreedom: freedom)
        #expect(abs(found / probability - 1) < 1e-4)
    }

    @Test
    func `with two degrees of freedom it is an exponential, and the two ways to sum meet`() {
        for value in stride(from: 0.25, through: 80, by: 0.25) {
            let found = ChiSquare.upperTail(value, degreesOfFreedom: 2)
            #expect(abs(found / exp(-value / 2) - 1) < 1e-11, "\(value)")
        }
        #expect(ChiSquare.upperTail(0, degreesOfFreedom: 3) == 1)
        #expect(ChiSquare.upperTail(1e4, degreesOfFreedom: 3) >= 0)
    }
}
