import Testing

@testable import Estimation

@Suite
struct BootstrapResultTests {
    private let plain = Jackknife(weights: [1, 1, 2], estimates: [9, 11, 10])

    @Test
    func `without bias and skewness both intervals are the same quantiles`() throws {
        let values = (1...199).map { Optional(Double($0)) }
        let result = BootstrapResult(point: 100, resampled: values, jackknife: plain)
        #expect(result.z0 == 0)
        #expect(result.acceleration == 0)
        // Positions (B + 1/3) p + 1/3 for p of 0.025 and 0.975.
        let (low, high) = (199.0 / 40 + 1.0 / 120 + 1.0 / 3, 199 * 0.975 + 0.325 + 1.0 / 3)
        for interval in [try result.percentile(level: 0.95), try result.bca(level: 0.95)] {
            #expect(abs(interval.low - low) < 1e-9)
            #expect(abs(interval.high - high) < 1e-9)
        }
    }

    @Test
    func `a biased and skewed sample has the limits that Efron's formula gives`() throws {
        let values = (1...999).map { Optional(Double($0)) }
        let skewed = Jackknife(weights: [3, 1], estimates: [10, 14])
        let result = BootstrapResult(point: 400.5, resampled: values, jackknife: skewed)
        // d = 1 and −3: a = (3 − 27) / (6 · 12^1.5); z0 is the normal quantile of 400/999.
        let acceleration = try #require(result.acceleration)
        #expect(abs(acceleration - -0.096225044864937627) < 1e-15)
        let z0 = try #require(result.z0)
        #expect(abs(z0 - -0.252310851931656473) < 1e-12)
        let low = Normal.cdf(
            z0 + (z0 - 1.959963984540054) / (1 - acceleration * (z0 - 1.959963984540054))
        )
        let interval = try result.bca(level: 0.95)
        #expect(abs(interval.low - ((999 + 1.0 / 3) * low + 1.0 / 3)) < 1e-6)
        #expect(try result.hull(level: 0.95).contains(interval.high))
    }

    @Test
    func `estimates that differ by rounding alone count one half`() {
        let values: [Double?] = [1, 2, 100, 100 + 1e-9, 100 - 1e-8, 300, 400, nil, 500]
        let result = BootstrapResult(point: 100, resampled: values, jackknife: plain)
        #expect(result.failed == 1)
        #expect(result.estimates.count == 8)
        #expect(result.z0 == Normal.quantile(3.5 / 8))
    }

    @Test
    func `an interval that cannot be made says why`() {
        let above = (1...100).map { Optional(100 + Double($0)) }
        let oneSided = BootstrapResult(point: 100, resampled: above, jackknife: plain)
        #expect(oneSided.z0 == nil)
        #expect(throws: NoInterval.allOnOneSide) { try oneSided.bca(level: 0.95) }
        #expect(throws: NoInterval.allOnOneSide) { try oneSided.percentile(level: 0.95) }

        let few = BootstrapResult(point: 20, resampled: Array(above[..<39]), jackknife: plain)
        #expect(throws: NoInterval.tooFewEstimates(39)) { try few.hull(level: 0.95) }

        let lost = Jackknife(weights: [1, 1], estimates: [9, nil])
        let brittle = BootstrapResult(point: 150, resampled: above, jackknife: lost)
        #expect(throws: NoInterval.noAcceleration) { try brittle.bca(level: 0.95) }
        #expect(throws: Never.self) { try brittle.percentile(level: 0.95) }

        for level in [0, 1, -0.5, .nan] {
            #expect(throws: NoInterval.self) { try brittle.percentile(level: level) }
        }
    }

    @Test
    func `an interval that misses its own estimate is none`() throws {
        let values = (1...1000).map { Optional(Double($0)) }
        let biased = BootstrapResult(point: 3.5, resampled: values, jackknife: plain)
        let refused = #expect(throws: NoInterval.self) { try biased.percentile(level: 0.95) }
        guard case .estimateOutside(let interval) = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }
        #expect(interval.low > 20)
        #expect(try biased.percentile(level: 0.999).contains(3.5))
    }

    @Test
    func `a skewness beyond the formula is refused`() throws {
        // One person decides the estimate, so that a is near −1/6, and the level asks for 6 deviations.
        let lever = Jackknife(weights: [900, 1], estimates: [10, 5000])
        let values = (1...100).map { Optional(Double($0)) }
        let result = BootstrapResult(point: 50.5, resampled: values, jackknife: lever)
        #expect(throws: NoInterval.tooSkewed) { try result.bca(level: 1 - 1e-9) }
    }

    @Test
    func `quantiles of type 8 are those of Hyndman and Fan`() {
        // (10 + 1/3) p + 1/3 is the position among ten.
        let ten = (1...10).map(Double.init)
        #expect(abs(Quantile.type8(0.25, of: ten) - 2.9166666666666665) < 1e-14)
        #expect(abs(Quantile.type8(0.9, of: ten) - 9.6333333333333329) < 1e-14)
        #expect(Quantile.type8(0.5, of: ten) == 5.5)
        #expect(Quantile.type8(0, of: ten) == 1)
        #expect(Quantile.type8(1, of: ten) == 10)
        #expect(Quantile.type8(0.3, of: [7]) == 7)
    }
}
