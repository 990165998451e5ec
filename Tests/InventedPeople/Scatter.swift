import TestSupport

/// An order of 0 to below `count` that looks random and can be computed in both directions for each
/// number alone: a Feistel network of four rounds over the next even power of two, walked until it falls
/// inside (Black and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002, section 4).
struct Scatter: Sendable {
    let count: Int
    private let halfBits: UInt64
    private let keys: [UInt64]

    /// Makes the order that a seed determines.
    init(seed: UInt64, count: Int) {
        self.count = count
        var bits: UInt64 = 2
        while 1 << bits < count { bits += 2 }
        halfBits = bits / 2
        var random = SplitMix64(seed: seed, stream: 9, index: count)
        keys = (0..<4).map { _ in random.next() }
    }

    /// The number at a place.
    func callAsFunction(_ place: Int) -> Int { walk(place, keys.indices.map { $0 }, forward: true) }

    /// The place of a number.
    func place(of number: Int) -> Int {
        walk(number, keys.indices.reversed(), forward: false)
    }

    private func walk(_ start: Int, _ rounds: [Int], forward: Bool) -> Int {
        let mask = (UInt64(1) << halfBits) - 1
        var value = UInt64(start)
        repeat {
            var left = value >> halfBits
            var right = value & mask
            for round in rounds {
                if forward {
                    (left, right) = (right, left ^ (mix(right, keys[round]) & mask))
                } else {
                    (left, right) = (right ^ (mix(left, keys[round]) & mask), left)
                }
            }
            value = left << halfBits | right
        } while value >= UInt64(count)
        return Int(value)
    }

    private func mix(_ half: UInt64, _ key: UInt64) -> UInt64 {
        var random = SplitMix64(seed: half ^ key)
        return random.next()
    }
}
