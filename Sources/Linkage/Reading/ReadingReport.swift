/// What was read, what was kept out, and what columns were taken for.
public struct ReadingReport: Sendable {
    /// One for each source, in order.
    public internal(set) var sources: [Source] = []
    /// What was found in each field of the table, in the order of its fields.
    public internal(set) var columns: [ColumnReport] = []
    /// The first rows kept out, at most `badRowsNamed`.
    public internal(set) var badRows: [BadRow] = []
    /// How many rows were kept out.
    public internal(set) var badRowCount = 0

    /// How many bad rows are named; the others are counted.
    public static let badRowsNamed = 1000

    /// One source.
    public struct Source: Sendable {
        /// What messages call it.
        public internal(set) var name: String
        /// How it writes letters.
        public internal(set) var encoding: TextEncoding
        /// What stands between its fields.
        public internal(set) var separator: Character
        /// How many records were read.
        public internal(set) var rows = 0
        /// How many rows were kept out.
        public internal(set) var badRows = 0
        /// What each column was taken for, and why.
        public internal(set) var guesses: [ColumnGuess]
    }
}

/// How far reading has come.
public struct ReadingProgress: Hashable, Sendable {
    /// Bytes read of the source at hand.
    public var bytes: Int
    /// The bytes it has, or nil when that is not known.
    public var size: Int?
    /// Records read of all sources.
    public var rows: Int
}
