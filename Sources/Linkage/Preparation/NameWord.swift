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

    /// The words of a folded value, in order.
    ///
    /// A word that begins with a digit is left out. In others `0` and `1` are taken for the letters they
    /// look like (`Ig0r`), unless they end it, and other digits are left out.
    static func words(of folded: [UInt8]) -> [NameWord] {
        var words: [NameWord] = []
        var part = 0
        var letters: [UInt8] = []
        /// Digits that are letters if a letter follows.
        var lookalikes: [UInt8] = []
        var hasDigit = false
        var followsNumber = false
        for byte in folded {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                letters += lookalikes
                lookalikes.removeAll(keepingCapacity: true)
                letters.append(byte)
                continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if letters.isEmpty { hasDigit = true }
                if byte == UInt8(ascii: "0") { lookalikes.append(UInt8(ascii: "o")) }
                if byte == UInt8(ascii: "1") { lookalikes.append(UInt8(ascii: "i")) }
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
            lookalikes.removeAll(keepingCapacity: true)
            hasDigit = false
            if byte == UInt8(ascii: ","), !words.isEmpty { part = words[words.count - 1].part + 1 }
        }
        if !letters.isEmpty, !hasDigit {
            words.append(NameWord(letters: letters, followsNumber: followsNumber, part: part))
        }
        for place in words.indices { words[place].traits = .of(words[place].letters) }
        return words
    }

    /// The letters as text, for those who read what was done.
    var text: String { String(decoding: letters, as: UTF8.self) }
}
