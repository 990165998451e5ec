import Foundation

/// How far two cards agree, field by field, and how likely it is that they are one person's.
public struct Likeness: Hashable, Sendable {
    /// The agreement of each field, in the order of ``CardField``.
    public let agreements: [CardAgreement]
    /// 0 to 1, for one of ten thousand others picked at random: agreement must outweigh that most are
    /// somebody else.
    public let probability: Double

    /// From what probability on a person is asked whether they are the same.
    ///
    /// Of invented people with hard names and ordinary errors 96 of 100 are found from here on, and of ten
    /// thousand others fewer than one is asked about without being the same.
    public static let asked = 0.05

    init(_ left: CardCodes, _ right: CardCodes) {
        let names = CardNames(left.names, right.names)
        agreements = [
            names.given, names.surnames, Self.dates(left, right), Self.codes(left.sex, right.sex),
            Self.codes(left.nationality, right.nationality),
            Self.numbers(left.document, right.document), Self.numbers(left.phone, right.phone),
        ]
        let weight = zip(CardField.allCases, agreements).reduce(CardWeights.start) {
            $0 + CardWeights.weight(of: $1.1, in: $1.0)
        }
        probability = 1 / (1 + exp2(-weight))
    }

    /// The agreement of a field.
    public func agreement(of field: CardField) -> CardAgreement {
        agreements[Int(field.rawValue)]
    }

    private static func codes(_ left: UInt16, _ right: UInt16) -> CardAgreement {
        left == 0 || right == 0 ? .missing : left == right ? .same : .different
    }

    private static func numbers(
        _ left: CardCodes.Number,
        _ right: CardCodes.Number
    ) -> CardAgreement {
        guard left.whole != 0, right.whole != 0 else { return .missing }
        if left.whole == right.whole { return .same }
        return CardNames.alike(left.letters, right.letters, from: 0.75) ? .alike : .different
    }

    private static func dates(_ left: CardCodes, _ right: CardCodes) -> CardAgreement {
        if left.years[0] == 0 || right.years[0] == 0 {
            guard left.dayMonth != 0, right.dayMonth != 0 else { return .missing }
            return left.dayMonth == right.dayMonth ? .partly : .different
        }
        let isSameYear = left.years[0] == right.years[0]
        let isNear = isSameYear || left.years[1...].contains(right.years[0])
        guard left.dayMonth != 0, right.dayMonth != 0 else {
            return isSameYear ? .sameYear : isNear ? .nearYear : .different
        }
        if left.date == right.date { return .same }
        if left.dayMonth == right.dayMonth { return isSameYear ? .alike : .otherYear }
        let isPartSame = zip(left.dayOrMonth, right.dayOrMonth).contains { $0 == $1 }
        if isSameYear { return isPartSame ? .partly : .nearYear }
        return isNear ? .nearYear : .different
    }
}
