/// How many insertions, deletions and substitutions of one symbol turn one text into the other.
///
/// Counted 64 cells at a time after Myers (1999, "A fast bit-vector algorithm for approximate
/// string matching based on dynamic programming", J. ACM 46) in the form of Hyyrö (2003, "A
/// bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic J. Computing
/// 10); longer texts go through several words, with the horizontal differences carried between.
public enum Levenshtein {
    /// The distance of two texts, symbol by symbol (Unicode scalars).
    ///
    /// 0 for equal texts; the other's length when one is empty.
    public static func distance(_ left: String, _ right: String) -> Int {
        Symbols.compare(left, right) { left, right, masks in
            distance(left, right, &masks)
        } wide: { left, right, masks in
            distance(left, right, &masks)
        }
    }

    /// The distance of two texts, byte by byte.
    public static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        distance(left.span, right.span)
    }

    /// The distance of two texts, byte by byte.
    public static func distance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        var masks = MatchMasks()
        return distance(left, right, &masks)
    }

    /// The distance, with masks that are clear before and after.
    static func distance<Symbol: FixedWidthInteger>(
        _ left: Span<Symbol>,
        _ right: Span<Symbol>,
        _ masks: inout MatchMasks
    ) -> Int {
        EditDistance.count(left, right, transpositions: false, &masks)
    }
}
