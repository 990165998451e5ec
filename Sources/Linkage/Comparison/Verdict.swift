/// How two records compare in one thing, before it is binned to a level.
struct Verdict: Equatable, Sendable {
    var finding: Level.Finding
    /// How rare what agrees is, in quarters of a bit.
    var quarterBits: Int

    init(_ finding: Level.Finding, quarterBits: Int = 0) {
        self.finding = finding
        self.quarterBits = quarterBits
    }

    static let missing = Verdict(.missing)
    static let different = Verdict(.different)
}

extension Level.Rarity {
    /// The bin of a number of quarter bits: below 6 bits, 9 bits, 13 bits, and above.
    ///
    /// Agreement by chance falls by half with each bit. A bin is three or four bits wide, so that the
    /// weight of an agreement is right to about two bits either way and each bin still holds enough
    /// pairs to learn from.
    init(quarterBits: Int) {
        self =
            switch quarterBits {
            case ..<24: .common
            case ..<36: .uncommon
            case ..<52: .rare
            default: .veryRare
            }
    }
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

/// What a verdict adds to a pattern: the digit of its level times the digit's worth.
struct LevelTable: Sendable {
    private let shares: [UInt32]

    /// A table for a feature whose digit is worth `weight`.
    ///
    /// A finding for which the feature has no level counts as its last level, and a rarity that is
    /// not told apart as the next more common one that is.
    init(_ feature: Feature, weight: UInt32) {
        shares = Level.Finding.allCases.flatMap { finding in
            Level.Rarity.allCases.map { rarity in
                UInt32(Self.place(of: finding, rarity, in: feature.levels)) &* weight
            }
        }
    }

    private static func place(
        of finding: Level.Finding,
        _ rarity: Level.Rarity,
        in levels: [Level]
    ) -> Int {
        let fitting = levels.indices.filter { levels[$0].finding == finding }
        let told = fitting.filter { (levels[$0].rarity?.rawValue ?? 0) <= rarity.rawValue }
        return told.first ?? fitting.last ?? levels.count - 1
    }

    subscript(verdict: Verdict) -> UInt32 {
        let rarity = Level.Rarity(quarterBits: verdict.quarterBits)
        return shares[Int(verdict.finding.rawValue) &* 4 &+ rarity.rawValue]
    }
}
