/// What part of a name a token was written as.
public enum NameRole: UInt32, Sendable {
    case given = 0
    case surname = 1
    /// The value held the whole name, and which part is which is not known.
    case either = 2
}

/// One part of a name: a token of the vocabulary, and the part it was written as.
public struct NameToken: Hashable, Sendable {
    /// The token's number in the vocabulary in the low 30 bits, the role above.
    public let rawValue: UInt32

    /// Makes a token; `id` is below 2³⁰.
    public init(id: UInt32, role: NameRole) {
        rawValue = role.rawValue << 30 | id
    }

    /// The token's number in the vocabulary.
    public var id: Int { Int(rawValue & 0x3fff_ffff) }
    /// The part of the name it was written as.
    public var role: NameRole { NameRole(rawValue: rawValue >> 30) ?? .either }
}

/// The names of all records, as tokens of one vocabulary.
public struct NameColumn: Sendable {
    /// Where each record's tokens begin; one more than there are records.
    public internal(set) var offsets: [UInt32]
    /// The tokens of all records in turn: given names first, each part in the order written.
    public internal(set) var tokens: [NameToken]
    /// Each distinct token once.
    public internal(set) var vocabulary: Vocabulary

    /// Makes a column without names for `count` records.
    public init(count: Int = 0) {
        offsets = [UInt32](repeating: 0, count: count + 1)
        tokens = []
        vocabulary = Vocabulary()
    }

    /// The tokens of a record.
    public subscript(row: Int) -> ArraySlice<NameToken> {
        tokens[Int(offsets[row])..<Int(offsets[row + 1])]
    }
}

/// Each distinct token of the names once, with what is known of it.
///
/// Arrays run in parallel; a token is its place in them.
public struct Vocabulary: Sendable {
    /// The tokens' letters in comparable form (ASCII, lower case), one after another.
    public internal(set) var bytes: [UInt8] = []
    /// Where each token's letters begin; one more than there are tokens.
    public internal(set) var offsets: [UInt32] = [0]
    /// In how many records each occurs.
    public internal(set) var counts: [UInt32] = []
    /// Tokens with one number sound alike (`xochitl`, `sochil`).
    public internal(set) var skeletons: [UInt32] = []
    /// Tokens with one number other than 0 are forms of one given name (`paco`, `francisco`).
    public internal(set) var nicknames: [UInt32] = []

    /// Makes an empty vocabulary.
    public init() {}

    /// How many tokens there are.
    public var count: Int { counts.count }

    /// The letters of a token.
    public subscript(token: Int) -> ArraySlice<UInt8> {
        bytes[Int(offsets[token])..<Int(offsets[token + 1])]
    }
}
