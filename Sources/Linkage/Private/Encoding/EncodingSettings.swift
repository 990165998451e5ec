/// How records become filters; every agency of a run uses the same.
public struct EncodingSettings: Hashable, Sendable {
    /// What is done to a filter after its tokens are in it.
    public enum Hardening: UInt8, Sendable, CaseIterable {
        /// Nothing.
        case none = 0
        /// Each bit becomes the exclusive or of its two neighbours (Rule 90 of elementary cellular
        /// automata; Schnell and Borgs, 2016).
        case rule90 = 1
    }

    /// How many bits a filter has: a power of two from 512 to 4,096.
    public var filterBits: Int
    /// How often a filter's halves are laid on each other by exclusive or (Schnell and Borgs, 2016).
    ///
    /// Tokens are put into a filter of `filterBits` · 2^`folds` bits; 0 to 3.
    public var folds: Int
    /// What is done after folding.
    public var hardening: Hardening
    /// The share of bits that are turned at random, in thousandths, 0 to 100 (BLIP: Schnell and Borgs,
    /// 2016; every file gets other turns).
    public var noise: Int
    /// Whether the year of birth salts the names: people of other years then share no bits, and people
    /// without a year, or with another year by error, are not found (Niedermeyer et al., 2014).
    public var isSaltedByYear: Bool
    /// How many bits each token of a kind sets, 0 to 64, in the order of ``TokenFamily``.
    public var bitsPerToken: [UInt8]
    /// Whether keys for blocking are made as well, for lists too long to be compared each with each.
    ///
    /// They say more than filters do (which records share two parts of a name or a telephone); up to a
    /// few hundred thousand records a list they are not needed.
    public var hasBlockingKeys: Bool

    /// What is used when nothing else was agreed.
    ///
    /// The numbers of bits were found by trial on FEBRL 4 and on invented people with hard names.
    public static let standard = EncodingSettings()

    /// Makes the standard settings.
    public init() {
        filterBits = 1_024
        folds = 1
        hardening = .none
        noise = 0
        isSaltedByYear = false
        bitsPerToken = [UInt8](repeating: 0, count: TokenFamily.allCases.count)
        hasBlockingKeys = false
        self[.nameBigram] = 6
        self[.nameSound] = 14
        self[.nickname] = 3
        self[.birthDate] = 12
        self[.birthYear] = 12
        self[.birthYearNear] = 12
        self[.birthDay] = 36
        self[.birthDayPart] = 3
        self[.sex] = 6
        self[.place] = 12
        self[.placeBigram] = 1
        self[.phone] = 14
        self[.phoneBigram] = 1
        self[.documentBigram] = 2
        self[.other] = 16
        self[.otherBigram] = 8
    }

    /// How many bits each token of a kind sets.
    public subscript(family: TokenFamily) -> Int {
        get { Int(bitsPerToken[Int(family.rawValue)]) }
        set { bitsPerToken[Int(family.rawValue)] = UInt8(clamping: newValue) }
    }

    /// Whether every value is in its range.
    public var areUsable: Bool {
        filterBits.nonzeroBitCount == 1 && (512...4_096).contains(filterBits)
            && (0...3).contains(folds) && (0...100).contains(noise)
            && bitsPerToken.count == TokenFamily.allCases.count
            && bitsPerToken.allSatisfy { $0 <= 64 }
    }

    /// The settings as bytes, which stand in the head of a file.
    var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.write(UInt16(clamping: filterBits))
        writer.write(UInt8(clamping: folds))
        writer.write(hardening.rawValue)
        writer.write(UInt8(clamping: noise))
        writer.write((isSaltedByYear ? 1 : 0) | (hasBlockingKeys ? 2 : 0) as UInt8)
        writer.write(UInt8(clamping: bitsPerToken.count))
        writer.write(exactly: bitsPerToken)
        return writer.bytes
    }

    init(from reader: inout ByteReader) throws(PrivateFileUnreadable) {
        filterBits = Int(try reader.number(UInt16.self))
        folds = Int(try reader.number(UInt8.self))
        guard let hardening = Hardening(rawValue: try reader.number()) else { throw .damaged }
        self.hardening = hardening
        noise = Int(try reader.number(UInt8.self))
        let switches = try reader.number(UInt8.self)
        guard switches < 4 else { throw .damaged }
        isSaltedByYear = switches & 1 == 1
        hasBlockingKeys = switches & 2 == 2
        bitsPerToken = Array(try reader.exactly(Int(try reader.number(UInt8.self))))
        guard areUsable else { throw .damaged }
    }
}
