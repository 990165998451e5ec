import Testing

@testable import Estimation

/// The values are from 40-digit arithmetic.
@Suite
struct NormalTests {
    @Test(arguments: [
        (-37.0, 5.72557122252457682e-300), (-10, 7.61985302416052607e-24),
        (-5, 2.86651571879193912e-7), (-1.96, 0.0249978951482204362),
        (-0.5, 0.308537538725986896), (0, 0.5), (0.3, 0.617911422188952633),
        (2, 0.977249868051820793),
    ])
    func `normal probabilities are right to 14 digits, small ones too`(value: Double, p: Double) {
        // Far out a half unit in the last place of the argument already moves the 14th digit.
        #expect(abs(Normal.cdf(value) - p) <= 1e-15 * (1 + value * value) * p)
    }

    @Test(arguments: [
        (1e-300, -37.0470962993611992), (1e-20, -9.26234008979840758),
        (1e-9, -5.99780701500768686), (0.001, -3.09023230616781354),
        (0.025, -1.95996398454005421), (0.074, -1.44663206715897851),
        (0.076, -1.43250272082581162), (0.3, -0.524400512708040816), (0.5, 0),
        (0.9, 1.28155156554460059), (0.975, 1.95996398454005386),
    ])
    func `normal quantiles are right to 15 digits`(p: Double, value: Double) {
        #expect(abs(Normal.quantile(p) - value) <= 1e-15 * abs(value))
    }

    @Test
    func `quantiles undo probabilities, and those of no probability are no numbers`() {
        for step in -80...80 {
            let value = Double(step) / 10
            let back = Normal.quantile(Normal.cdf(value))
            #expect(abs(back - value) < (value < 6 ? 1e-7 : 0.3), "at \(value)")
        }
        #expect(Normal.quantile(0) == -.infinity)
        #expect(Normal.quantile(1) == .infinity)
        #expect(Normal.quantile(-0.1).isNaN)
        #expect(Normal.quantile(1.1).isNaN)
        #expect(Normal.quantile(.nan).isNaN)
    }
}
