/// A word of a name while the name is being prepared.
struct NameWord {
    /// ASCII, lower case.
    var letters: [UInt8]
    /// Whether a full stop followed it.
    var hasPeriod = false
    /// Whether a hyphen joined it to the next.
    var hasHyphen = false
    /// Whether an ordinal stood before it, as in `1st baron`.
    var followsNumber = false
    /// Which part between commas it stood in, from 0.
    var part = 0
    /// What else than a name it may be.
    var traits: WordTraits = []

    /// The words of a folded value, in order; those that have digits are left out.
    static func words(of folded: [UInt8]) -> [NameWord] {
        var words: [NameWord] = []
        var part = 0
        var letters: [UInt8] = []
        var hasDigit = false
        var followsNumber = false
        for byte in folded {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                letters.append(byte)
                continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasDigit = true
                continue
            case UInt8(ascii: "'"): continue
            default: break
            }
            if !letters.isEmpty, !hasDigit {
                words.append(NameWord(letters: letters, part: part))
                words[words.count - 1].followsNumber = followsNumber
                words[words.count - 1].hasPeriod = byte == UInt8(ascii: ".")
                words[words.count - 1].hasHyphen = byte == UInt8(ascii: "-")
            }
            if !letters.isEmpty { followsNumber = hasDigit }
            letters.removeAll(keepingCapacity: true)
            hasDigit = false
            if byte == UInt8(ascii: ","), !words.isEmpty { part = words[words.count - 1].part + 1 }
        }
        if !letters.isEmpty, !hasDigit { words.append(NameWord(letters: letters, part: part)) }
        for place in words.indices { words[place].traits = .of(words[place].letters) }
        return words
    }

    /// The letters as text, for those who read what was done.
    var text: String { String(decoding: letters, as: UTF8.self) }
}
