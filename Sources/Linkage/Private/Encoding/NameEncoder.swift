/// Sets the bits of names, whose parts count the same wherever they stand.
struct NameEncoder {
    private let vocabulary: Vocabulary
    private let hashers: HasherSet
    private var bigrams: BigramHasher
    private var masks: MaskCache

    init(_ vocabulary: Vocabulary, _ hashers: HasherSet) {
        self.vocabulary = vocabulary
        self.hashers = hashers
        bigrams = BigramHasher(hashers[.nameBigram])
        masks = MaskCache(width: hashers.width, small: vocabulary.count)
    }

    /// Sets the bits of one part of a name.
    ///
    /// - Parameters:
    ///   - token: The part.
    ///   - salt: The year of birth when names are salted by it, or else 0.
    ///   - filter: The filter.
    mutating func set(_ token: NameToken, salt: UInt16, in filter: inout [UInt64]) {
        let key = UInt64(token.id) | UInt64(salt) << 32
        let place = masks.place(of: key) ?? masks.keep(positions(of: token, salt), for: key)
        masks.set(place, in: &filter)
    }

    private mutating func positions(of token: NameToken, _ year: UInt16) -> [UInt16] {
        let salt: [UInt8] = year == 0 ? [] : [UInt8(year >> 8), UInt8(year & 255)]
        let letters = vocabulary[token.id]
        var positions: [UInt16] = []
        bigrams.append(letters, salt: salt, to: &positions)
        hashers[.name].append(salt + letters, to: &positions)
        hashers[.nameSound].append(salt + vocabulary.sound(of: token.id), to: &positions)
        let nickname = vocabulary.nicknames[token.id]
        if nickname != 0 {
            hashers[.nickname].append(salt + Array(String(nickname).utf8), to: &positions)
        }
        return positions
    }
}
