/// How alike two short texts are, 0 to 1, with more weight on how they begin.
///
/// Winkler (1990, "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model
/// of record linkage") on Jaro (1989): of the symbols that both have at most half the longer
/// length apart, m, and the half of those that stand in another order, t, the mean of m/|a|, m/|b|
/// and (m − t)/m; above 0.7, a tenth of what lacks to 1 is added for each of the first four
/// symbols that agree.
public enum JaroWinkler {
    /// The similarity of two texts, symbol by symbol (Unicode scalars).
    ///
    /// 1 for two empty texts, 0 for one.
    public static func similarity(_ left: String, _ right: String) -> Double {
        Symbols.compare(left, right) { left, right, masks in
            similarity(left, right, &masks)
        } wide: { left, right, masks in
            similarity(left, right, &masks)
        }
    }

    /// The similarity of two texts, byte by byte.
    public static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
        similarity(left.span, right.span)
    }

    /// The similarity of two texts, byte by byte.
    public static func similarity(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
        var masks = MatchMasks()
        return similarity(left, right, &masks)
    }

    /// The similarity, with masks that are clear before and after.
    static func similarity<Symbol: FixedWidthInteger>(
        _ left: Span<Symbol>,
        _ right: Span<Symbol>,
        _ masks: inout MatchMasks
    ) -> Double {
        guard !left.isEmpty || !right.isEmpty else { return 1 }
        let common =
            left.count <= 64 && right.count <= 64
            ? matchesByBits(left, right, &masks) : matchesByFlags(left, right)
        guard common.matches > 0 else { return 0 }
        let matches = Double(common.matches)
        let jaro =
            (matches / Double(left.count) + matches / Double(right.count)
                + (matches - Double(common.displaced / 2)) / matches) / 3
        guard jaro > 0.7 else { return jaro }
        var beginning = 0
        while beginning < min(4, left.count, right.count), left[beginning] == right[beginning] {
            beginning += 1
        }
        return jaro + Double(beginning) * 0.1 * (1 - jaro)
    }

    /// How many symbols match, and how many of these differ when both sides are read in order.
    private typealias Common = (matches: Int, displaced: Int)

    /// How far apart two symbols may stand that match.
    private static func reach(_ left: Int, _ right: Int) -> Int {
        max(0, max(left, right) / 2 - 1)
    }

    private static func matchesByBits<Symbol: FixedWidthInteger>(
        _ left: Span<Symbol>,
        _ right: Span<Symbol>,
        _ masks: inout MatchMasks
    ) -> Common {
        masks.set(left)
        defer { masks.clear(left) }
        let reach = reach(left.count, right.count)
        var usedLeft: UInt64 = 0
        var usedRight: UInt64 = 0
        for place in right.indices {
            let upTo = place &+ reach >= 63 ? ~UInt64(0) : (2 &<< UInt64(place &+ reach)) &- 1
            let before = place > reach ? (UInt64(1) &<< UInt64(place &- reach)) &- 1 : 0
            let free = masks[right[place], 0] & upTo & ~before & ~usedLeft
            usedLeft |= free & (0 &- free)
            usedRight |= (free == 0 ? 0 : 1) &<< UInt64(place)
        }
        let matches = usedLeft.nonzeroBitCount
        var displaced = 0
        while usedRight != 0 {
            let first = usedLeft & (0 &- usedLeft)
            if masks[right[usedRight.trailingZeroBitCount], 0] & first == 0 { displaced &+= 1 }
            usedLeft ^= first
            usedRight &= usedRight &- 1
        }
        return (matches, displaced)
    }

    private static func matchesByFlags<Symbol: FixedWidthInteger>(
        _ left: Span<Symbol>,
        _ right: Span<Symbol>
    ) -> Common {
        let reach = reach(left.count, right.count)
        var used = [Bool](repeating: false, count: left.count)
        var matched: [Int] = []
        for place in right.indices {
            if let match = firstMatch(of: right[place], around: place, reach, in: left, used) {
                used[match] = true
                matched.append(place)
            }
        }
        var displaced = 0
        var next = 0
        for place in left.indices where used[place] {
            if left[place] != right[matched[next]] { displaced += 1 }
            next += 1
        }
        return (matched.count, displaced)
    }

    private static func firstMatch<Symbol: FixedWidthInteger>(
        of symbol: Symbol,
        around place: Int,
        _ reach: Int,
        in left: Span<Symbol>,
        _ used: [Bool]
    ) -> Int? {
        var match = max(0, place - reach)
        let end = min(left.count, place + reach + 1)
        while match < end {
            if !used[match], left[match] == symbol { return match }
            match += 1
        }
        return nil
    }
}
