/// What is done to a filter after its tokens are in it.
enum FilterHardening {
    /// Lays the halves of a filter on each other by exclusive or.
    static func folded(_ filter: [UInt64], times: Int) -> [UInt64] {
        var folded = filter
        for _ in 0..<times {
            let half = folded.count / 2
            for place in 0..<half { folded[place] ^= folded[half + place] }
            folded.removeLast(half)
        }
        return folded
    }

    /// Makes each bit the exclusive or of its two neighbours; the last is a neighbour of the first.
    static func rule90(_ filter: [UInt64]) -> [UInt64] {
        let count = filter.count
        return filter.indices.map { index in
            let word = filter[index]
            let before = filter[(index + count - 1) % count]
            let after = filter[(index + 1) % count]
            return (word << 1 | before >> 63) ^ (word >> 1 | after << 63)
        }
    }

    /// Turns each bit with a chance of so many thousandths.
    static func noisy(
        _ filter: [UInt64],
        thousandths: Int,
        using random: inout some RandomNumberGenerator
    ) -> [UInt64] {
        filter.map { word in
            (0..<64).reduce(word) { word, bit in
                UInt32.random(in: 0..<1_000, using: &random) < thousandths ? word ^ 1 << bit : word
            }
        }
    }
}
