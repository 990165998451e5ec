/// Says numbers of people with no more digits than their interval bears.
///
/// An end of a range keeps two digits of itself, or as many as it takes to show two digits of the
/// range's width. Ends are rounded outwards and lower bounds down, so that words never claim more than
/// the numbers do.
struct RoundedPeople {
    private let width: Double
    private let seen: Double

    /// Numbers as an interval bears them, none below the number of people seen.
    init(_ interval: Interval, seen: Double = 0) {
        width = interval.high - interval.low
        self.seen = seen
    }

    /// A number of two digits, for "about".
    static func about(_ value: Double) -> String {
        let unit = RoundedPeople(Interval(low: 0, high: value)).unit(of: value)
        return FigureText.count((value / unit).rounded() * unit)
    }

    /// A number rounded down, for "at least".
    func down(_ value: Double) -> String {
        let unit = unit(of: value)
        return FigureText.count(max(seen, (value / unit).rounded(.down) * unit))
    }

    /// A number rounded up, for "at most"; "∞" without a bound.
    func up(_ value: Double) -> String {
        let unit = unit(of: value)
        return FigureText.count((value / unit).rounded(.up) * unit)
    }

    /// The power of ten that a number is rounded to.
    func unit(of value: Double) -> Double {
        let least = min(width, abs(value))
        var unit = 1.0
        while least / unit >= 100, unit < 1e15 { unit *= 10 }
        return unit
    }
}

extension Interval {
    /// The range in words, its ends rounded outwards: "between 10,000 and 46,000".
    public var words: Wording { words(seen: 0) }

    /// The range in words, with no end below the number of people seen.
    func words(seen: Double) -> Wording {
        let people = RoundedPeople(self, seen: seen)
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
