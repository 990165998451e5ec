/// Gathers the names of records into a column.
struct NameBuilder: Sendable {
    private var offsets: [UInt32] = [0]
    private var tokens: [NameToken] = []
    private var vocabulary = TokenIndex()
    private var given = PreparedNames(kind: .givenNames)
    private var surnames = PreparedNames(kind: .surnames)
    private var whole = PreparedNames(kind: .fullName)

    /// Adds a value of the record at hand.
    ///
    /// Given names come first, full names last: of these only the words are taken that the record does
    /// not have yet, so that a name written twice counts once.
    mutating func append(_ value: Span<UInt8>, kind: FieldKind) {
        switch kind {
        case .givenNames:
            tokens.append(contentsOf: given.tokens(of: value, vocabulary: &vocabulary))
        case .surnames:
            tokens.append(contentsOf: surnames.tokens(of: value, vocabulary: &vocabulary))
        default:
            let start = Int(offsets[offsets.count - 1])
            let isFirst = tokens.count == start
            for token in whole.tokens(of: value, vocabulary: &vocabulary)
            where isFirst || !tokens[start...].contains(where: { $0.id == token.id }) {
                tokens.append(token)
            }
        }
    }

    /// Whether another record fits.
    var hasRoom: Bool { tokens.count < 1 << 31 }

    /// Ends the record at hand.
    mutating func endRecord() {
        let start = Int(offsets[offsets.count - 1])
        for place in start..<tokens.count
        where !tokens[start..<place].contains(where: { $0.id == tokens[place].id }) {
            vocabulary.counts[tokens[place].id] += 1
        }
        offsets.append(UInt32(tokens.count))
    }

    /// The column of all records.
    consuming func finish() -> NameColumn {
        var column = NameColumn()
        column.offsets = offsets
        column.tokens = tokens
        column.vocabulary = vocabulary.vocabulary()
        return column
    }
}

/// Each distinct token, and in how many records it is.
private struct TokenIndex: Sendable {
    var index = ByteIndex()
    var counts: [UInt32] = []

    mutating func number(of letters: [UInt8]) -> UInt32 {
        let number = index.number(of: letters.span)
        if number == counts.count { counts.append(0) }
        return number
    }

    func vocabulary() -> Vocabulary {
        var vocabulary = Vocabulary()
        vocabulary.bytes = index.bytes
        vocabulary.offsets = index.offsets
        vocabulary.counts = counts
        var sounds = ByteIndex()
        vocabulary.skeletons.reserveCapacity(counts.count)
        vocabulary.nicknames.reserveCapacity(counts.count)
        for token in 0..<counts.count {
            vocabulary.skeletons.append(sounds.number(of: Skeleton.of(index[token]).span))
            vocabulary.nicknames.append(Nicknames.classOf(index[token]))
        }
        return vocabulary
    }
}

/// The distinct values of one kind, and the tokens that each was split into.
private struct PreparedNames: Sendable {
    let kind: FieldKind
    private var index = ByteIndex()
    private var offsets: [UInt32] = [0]
    private var tokens: [NameToken] = []

    init(kind: FieldKind) { self.kind = kind }

    mutating func tokens(
        of value: Span<UInt8>,
        vocabulary: inout TokenIndex
    ) -> ArraySlice<NameToken> {
        let known = index.count
        let number = Int(index.number(of: value))
        if number == known {
            var steps = StepRecorder()
            let words = NamePreparation.words(of: value, kind: kind, steps: &steps)
            for role in [NameRole.given, .surname, .either] {
                for word in words where word.role == role {
                    tokens.append(NameToken(id: vocabulary.number(of: word.letters), role: role))
                }
            }
            offsets.append(UInt32(tokens.count))
        }
        return tokens[Int(offsets[number])..<Int(offsets[number + 1])]
    }
}
