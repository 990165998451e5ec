import Foundation

/// A scale of numbers along a line, straight or by ratios.
struct PlotAxis {
    /// The numbers at its ends.
    let range: Interval
    /// The largest number that a scale is made for.
    static let largest = 1e15

    /// Whether equal lengths are equal ratios.
    let isLogarithmic: Bool
    /// The places of its ends.
    let start: Double
    let end: Double

    /// A scale that holds some numbers.
    ///
    /// Ratios are shown where the largest is more than eight times the smallest and that is not below a half.
    ///
    /// - Parameters:
    ///   - values: The numbers; those beyond ``largest`` are passed over.
    ///   - isLogarithmic: The kind of scale, or nil to let the numbers decide.
    ///   - start: The place of the smallest.
    ///   - end: The place of the largest.
    init(holding values: [Double], isLogarithmic: Bool? = nil, start: Double, end: Double) {
        let finite = values.filter { abs($0) <= Self.largest }
        let low = finite.min() ?? 0
        let high = finite.max() ?? 1
        let byRatio = low >= 0.5 && (isLogarithmic ?? (high > 8 * low))
        let margin = 0.04
        if byRatio {
            let room = max(log(high / low), 0.1) * margin
            range = Interval(low: low * exp(-room), high: high * exp(room))
        } else {
            let room = max((high - low) * margin, abs(high) * 0.01, 0.5)
            range = Interval(low: low - room, high: high + room)
        }
        self.isLogarithmic = byRatio
        self.start = start
        self.end = end
    }

    /// Where a number stands; beyond an end, at the end, and what is no number at the start.
    func place(_ value: Double) -> Double {
        guard !value.isNaN else { return start }
        let inside = min(max(value, range.low), range.high)
        let share =
            isLogarithmic
            ? log(inside / range.low) / log(range.high / range.low)
            : (inside - range.low) / (range.high - range.low)
        return start + share * (end - start)
    }

    /// Round numbers on the scale, a handful.
    var ticks: [Double] {
        isLogarithmic ? ratioTicks : evenTicks
    }

    private var evenTicks: [Double] {
        let span = range.high - range.low
        let unit = pow(10, floor(log10(span)))
        let steps = [0.2, 0.25, 0.5, 1, 2].map { $0 * unit }.filter {
            $0 >= 1 && $0 == $0.rounded()
        }
        let step = steps.first { span / $0 <= 5 } ?? 1
        let first = Int((range.low / step).rounded(.up))
        let last = Int((range.high / step).rounded(.down))
        return (first..<max(first, last + 1)).map { Double($0) * step }
    }

    private var ratioTicks: [Double] {
        let powers = Int(floor(log10(range.low)))...Int(ceil(log10(range.high)))
        for leads in [[1.0, 2, 3, 5], [1, 2, 5], [1, 3], [1]] {
            let ticks = powers.flatMap { power in leads.map { $0 * pow(10, Double(power)) } }
                .filter(range.contains)
            if ticks.count <= 5 { return ticks }
        }
        return powers.map { pow(10, Double($0)) }.filter(range.contains)
    }
}
