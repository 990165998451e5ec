/// A date of which year, month or day may be unknown.
public struct PartialDate: Hashable, Sendable {
    /// 1 to 9999, or 0 when it is not known.
    public var year: UInt16
    /// 1 to 12, or 0 when it is not known.
    public var month: UInt8
    /// 1 to 31, or 0 when it is not known; known only with the month.
    public var day: UInt8

    /// Nothing is known.
    public static let missing = PartialDate(year: 0, month: 0, day: 0)

    /// Makes a date from parts already found to be in range.
    public init(year: UInt16, month: UInt8, day: UInt8) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether nothing is known.
    public var isMissing: Bool { self == .missing }
}
