/// Mixed numbers of a vocabulary's tokens, in the form in which a blocking key shares them.
enum TokenNumbers {
    /// One number for each token; 0 for tokens that are too short to say anything.
    static func make(_ form: BlockingKey.TokenForm, of vocabulary: Vocabulary) -> [UInt32] {
        switch form {
        case .sound: sounds(of: vocabulary)
        case .prefix: prefixes(of: vocabulary)
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
