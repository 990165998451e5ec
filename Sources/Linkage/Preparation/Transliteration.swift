import Foundation

/// Names in other alphabets, in Latin letters as their bearers commonly write them.
///
/// Cyrillic, Greek, Arabic, Hebrew and Hangul have tables here, because people's documents follow custom
/// rather than the standards of libraries; the rest goes through ICU, Han as pinyin.
enum Transliteration {
    /// A value in Latin letters.
    ///
    /// - Parameters:
    ///   - value: Text in any alphabet, or several.
    ///   - kind: A name in Han or Hangul that is written as one word begins with the surname; when the
    ///     field is the full name, a comma is put after it.
    /// - Returns: Words in Latin letters, with the accents their transliteration has.
    static func latin(_ value: String, kind: FieldKind) -> String {
        let words = value.split { $0.isWhitespace || $0 == "・" || $0 == "·" }
        return words.enumerated().map { place, word in
            let mayBeSurname = kind == .surnames || kind == .fullName && place == 0
            let isWhole = kind == .fullName && words.count == 1
            return latin(word: word, mayBeSurname: mayBeSurname, isWhole: isWhole)
        }.joined(separator: " ")
    }

    private static func latin(word: Substring, mayBeSurname: Bool, isWhole: Bool) -> String {
        guard let first = word.unicodeScalars.first(where: { $0.value > 0x24f }) else {
            return String(word)
        }
        switch first.value {
        case 0x370...0x3ff: return GreekLetters.latin(word)
        case 0x400...0x52f: return CyrillicLetters.latin(word)
        case 0x590...0x5ff: return HebrewLetters.latin(word)
        case 0x600...0x6ff, 0x750...0x77f, 0xfb50...0xfdff, 0xfe70...0xfefe:
            return ArabicLetters.latin(word)
        case 0xac00...0xd7a3:
            return Hangul.latin(word, mayBeSurname: mayBeSurname, isWhole: isWhole)
        case 0x3400...0x9fff, 0x2_0000...0x3_ffff:
            return Han.latin(word, mayBeSurname: mayBeSurname, isWhole: isWhole)
        default: return general(word)
        }
    }

    /// What ICU makes of a word, without marks.
    static func general(_ word: Substring) -> String {
        let text = String(word)
        var latin =
            text.applyingTransform(.toLatin, reverse: false)?
            .applyingTransform(.stripCombiningMarks, reverse: false) ?? ""
        // In these scripts a final consonant is read without the vowel that the letter carries:
        // Devanagari, Bengali, Gurmukhi, Gujarati, Odia.
        if let last = text.unicodeScalars.last, (0x900...0xb7f).contains(last.value),
            last.properties.generalCategory == .otherLetter, latin.hasSuffix("a"), latin.count > 2
        {
            latin.removeLast()
        }
        return latin
    }
}

/// The letters of one alphabet and how each is customarily written.
struct LetterTable: Sendable {
    private let letters: [Unicode.Scalar: String]

    /// Makes a table of pairs: letters, then what they become; `-` is nothing.
    init(_ pairs: String) {
        var letters: [Unicode.Scalar: String] = [:]
        let words = pairs.split { $0 == " " || $0 == "\n" }
        for place in stride(from: 0, to: words.count - 1, by: 2) {
            for scalar in words[place].unicodeScalars {
                letters[scalar] = words[place + 1] == "-" ? "" : String(words[place + 1])
            }
        }
        self.letters = letters
    }

    subscript(scalar: Unicode.Scalar) -> String? { letters[scalar] }

    /// A word letter by letter; what the table does not have stays.
    func latin(_ word: Substring) -> String {
        var result = ""
        for scalar in word.unicodeScalars {
            if let letters = letters[scalar] {
                result += letters
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
