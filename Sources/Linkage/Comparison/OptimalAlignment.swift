/// How many insertions, deletions, substitutions and exchanges of neighbours turn one text into the
/// other, when no part is changed twice (the restricted Damerau or optimal string alignment
/// distance).
///
/// Counted by bits after Hyyrö (2003, "A bit-vector algorithm for computing Levenshtein and
/// Damerau edit distances", Nordic J. Computing 10, section 4). It is no metric: `ca`, `ac` and
/// `abc` break the triangle inequality, which ``Damerau`` does not.
public enum OptimalAlignment {
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
        EditDistance.count(left, right, transpositions: true, &masks)
    }
}
