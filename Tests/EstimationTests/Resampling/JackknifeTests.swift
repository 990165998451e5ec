import Testing

@testable import Estimation

@Suite
struct JackknifeTests {
    @Test
    func `one estimate for each history weighs as one for each person`() throws {
        let weighted = Jackknife(weights: [3, 1, 4], estimates: [10, 17, 12.5])
        let everybody = Jackknife(
            weights: Array(repeating: 1, count: 8),
            estimates: [10, 10, 10, 17, 12.5, 12.5, 12.5, 12.5]
        )
        let acceleration = try #require(weighted.acceleration)
        #expect(abs(acceleration - (everybody.acceleration ?? .nan)) < 1e-15)
        #expect(acceleration < -0.03)
    }

    @Test
    func `nobody who weighs anything accelerates nothing`() {
        #expect(Jackknife(weights: [5, 3], estimates: [10, 10]).acceleration == 0)
    }

    @Test
    func `less than a whole person leaves nobody`() {
        #expect(Jackknife.counts([0, 0.4, 3], without: 1) == [0, 0, 3])
        #expect(Jackknife.histories(of: [0, 0.4, 0, 3]) == [1, 3])
    }
}
