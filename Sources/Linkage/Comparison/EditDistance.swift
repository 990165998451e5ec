/// The dynamic programme that ``Levenshtein`` and ``OptimalAlignment`` share, 64 cells a step.
enum EditDistance {
    /// The distance; `masks` are clear before and after.
    ///
    /// A column of the programme is kept as its vertical differences: the bits of `up` are the cells
    /// that are one more than the cell above, those of `down` one less (VP and VN in Hyyrö, 2003).
    static func count<Symbol: FixedWidthInteger>(
        _ left: Span<Symbol>,
        _ right: Span<Symbol>,
        transpositions: Bool,
        _ masks: inout MatchMasks
    ) -> Int {
        guard !left.isEmpty else { return right.count }
        guard !right.isEmpty else { return left.count }
        masks.set(left)
        defer { masks.clear(left) }
        return left.count <= 64
            ? countOneWord(left.count, right, transpositions: transpositions, masks)
            : countBlocks(left.count, right, transpositions: transpositions, masks)
    }

    private static func countOneWord<Symbol: FixedWidthInteger>(
        _ height: Int,
        _ right: Span<Symbol>,
        transpositions: Bool,
        _ masks: MatchMasks
    ) -> Int {
        var up = ~UInt64(0)
        var down: UInt64 = 0
        var diagonal: UInt64 = 0
        var lastMatches: UInt64 = 0
        var distance = height
        let last = UInt64(height &- 1)
        for place in right.indices {
            let matches = masks[right[place], 0]
            let exchanged = transpositions ? ((~diagonal & matches) &<< 1) & lastMatches : 0
            diagonal = (((matches & up) &+ up) ^ up) | matches | down | exchanged
            let more = down | ~(diagonal | up)
            let less = diagonal & up
            distance &+= Int((more &>> last) & 1) &- Int((less &>> last) & 1)
            let moreBelow = (more &<< 1) | 1
            up = (less &<< 1) | ~(diagonal | moreBelow)
            down = moreBelow & diagonal
            lastMatches = matches
        }
        return distance
    }

    /// One word of a column, with what the next symbol needs of this one.
    private struct Block {
        var up = ~UInt64(0)
        var down: UInt64 = 0
        var diagonal: UInt64 = 0
        var matches: UInt64 = 0
    }

    private static func countBlocks<Symbol: FixedWidthInteger>(
        _ height: Int,
        _ right: Span<Symbol>,
        transpositions: Bool,
        _ masks: MatchMasks
    ) -> Int {
        var column = [Block](repeating: Block(), count: masks.blocks)
        var distance = height
        let last = UInt64((height - 1) & 63)
        for place in right.indices {
            var carriedMore: UInt64 = 1
            var carriedLess: UInt64 = 0
            var carriedExchange: UInt64 = 0
            for index in column.indices {
                let block = column[index]
                let matches = masks[right[place], index]
                let open = ~block.diagonal & matches
                let exchanged =
                    transpositions ? ((open &<< 1) | carriedExchange) & block.matches : 0
                carriedExchange = open &>> 63
                let entering = matches | carriedLess
                let diagonal =
                    (((entering & block.up) &+ block.up) ^ block.up) | entering | block.down
                    | exchanged
                let more = block.down | ~(diagonal | block.up)
                let less = diagonal & block.up
                if index == column.count - 1 {
                    distance += Int((more &>> last) & 1) - Int((less &>> last) & 1)
                }
                let moreBelow = (more &<< 1) | carriedMore
                let lessBelow = (less &<< 1) | carriedLess
                carriedMore = more &>> 63
                carriedLess = less &>> 63
                column[index] = Block(
                    up: lessBelow | ~(diagonal | moreBelow),
                    down: moreBelow & diagonal,
                    diagonal: diagonal,
                    matches: matches
                )
            }
        }
        return distance
    }
}
