/// How two records compare in one thing, before it is binned to a level.
struct Verdict: Equatable, Sendable {
    var finding: Level.Finding
    /// How rare what agrees is, in quarters of a bit.
    var quarterBits: Int

    init(_ finding: Level.Finding, quarterBits: Int = 0) {
        self.finding = finding
        self.quarterBits = quarterBits
    }

    /// The bin of the rarity: below 6 bits, 9 bits, 13 bits, and above.
    ///
    /// Agreement by chance falls by half with each bit. A bin is three or four bits wide, so that the
    /// weight of an agreement is right to about two bits either way and each bin still holds enough
    /// pairs to learn from.
    @inline(__always)
    var rarity: Level.Rarity {
        if quarterBits < 36 { return quarterBits < 24 ? .common : .uncommon }
        return quarterBits < 52 ? .rare : .veryRare
    }

    static let missing = Verdict(.missing)
    static let different = Verdict(.different)
}

/// How much information a value carries that `count` of `total` records have: log₂(total ⁄ count).
enum Information {
    /// The information in quarters of a bit, 0 to 255; 0 when a number is not positive.
    ///
    /// Between the powers of two the logarithm is drawn as a straight line, which is off by less than
    /// 0.09 bits.
    static func quarterBits(count: UInt32, total: Int) -> UInt8 {
        guard count > 0, total > Int(count) else { return 0 }
        let ratio = Double(total) / Double(count)
        let bits = Double(ratio.exponent) + ratio.significand - 1
        return UInt8(min(255, bits * 4))
    }
}
