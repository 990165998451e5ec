/// One of the ways in which two records can compare in a feature.
public struct Level: Hashable, Codable, Sendable {
    /// How they compare.
    public let finding: Finding
    /// How much agreement by chance there is in what agrees; nil where that was not told apart.
    public let rarity: Rarity?

    init(_ finding: Finding, _ rarity: Rarity? = nil) {
        self.finding = finding
        self.rarity = rarity
    }

    /// How two records compare in a feature.
    ///
    /// A name, a date and a code use different ones; each stands for one sentence a person can read.
    public enum Finding: UInt8, CaseIterable, Sendable {
        /// One of the two says nothing, so there is no evidence.
        case missing
        /// All of it agrees.
        case same
        /// All that the shorter one says agrees; the other says more (a second surname).
        case oneSaysMore
        /// A joined or separated spelling, or a slip or two of the pen.
        case otherSpelling
        /// Written differently and spoken alike.
        case soundsAlike
        /// Forms of one given name (`paco`, `francisco`).
        case nickname
        /// One gives only the first letter of what the other writes out.
        case initial
        /// Some parts agree, and on both sides parts are left that do not.
        case partly
        /// Resembles, though less than a slip of the pen would explain.
        case alike
        /// The beginnings agree.
        case sameBeginning
        /// The ends agree (a telephone number without its prefix).
        case sameEnd
        /// Nothing agrees.
        case different

        /// The names stand as given names and surnames on both sides.
        case asWritten
        /// A part that one has among the given names the other has among the surnames.
        case movedPart
        /// The given names of one are the surnames of the other.
        case exchanged

        /// The same year, and 1 January in both, which often stands for a day not known.
        case sameYearFirstOfJanuary
        /// Year and month agree; a day is not known.
        case sameYearAndMonth
        /// The year agrees; one of the two gives no more, or 1 January.
        case sameYearOnly
        /// Day and month are exchanged.
        case dayAndMonthExchanged
        /// One digit differs, or two neighbouring digits are exchanged.
        case oneDigit
        /// Only the day differs.
        case otherDay
        /// Only the month differs.
        case otherMonth
        /// Day and month agree and the year differs.
        case otherYear
        /// The year agrees; day and month differ.
        case sameYear
        /// One or both give only a year, and the two are at most two years apart.
        case yearsNear
        /// At most two years apart.
        case withinTwoYears
        /// At most ten years apart.
        case withinTenYears
    }

    /// How rare what agrees is in the table, in bits: −log₂ of the share of records that have it.
    public enum Rarity: Int, Codable, CaseIterable, Sendable {
        case common
        case uncommon
        case rare
        case veryRare
    }
}

/// A finding is written by its name, so that a stored model outlives a change of their order.
extension Level.Finding: Codable {
    /// As it is named here.
    public var name: String { "\(self)" }

    /// Reads a finding by its name.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let finding = Self.allCases.first(where: { $0.name == name }) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "unknown finding: \(name)"
            )
        }
        self = finding
    }

    /// Writes the finding's name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
