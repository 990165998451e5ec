/// The kinds of tokens that a record is taken apart into before it is encoded.
///
/// Each kind has a key of its own, so that one token never sets the bits of another kind's.
public enum TokenFamily: UInt8, CaseIterable, Sendable {
    /// Two letters that follow each other in a part of a name, with a blank at its beginning and end;
    /// where in the name they stand does not matter.
    case nameBigram
    /// A whole part of a name.
    case name
    /// How the consonants of a part of a name sound.
    case nameSound
    /// The name that a nickname stands for.
    case nickname
    /// Year, month and day together.
    case birthDate
    /// The year of birth.
    case birthYear
    /// The year of birth, the one before and the one after.
    case birthYearNear
    /// Month and day of birth in either order.
    case birthDay
    /// The month of birth and the day of birth, each alone and either for the other.
    case birthDayPart
    case sex
    case place
    case placeBigram
    case phone
    case phoneBigram
    case document
    case documentBigram
    case other
    case otherBigram
}
