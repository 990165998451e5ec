/// Pairs drawn at random from those that blocking did not propose.
struct BackgroundPairs {
    let candidates: CandidatePairs
    let seed: UInt64

    /// The patterns of about `count` such pairs; of none when nearly all pairs are candidates.
    func patterns(_ count: Int, _ comparer: inout PairComparer) -> PatternCounts {
        var patterns = PatternCounts()
        var cursor = CandidateCursor(candidates)
        var drawn = draw(count)
        drawn.sort()
        var index = 0
        while index < drawn.count {
            let left = UInt32(drawn[index] >> 32)
            cursor.clear()
            cursor.gather(Int(left))
            while index < drawn.count, drawn[index] >> 32 == UInt64(left) {
                let right = UInt32(truncatingIfNeeded: drawn[index])
                index += 1
                if cursor.hasPartner(right) { continue }
                patterns.add(comparer.pattern(Int(left), Int(right)))
            }
        }
        return patterns
    }

    /// Random pairs in the scope, each with the earlier row in the high half.
    private func draw(_ count: Int) -> [UInt64] {
        var random = SeededNumbers(seed: seed)
        let rows = UInt64(candidates.rowCount)
        var drawn: [UInt64] = []
        drawn.reserveCapacity(count)
        // Where there are few pairs across, most draws are in vain.
        for _ in 0..<4 * count where drawn.count < count {
            let (one, two) = (random.next() % rows, random.next() % rows)
            let (left, right) = (min(one, two), max(one, two))
            if right >= candidates.partnersStart(of: Int(left)) { drawn.append(left << 32 | right) }
        }
        return drawn
    }
}

/// Random numbers that a seed determines (SplitMix64; Steele, Lea and Flood, 2014).
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// Spreads a number over all 64-bit numbers.
    static func mix(_ number: UInt64) -> UInt64 {
        var mixed = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
