/// How two records compare, feature by feature, as one number.
///
/// The number is the features' levels in a mixed radix, the first feature the fastest;
/// ``PatternSpace`` makes and reads it. Equal pairs of records have equal patterns, so millions of
/// pairs become a histogram of a few thousand patterns.
public struct Pattern: Hashable, Comparable, Codable, Sendable {
    /// The number, below ``PatternSpace/patternCount``.
    public let rawValue: UInt32

    /// Makes a pattern of its number.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Orders patterns by their numbers.
    public static func < (left: Pattern, right: Pattern) -> Bool {
        left.rawValue < right.rawValue
    }
}
