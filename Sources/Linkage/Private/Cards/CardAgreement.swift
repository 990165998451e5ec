/// How far a field of two cards agrees.
public enum CardAgreement: UInt8, CaseIterable, Sendable {
    /// One card or both do not have it: no evidence.
    case missing
    /// All of the shorter side is on the other.
    case same
    /// As `same`, with two parts of a name or more.
    case sameTwice
    /// All of the shorter side sounds alike, is a nickname of it, or is nearly the same letters; of a date:
    /// day and month in either order with the same year.
    case alike
    /// Some of it; of a date: the same year, and the day or the month.
    case partly
    /// Of a date: day and month agree, the year does not.
    case otherYear
    /// Of a date: only the year is known on a side, and it is the same.
    case sameYear
    /// Of a date: the year agrees, day and month do not, or years that follow each other.
    case nearYear
    /// Nothing agrees.
    case different
}

/// The fields of a card.
public enum CardField: UInt8, CaseIterable, Sendable {
    case givenNames
    case surnames
    case birthDate
    case sex
    case nationality
    case document
    case phone
}
