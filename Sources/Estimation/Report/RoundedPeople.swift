/// Says numbers of people with no more digits than their interval bears.
///
/// The unit is the power of ten that leaves two digits of the interval's width. Ends of ranges are
/// rounded outwards and lower bounds down, so that words never claim more than the numbers do.
public struct RoundedPeople: Hashable, Sendable {
    /// What numbers are rounded to, a power of ten.
    public let unit: Double

    /// Chooses the unit for an interval.
    ///
    /// - Parameter interval: The interval; with an infinite end the finite one decides.
    public init(_ interval: Interval) {
        let width = interval.high - interval.low
        let scale = width.isFinite ? width : abs(interval.low)
        var unit = 1.0
        while scale / unit >= 100 { unit *= 10 }
        self.unit = unit
    }

    /// A number to the nearest unit: "25,000".
    ///
    /// - Parameter value: The number of people.
    /// - Returns: The number in words.
    public func nearest(_ value: Double) -> String {
        FigureText.count((value / unit).rounded() * unit)
    }

    /// A number rounded down, for "at least".
    ///
    /// - Parameter value: The number of people.
    /// - Returns: The number in words.
    public func down(_ value: Double) -> String {
        FigureText.count((value / unit).rounded(.down) * unit)
    }

    /// A number rounded up, for "at most".
    ///
    /// - Parameter value: The number of people, which may be infinite.
    /// - Returns: The number in words, "∞" without a bound.
    public func up(_ value: Double) -> String {
        FigureText.count((value / unit).rounded(.up) * unit)
    }
}

extension Interval {
    /// The range in words, its ends rounded outwards: "between 10,000 and 46,000".
    public var words: Wording {
        let people = RoundedPeople(self)
        let (low, high) = (people.down(low), people.up(high))
        guard self.high.isFinite else {
            return Wording("al menos \(low)", "at least \(low)")
        }
        return Wording("entre \(low) y \(high)", "between \(low) and \(high)")
    }
}

extension Interval {
    /// The smallest range that holds some numbers; nil when there are none.
    init?(holding values: some Sequence<Double>) {
        guard let low = values.min(), let high = values.max() else { return nil }
        self.init(low: low, high: high)
    }
}
