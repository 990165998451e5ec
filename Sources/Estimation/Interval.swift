/// A range of numbers of people.
public struct Interval: Hashable, Sendable, Codable {
    /// The lower end.
    public var low: Double
    /// The upper end; infinite where the data set no bound.
    public var high: Double

    /// Creates a range.
    ///
    /// - Parameters:
    ///   - low: The lower end.
    ///   - high: The upper end, not below the lower one.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// The smallest range that holds both.
    ///
    /// - Parameter other: The other range.
    /// - Returns: The hull.
    public func hull(_ other: Interval) -> Interval {
        Interval(low: min(low, other.low), high: max(high, other.high))
    }

    /// Whether a number is within the range.
    ///
    /// - Parameter value: The number.
    /// - Returns: `true` at either end too.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
