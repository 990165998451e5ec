/// How many insertions, deletions, substitutions and exchanges of neighbours turn one text into the
/// other, where a part may be changed again (the unrestricted Damerau–Levenshtein distance).
///
/// A metric. The dynamic programme of Lowrance and Wagner (1975, "An extension of the
/// string-to-string correction problem", J. ACM 22), with all four costs 1.
public enum Damerau {
    /// The distance of two texts, symbol by symbol (Unicode scalars).
    ///
    /// 0 for equal texts; the other's length when one is empty.
    public static func distance(_ left: String, _ right: String) -> Int {
        Symbols.compare(left, right) { left, right, _ in
            distance(left, right, alphabet: 256)
        } wide: { left, right, masks in
            distance(left, right, alphabet: masks.alphabet)
        }
    }

    /// The distance of two texts, byte by byte.
    public static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        distance(left.span, right.span)
    }

    /// The distance of two texts, byte by byte.
    public static func distance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
        distance(left, right, alphabet: 256)
    }

    /// The distance of two texts of symbols below `alphabet`.
    ///
    /// The table has a border of two: row and column 0 stand for *before the beginning*, which costs
    /// more than any change, and row and column 1 for the empty beginning.
    static func distance<Symbol: FixedWidthInteger>(
        _ left: Span<Symbol>,
        _ right: Span<Symbol>,
        alphabet: Int
    ) -> Int {
        let width = right.count + 2
        let never = left.count + right.count
        var cost = [Int](repeating: never, count: (left.count + 2) * width)
        for row in 0...left.count { cost[(row + 1) * width + 1] = row }
        for column in 0...right.count { cost[width + column + 1] = column }
        var lastRowWith = [Int](repeating: 0, count: alphabet)
        for row in left.indices {
            var lastColumn = 0
            for column in right.indices {
                let from = lastRowWith[Int(truncatingIfNeeded: right[column])]
                let exchanged =
                    cost[from * width + lastColumn] + (row - from) + 1 + (column - lastColumn)
                let equal = left[row] == right[column]
                let above = (row + 1) * width + column + 1
                cost[above + width + 1] = min(
                    cost[above] + (equal ? 0 : 1),
                    cost[above + 1] + 1,
                    cost[above + width] + 1,
                    exchanged
                )
                if equal { lastColumn = column + 1 }
            }
            lastRowWith[Int(truncatingIfNeeded: left[row])] = row + 1
        }
        return cost[(left.count + 1) * width + right.count + 1]
    }
}
