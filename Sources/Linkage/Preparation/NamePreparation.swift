/// Names to comparable form: words in ASCII without what is no part of a name, each with its role.
enum NamePreparation {
    /// The words of a name and the part each was written as.
    ///
    /// - Parameters:
    ///   - value: UTF-8, as written.
    ///   - kind: One of the three kinds of names.
    ///   - steps: Told of each step that changed something.
    /// - Returns: The words in the order written; none when the value is missing.
    static func words(
        of value: Span<UInt8>,
        kind: FieldKind,
        steps: inout StepRecorder
    ) -> [(letters: [UInt8], role: NameRole)] {
        guard !MissingValue.isName(value) else {
            steps.note(.missing, "")
            return []
        }
        var words = NameWord.words(of: folded(value, kind: kind, steps: &steps))
        steps.note(.letters, text(words))
        expand(&words, kind: kind)
        steps.note(.abbreviations, text(words))
        let all = words
        // `Clifford, 1st baron`: what comes after the comma are no given names.
        let isTitled = words.contains { $0.part > 0 && $0.followsNumber }
        if !joinChinese(&words, kind: kind) {
            separateCompounds(&words)
            steps.note(.compounds, text(words))
            leaveOut(&words, kind: kind)
            steps.note(.leftOut, text(words))
            joinPrefixes(&words, kind: kind)
            steps.note(.joined, text(words))
            // A name made only of such words is kept as it is: `Du` alone is a surname.
            if words.isEmpty { words = all }
        } else {
            steps.note(.chinese, text(words))
        }
        return roles(words, kind: isTitled ? .other : kind)
    }

    private static func text(_ words: [NameWord]) -> String {
        words.map(\.text).joined(separator: " ")
    }

    private static func folded(
        _ value: Span<UInt8>,
        kind: FieldKind,
        steps: inout StepRecorder
    ) -> [UInt8] {
        var result: [UInt8] = []
        if let mended = Mojibake.mended(value) {
            steps.note(.mended, String(decoding: mended, as: UTF8.self))
            if Letters.fold(mended.span, into: &result) { return result }
        }
        if Letters.fold(value, into: &result) { return result }
        let text = unsafe value.withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
        let latin = Transliteration.latin(text, kind: kind)
        steps.note(.alphabet, latin)
        _ = Letters.fold(Array(latin.utf8).span, into: &result)
        return result
    }

    private static func expand(_ words: inout [NameWord], kind: FieldKind) {
        for place in words.indices {
            if words[place].traits.contains(.abbreviation),
                let whole = WordTraits.abbreviations[words[place].text]
            {
                words[place].letters = Array(whole.utf8)
                words[place].traits = .of(words[place].letters)
            }
            // `Salah ud-Din` and `Salah al Din` are Salah Uddin.
            if place + 1 < words.count, faiths.contains(words[place + 1].text),
                articles.contains(words[place].text)
            {
                words[place + 1].letters = Array("uddin".utf8)
                words[place].letters = []
            }
            // `Ma. Elena` is María Elena; `Ma` alone, or as a surname, is Chinese.
            if words[place].letters == ma, kind != .surnames,
                words[place].hasPeriod || kind == .givenNames && place + 1 < words.count
            {
                words[place].letters = Array("maria".utf8)
                words[place].traits = []
            }
        }
        words.removeAll { $0.letters.isEmpty }
    }

    private static let faiths: Set<String> = ["din", "deen", "dine"]
    private static let articles: Set<String> = ["ud", "al", "el", "ed", "ad"]
    private static let servant = Array("abdul".utf8)
    private static let godsNames: Set<String> = ["allah", "ullah", "lah", "llah"]
    private static let ma = Array("ma".utf8)

    /// Makes one word of the given name of a Chinese name; the surname stays apart.
    ///
    /// - Returns: Whether it is a Chinese name of which nothing else need be left out.
    private static func joinChinese(_ words: inout [NameWord], kind: FieldKind) -> Bool {
        guard words.count >= 2, words.count <= 4,
            words.allSatisfy({ !$0.traits.isDisjoint(with: [.syllable, .chineseSurname]) })
        else { return false }
        switch kind {
        case .givenNames:
            guard words.count == 2 else { return false }
            join(&words, 0..<2)
        case .fullName:
            if words.contains(where: { $0.part > 0 }) {
                let given = words.indices.filter { words[$0].part == 1 }
                if given.count == 2 { join(&words, given[0]..<given[1] + 1) }
                return true
            }
            if words.count >= 3, ChineseSpelling.compounds.contains(words[0].text + words[1].text) {
                join(&words, 0..<2)
            }
            guard words.count == 3 else { return words.count == 2 }
            if words[0].hasHyphen != words[1].hasHyphen {
                join(&words, words[0].hasHyphen ? 0..<2 : 1..<3)
            } else if words[0].traits.contains(.chineseSurname) {
                join(&words, 1..<3)
            } else if words[2].traits.contains(.chineseSurname) {
                join(&words, 0..<2)
            } else {
                return false
            }
        default: return false
        }
        return true
    }

    private static func join(_ words: inout [NameWord], _ range: Range<Int>) {
        var joined = words[range.lowerBound]
        joined.letters = words[range].flatMap(\.letters)
        joined.traits = []
        words.replaceSubrange(range, with: [joined])
    }

    private static func separateCompounds(_ words: inout [NameWord]) {
        guard words.contains(where: { $0.letters.count >= 7 }) else { return }
        words = words.flatMap { word -> [NameWord] in
            guard word.letters.count >= 7, let parts = NameCompounds.parts(of: word.letters) else {
                return [word]
            }
            return parts.map { letters in
                var part = word
                part.letters = letters
                part.traits = .of(letters)
                return part
            }
        }
    }

    private static func leaveOut(_ words: inout [NameWord], kind: FieldKind) {
        guard words.contains(where: { !$0.traits.isEmpty || $0.followsNumber }) else { return }
        let last = words.count - 1
        words = words.enumerated().filter { place, word in
            let traits = word.traits
            if traits.contains(.remark), last > 0 { return false }
            let mayBegin = traits.contains(.innerParticle) && kind == .fullName && place == 0
            if traits.contains(.particle), !mayBegin, place < last || kind != .givenNames {
                return false
            }
            if traits.contains(.surnameParticle), kind == .surnames, place > 0, place < last {
                return false
            }
            if word.followsNumber { return false }
            if traits.contains(.title), last > 0, place == 0 || word.hasPeriod { return false }
            let endsPart = place == last || words[place + 1].part > word.part || word.hasPeriod
            return !(traits.contains(.suffix) && place > 0 && (endsPart || word.part > 1))
        }.map(\.element)
    }

    private static func joinPrefixes(_ words: inout [NameWord], kind: FieldKind) {
        var place = 0
        while place + 1 < words.count {
            if words[place].letters == servant, godsNames.contains(words[place + 1].text) {
                words[place].letters = servant.dropLast(2) + Array("ullah".utf8)
                words.remove(at: place + 1)
            }
            guard place + 1 < words.count else { break }
            let isSaint = words[place].letters.first == UInt8(ascii: "s")
            if words[place].traits.contains(.prefix), !(isSaint && kind == .givenNames),
                let prefix = WordTraits.prefixes[words[place].text],
                words[place + 1].part == words[place].part
            {
                words[place + 1].letters = Array(prefix.utf8) + words[place + 1].letters
                words[place + 1].traits = []
                words.remove(at: place)
            } else {
                place += 1
            }
        }
        for place in words.indices where words[place].letters.count >= 5 {
            words[place].letters = NameCompounds.withWholePrefix(words[place].letters)
        }
    }

    private static func roles(
        _ words: [NameWord],
        kind: FieldKind
    ) -> [(letters: [UInt8], role: NameRole)] {
        switch kind {
        case .givenNames: return words.map { ($0.letters, .given) }
        case .surnames: return words.map { ($0.letters, .surname) }
        case .fullName: break
        default: return words.map { ($0.letters, .either) }
        }
        // `López Díaz, Ana`: before the comma are the surnames.
        let hasOrder = words.contains { $0.part == 0 } && words.contains { $0.part == 1 }
        return words.map { word in
            let role: NameRole = word.part == 0 ? .surname : word.part == 1 ? .given : .either
            return (word.letters, hasOrder ? role : .either)
        }
    }
}
