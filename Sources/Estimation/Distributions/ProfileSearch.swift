/// The numbers of unseen people whose likelihood is not too far below the highest.
struct ProfileSearch {
    /// The coverage wanted, above 0 and below 1.
    let level: Double
    /// The people seen.
    let observed: Double
    /// About where the likelihood is highest.
    let around: Double
    /// The logarithm of the likelihood for a number of unseen people, nil where it cannot be found.
    let profile: (Double) -> Double?

    /// The interval for all people, with an infinite end where the likelihood sets none within ten times
    /// the estimate; nil where the likelihood cannot be found.
    var interval: Interval? {
        summit.flatMap(interval(summit:))
    }

    /// The same around a summit that is known.
    func interval(summit: (unseen: Double, likelihood: Double)) -> Interval? {
        let (top, highest) = summit
        let quantile = Normal.quantile((1 + level) / 2)
        let threshold = highest - quantile * quantile / 2
        guard let low = crossing(of: threshold, outside: 0, inside: top) else { return nil }
        let limit = 10 * (observed + around) - observed
        guard let high = crossing(of: threshold, outside: limit, inside: top) else { return nil }
        return Interval(low: observed + low, high: high == limit ? .infinity : observed + high)
    }

    /// Where the likelihood is highest, by golden sections.
    private var summit: (unseen: Double, likelihood: Double)? {
        let golden = (5.0.squareRoot() - 1) / 2
        var (low, high) = (0.0, 3 * around + 10)
        var (left, right) = (high - golden * (high - low), golden * (high - low))
        guard var leftValue = profile(left), var rightValue = profile(right) else { return nil }
        for _ in 0..<26 {
            if leftValue < rightValue {
                (low, left, leftValue) = (left, right, rightValue)
                right = low + golden * (high - low)
                guard let value = profile(right) else { return nil }
                rightValue = value
            } else {
                (high, right, rightValue) = (right, left, leftValue)
                left = high - golden * (high - low)
                guard let value = profile(left) else { return nil }
                leftValue = value
            }
        }
        return leftValue < rightValue ? (right, rightValue) : (left, leftValue)
    }

    /// Where the likelihood passes a threshold, by false position (the Illinois rule: an end that stays
    /// twice counts half); `outside` itself if the likelihood is above the threshold there.
    private func crossing(of threshold: Double, outside: Double, inside: Double) -> Double? {
        guard let far = profile(outside), let near = profile(inside) else { return nil }
        guard far < threshold else { return outside }
        var (out, outValue) = (outside, far - threshold)
        var (within, withinValue) = (inside, near - threshold)
        var lastSide = 0
        for _ in 0..<100 {
            let there = (out * withinValue - within * outValue) / (withinValue - outValue)
            guard let value = profile(there).map({ $0 - threshold }) else { return nil }
            if abs(value) < 1e-9 || abs(out - within) <= 1e-9 * (1 + within) { return there }
            if value < 0 {
                (out, outValue) = (there, value)
                if lastSide < 0 { withinValue /= 2 }
                lastSide = -1
            } else {
                (within, withinValue) = (there, value)
                if lastSide > 0 { outValue /= 2 }
                lastSide = 1
            }
        }
        return (out + within) / 2
    }
}
