/// What a name sounds like: names with one skeleton are commonly confused in writing.
///
/// Consonants go into classes that Spanish, French, Kreyòl, English and the transliterations of Arabic
/// and South Asian names confuse (`b v`, `s z c x`, `ll y j`, `qu k c`, a silent `h`, doubled letters);
/// of the vowels the first and the last stay, as one of three. Chinese names are taken by syllable.
enum Skeleton {
    /// The skeleton of a name in comparable form.
    static func of(_ name: ArraySlice<UInt8>) -> [UInt8] {
        if let chinese = ChineseSpelling.sound(of: name) { return chinese }
        var skeleton = Skeletoniser(Array(name))
        return skeleton.run()
    }
}

/// Reads a name letter by letter.
private struct Skeletoniser {
    private let letters: [UInt8]
    private var place = 0
    private var result: [UInt8] = []
    private var hasVowel = false
    private var endsInVowel = false

    init(_ letters: [UInt8]) { self.letters = letters }

    mutating func run() -> [UInt8] {
        takeBeginning()
        while place < letters.count {
            endsInVowel = Self.isVowel(letters[place]) || letters[place] == .y && !isVowelAhead(1)
            if endsInVowel { takeVowels() } else { takeConsonant() }
        }
        takeEnd()
        return result
    }

    /// A letter further on, or 0 past the end.
    private func ahead(_ distance: Int) -> UInt8 {
        place + distance < letters.count ? letters[place + distance] : 0
    }

    private func isVowelAhead(_ distance: Int) -> Bool { Self.isVowel(ahead(distance)) }
    private func isSoftAhead(_ distance: Int) -> Bool {
        [.e, .i, .y].contains(ahead(distance))
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        [.a, .e, .i, .o, .u].contains(letter)
    }

    private mutating func takeBeginning() {
        let start = letters.prefix(5)
        // Ximena and Xavier are said as Jimena and Javier; Xóchitl and Xiomara as with an s.
        if start.starts(with: "ximen".utf8) || start.starts(with: "xavi".utf8) {
            result.append(.y)
            place = 1
        } else if ahead(0) == .h, ahead(1) == .u, isVowelAhead(2) {
            result.append(.b)
            place = 2
        } else if ahead(0) == .k && ahead(1) == .n || ahead(0) == .p && ahead(1) == .s
            || ahead(0) == .w && ahead(1) == .r
        {
            place = 1
        }
    }

    /// The first group of vowels, by its first letter; a name that begins with one says so.
    private mutating func takeVowels() {
        // French and English `au` is an `o`; Spanish drops the `u` of one that begins a name (`Agusto`).
        let first = letters[place] == .a && ahead(1) == .u && place > 0 ? .u : letters[place]
        while place < letters.count,
            Self.isVowel(letters[place]) || letters[place] == .y && !isVowelAhead(1)
        {
            place += 1
        }
        guard !hasVowel else { return }
        hasVowel = true
        result.append(Self.vowel(first))
    }

    private static func vowel(_ letter: UInt8) -> UInt8 {
        switch letter {
        case .a: .a
        case .o, .u: .u
        default: .i
        }
    }

    private mutating func takeConsonant() {
        let (sound, length) = consonant()
        place += length
        guard sound != 0 else { return }
        if result.last != sound { result.append(sound) }
    }

    /// The sound at this place, 0 for none, and how many letters it takes.
    private func consonant() -> (UInt8, Int) {
        let next = ahead(1)
        switch letters[place] {
        case .b, .v: return (.b, 1)
        case .w: return place == 0 ? (.b, 1) : (0, 1)
        case .c:
            if next == .h { return (.c, 2) }
            if next == .k { return (.k, 2) }
            return isSoftAhead(1) ? (.s, 1) : (.k, 1)
        case .s:
            if next == .c, ahead(2) == .h { return (.s, 3) }
            return next == .h ? (.s, 2) : (.s, 1)
        case .z: return next == .h ? (.y, 2) : (.s, 1)
        case .x: return (.s, 1)
        case .t:
            if next == .c, ahead(2) == .h { return (.c, 3) }
            if next == .z || next == .s { return (.s, 2) }
            if next == .l, place + 2 == letters.count { return (.l, 2) }
            return next == .h ? (.t, 2) : (.t, 1)
        case .l:
            if next == .l, isVowelAhead(2) { return (.y, 2) }
            return next == .h && isVowelAhead(2) ? (.y, 2) : (.l, 1)
        case .j, .y: return (.y, 1)
        case .g:
            if next == .n { return (.n, 2) }
            if next == .u, isSoftAhead(2) { return (.g, 2) }
            if next == .h { return (.g, 2) }
            return isSoftAhead(1) ? (.y, 1) : (.g, 1)
        case .q: return next == .u ? (.k, 2) : (.k, 1)
        case .k: return next == .h ? (.k, 2) : (.k, 1)
        case .p:
            if next == .h { return (.f, 2) }
            return next == .t ? (0, 1) : (.p, 1)
        case .n:
            if next == .g, place + 2 == letters.count { return (.n, 2) }
            return next == .b || next == .p || next == .v || next == .f ? (.m, 1) : (.n, 1)
        case .m: return place + 1 == letters.count ? (.n, 1) : (.m, 1)
        case .h: return (0, 1)
        default: return (letters[place], 1)
        }
    }

    /// The last vowel, by what is heard; a final `e` is not.
    private mutating func takeEnd() {
        guard let last = letters.last else { return }
        let before = letters.count > 2 ? letters[letters.count - 2] : .a
        if !endsInVowel || last == .e && !Self.isVowel(before) && before != .y {
            // A final `d` is said as a `t`, or not at all.
            if result.last == .d { result[result.count - 1] = .t }
            return
        }
        guard letters.count > 2 else { return }
        let sound = Self.vowel(last)
        if result.count == 1 || result.last != sound { result.append(sound) }
    }
}

extension UInt8 {
    fileprivate static let a = UInt8(ascii: "a")
    fileprivate static let b = UInt8(ascii: "b")
    fileprivate static let c = UInt8(ascii: "c")
    fileprivate static let d = UInt8(ascii: "d")
    fileprivate static let e = UInt8(ascii: "e")
    fileprivate static let f = UInt8(ascii: "f")
    fileprivate static let g = UInt8(ascii: "g")
    fileprivate static let h = UInt8(ascii: "h")
    fileprivate static let i = UInt8(ascii: "i")
    fileprivate static let j = UInt8(ascii: "j")
    fileprivate static let k = UInt8(ascii: "k")
    fileprivate static let l = UInt8(ascii: "l")
    fileprivate static let m = UInt8(ascii: "m")
    fileprivate static let n = UInt8(ascii: "n")
    fileprivate static let o = UInt8(ascii: "o")
    fileprivate static let p = UInt8(ascii: "p")
    fileprivate static let q = UInt8(ascii: "q")
    fileprivate static let r = UInt8(ascii: "r")
    fileprivate static let s = UInt8(ascii: "s")
    fileprivate static let t = UInt8(ascii: "t")
    fileprivate static let u = UInt8(ascii: "u")
    fileprivate static let v = UInt8(ascii: "v")
    fileprivate static let w = UInt8(ascii: "w")
    fileprivate static let x = UInt8(ascii: "x")
    fileprivate static let y = UInt8(ascii: "y")
    fileprivate static let z = UInt8(ascii: "z")
}
