/// Words of which one part is a name by itself, written sometimes together and sometimes apart.
enum NameCompounds {
    /// The parts of a word, or nil when it has none that are known.
    ///
    /// `Abdurrahman` and `Abdul Rahman`, `Salahuddin` and `Salah Uddin`, `Delacruz` and `De la Cruz`
    /// come out alike.
    static func parts(of word: [UInt8]) -> [[UInt8]]? {
        guard mayHaveParts(word) else { return nil }
        let text = String(decoding: word, as: UTF8.self)
        if text.hasPrefix("abd") {
            if servantsOfGod.contains(text) { return [Array("abdullah".utf8)] }
            for prefix in ["abdul", "abdel", "abdal", "abdur", "abder", "abdou", "abdoul", "abdus"]
                .reversed()
            where text.hasPrefix(prefix) && text.count >= prefix.count + 3 {
                return [Array("abdul".utf8), Array(text.dropFirst(prefix.count).utf8)]
            }
        }
        for suffix in ["uddin", "uddine", "eddine", "eddin", "aldin", "eldin", "ouddin"]
        where text.hasSuffix(suffix) && text.count >= suffix.count + 3 {
            return [Array(text.dropLast(suffix.count).utf8), Array("uddin".utf8)]
        }
        if text.hasSuffix("ullah"), text.count >= 8 {
            return [Array(text.dropLast(5).utf8), Array("ullah".utf8)]
        }
        guard text.hasPrefix("de") else { return nil }
        if text.hasPrefix("dela"), text.count >= 8 || text == "delaluz" || text == "delao" {
            return [Array(text.dropFirst(4).utf8)]
        }
        if text.hasPrefix("delos"), text.count >= 9 { return [Array(text.dropFirst(5).utf8)] }
        return ofThe.contains(text) ? [Array(text.dropFirst(3).utf8)] : nil
    }

    /// A quick look that spares most words the others: whether one begins or ends like a compound.
    private static func mayHaveParts(_ word: [UInt8]) -> Bool {
        let (first, second) = (word[0], word[1])
        let (next, last) = (word[word.count - 2], word[word.count - 1])
        return first == UInt8(ascii: "a") && second == UInt8(ascii: "b")
            || first == UInt8(ascii: "d") && second == UInt8(ascii: "e")
            || next == UInt8(ascii: "i") && last == UInt8(ascii: "n")
            || next == UInt8(ascii: "n") && last == UInt8(ascii: "e")
            || next == UInt8(ascii: "a") && last == UInt8(ascii: "h")
    }

    /// A word that begins with a short form of `Mac` or `Saint`, with the whole form.
    static func withWholePrefix(_ word: [UInt8]) -> [UInt8] {
        if word[0] == UInt8(ascii: "m"), word[1] == UInt8(ascii: "c") {
            return Array("mac".utf8) + word[2...]
        }
        // No name in Latin letters begins with `st` and one of these, unless it is a saint's.
        if word[0] == UInt8(ascii: "s"), word[1] == UInt8(ascii: "t"),
            afterSaint.contains(word[2])
        {
            return Array("saint".utf8) + word[2...]
        }
        return word
    }

    private static let servantsOfGod: Set<String> = [
        "abdullah", "abdulla", "abdallah", "abdalla", "abdellah", "abdollah", "abdoulah",
        "abdoullah",
    ]

    private static let ofThe: Set<String> = [
        "delrio", "delreal", "delcid", "delvalle", "delangel", "delmonte", "delpozo", "delpino",
        "delbosque", "delcampo", "delcarmen", "delmoral", "delprado", "deltoro", "delvillar",
        "delrosario", "delcastillo", "delaguila", "delsol", "delpilar",
    ]

    private static let afterSaint = Set("bcdfglmnpqvx".utf8)
}
