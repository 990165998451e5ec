/// Tells, for places that only move forward, whether they lie in one of some ranges.
///
/// One sweep costs no more than the places and ranges together, however many there are.
struct RangeSweep {
    private var rest: ArraySlice<Range<Int>>

    init(_ ranges: [Range<Int>]) {
        rest = ranges.sorted { $0.lowerBound < $1.lowerBound }[...]
    }

    /// Tells whether a range holds a place, which must be no less than the one asked before.
    mutating func covers(_ place: Int) -> Bool {
        while let first = rest.first, first.upperBound <= place { rest.removeFirst() }
        return rest.first?.contains(place) == true
    }
}
