/// What two records must share to stand in one block: some tokens of their names and some other values.
public struct BlockingKey: Hashable, Sendable {
    /// Which form of a name's tokens is shared.
    public enum TokenForm: Hashable, Sendable {
        /// How the token sounds; forms of one given name sound alike.
        case sound
        /// The token's first three letters.
        case prefix
    }

    /// A value that is computed from one column of a record.
    public enum Part: Hashable, Sendable {
        /// A whole date, taking no notice of which number is the day and which the month.
        case date(column: Int)
        /// The year of a date.
        case year(column: Int)
        /// The year of a date or a neighbouring year.
        case neighbouringYear(column: Int)
        /// Day and month of a date, taking no notice of which is which.
        case dayAndMonth(column: Int)
        /// The whole value of a column of codes.
        case value(column: Int)
        /// One word of the value of a column of codes.
        case word(column: Int)
        /// The first letters of the value of a column of codes.
        case beginning(column: Int)

        /// Whether one record can have several values; in a key only one part may.
        var hasSeveralValues: Bool {
            switch self {
            case .neighbouringYear, .word: true
            default: false
            }
        }
    }

    /// The form of the tokens that are shared.
    public var form: TokenForm
    /// How many tokens are shared, in whatever order and role they stand: 0 to 3.
    public var tokens: Int
    /// What else is shared.
    ///
    /// Of a second part that is a year or a word, only the year itself and the rarest word count.
    public var parts: [Part]

    /// Makes a key; `tokens` is held to 0...3.
    public init(_ form: TokenForm = .sound, tokens: Int = 0, parts: [Part] = []) {
        self.form = form
        self.tokens = min(max(tokens, 0), 3)
        self.parts = parts
    }
}

/// One way of proposing pairs: records that share a key stand in one block and are compared.
///
/// A block that is too large is split: its records must share one thing more, and one more again. What
/// is still too large in the end is sorted, and each record compared with its neighbours only.
public struct BlockingPass: Hashable, Sendable {
    /// What a block must share when it was too large.
    public enum Split: Hashable, Sendable {
        /// One more token of the name.
        case token
        /// One more value; records that miss it stand together.
        case part(BlockingKey.Part)
    }

    /// For reports: what is shared, by the columns' own names.
    public var name: String
    /// What is shared by every block.
    public var key: BlockingKey
    /// What splits the blocks that are too large, in turn.
    public var splits: [Split]

    /// Makes a pass.
    public init(name: String, key: BlockingKey, splits: [Split] = []) {
        self.name = name
        self.key = key
        self.splits = splits
    }

    /// The keys of all levels: the first, and what each split makes of the one before it.
    var levels: [BlockingKey] {
        var levels = [key]
        for split in splits {
            var next = levels[levels.count - 1]
            switch split {
            case .token: next.tokens += 1
            case .part(let part): next.parts.append(part)
            }
            levels.append(next)
        }
        return levels
    }
}
