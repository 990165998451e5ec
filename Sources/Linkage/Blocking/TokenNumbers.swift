/// For each record the different tokens of its name as mixed numbers, in the form in which a blocking
/// key shares them.
struct TokenNumbers {
    /// Of a long name only so many tokens take part.
    static let mostTokens = 6

    /// Where each record's numbers begin; one more than there are records.
    private(set) var offsets: [UInt32] = [0]
    /// The numbers of all records in turn.
    private(set) var numbers: [UInt32] = []

    /// No numbers, for no records.
    static let none = TokenNumbers()

    private init() {}

    init(_ form: BlockingKey.TokenForm, of names: NameColumn) {
        let ofToken =
            switch form {
            case .sound: Self.sounds(of: names.vocabulary)
            case .prefix: Self.prefixes(of: names.vocabulary)
            }
        let count = names.offsets.count - 1
        offsets.reserveCapacity(count + 1)
        numbers.reserveCapacity(names.tokens.count)
        for row in 0..<count {
            let start = numbers.count
            for token in names[row] {
                let number = ofToken[token.id]
                guard number != 0, !numbers[start...].contains(number) else { continue }
                numbers.append(number)
                if numbers.count - start == Self.mostTokens { break }
            }
            offsets.append(UInt32(numbers.count))
        }
    }

    /// A token sounds like a given name's other forms when any token of its skeleton is such a form.
    private static func sounds(of vocabulary: Vocabulary) -> [UInt32] {
        var nickname: [UInt32: UInt32] = [:]
        for token in 0..<vocabulary.count where vocabulary.nicknames[token] != 0 {
            nickname[vocabulary.skeletons[token]] = vocabulary.nicknames[token]
        }
        return (0..<vocabulary.count).map { token in
            guard vocabulary[token].count > 1 else { return 0 }
            let skeleton = vocabulary.skeletons[token]
            return mix(nickname[skeleton].map { $0 | 1 << 31 } ?? skeleton + 1)
        }
    }

    private static func prefixes(of vocabulary: Vocabulary) -> [UInt32] {
        (0..<vocabulary.count).map { token in
            let letters = vocabulary[token].prefix(3)
            return letters.count < 3 ? 0 : mix(letters.reduce(0) { $0 << 8 | UInt32($1) })
        }
    }
}
