/// A paragraph cut into words that know where they stand.
struct DraftText {
    /// A word, with the punctuation around it.
    struct Word {
        /// The word without punctuation, but with the stop of an abbreviation such as `Dr.` has.
        let core: String
        /// The word in small letters.
        let lower: String
        /// Where the word stands, in UTF-8 bytes.
        let range: Range<Int>
        /// The punctuation before it.
        let opening: String
        /// The punctuation after it.
        let closing: String
        /// Whether a sentence ends after it.
        var endsSentence = false

        /// The word without `'s`.
        var owner: String {
            core.hasSuffix("'s") || core.hasSuffix("’s") ? String(core.dropLast(2)) : core
        }

        var isPossessive: Bool { owner.utf8.count < core.utf8.count }

        /// Whether it begins with a capital.
        var isCapitalized: Bool { core.first?.isUppercase == true }

        /// Whether something stands between it and the next word.
        var isClosed: Bool { !closing.isEmpty }
    }

    let text: String
    let words: [Word]
    /// The words of each sentence, as ranges of indices in `words`.
    let sentences: [Range<Int>]
    /// Whether there are capitals only.
    let isInCapitals: Bool
    private let bytes: [UInt8]

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
        isInCapitals = text.isCapitals
        var words: [Word] = []
        var start = 0
        while start < bytes.count {
            if Self.isBlank(bytes[start]) {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, !Self.isBlank(bytes[end]) { end += 1 }
            if let word = Self.word(bytes, start..<end) { words.append(word) }
            start = end
        }
        var sentences: [Range<Int>] = []
        var first = 0
        for index in words.indices {
            let isLast = index + 1 == words.count
            let stops = words[index].closing.contains { ".?!".contains($0) }
            let opensNext = isLast || words[index + 1].core.first?.isLowercase == false
            guard isLast || (stops && opensNext) else { continue }
            words[index].endsSentence = true
            sentences.append(first..<(index + 1))
            first = index + 1
        }
        self.words = words
        self.sentences = sentences
    }

    /// The text of some of its bytes.
    func slice(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The bytes from one word's first to another's last.
    func span(_ indices: Range<Int>) -> Range<Int> {
        words[indices.lowerBound].range.lowerBound..<words[indices.upperBound - 1].range.upperBound
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09
    }

    private static let openings = Set("([{\"'“‘$<".utf8)
    private static let closings = Set(")]}\"',;:.?!%>".utf8)
    private static let abbreviations: Set<String> = [
        "dr", "mr", "mrs", "ms", "lic", "ing", "gen", "col", "sen", "rep", "gov", "st", "no",
        "prof",
    ]

    private static func word(_ bytes: [UInt8], _ range: Range<Int>) -> Word? {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, openings.contains(bytes[lower]) { lower += 1 }
        while upper > lower, closings.contains(bytes[upper - 1]) { upper -= 1 }
        guard lower < upper else { return nil }
        if upper < range.upperBound, bytes[upper] == 0x2E {
            let core = String(decoding: bytes[lower..<upper], as: UTF8.self)
            if core.contains(".") || abbreviations.contains(core.lowercased())
                || (core.utf8.count == 1 && core.first?.isUppercase == true)
            {
                upper += 1
            }
        }
        let core = String(decoding: bytes[lower..<upper], as: UTF8.self)
        return Word(
            core: core,
            lower: core.lowercased(),
            range: lower..<upper,
            opening: String(decoding: bytes[range.lowerBound..<lower], as: UTF8.self),
            closing: String(decoding: bytes[upper..<range.upperBound], as: UTF8.self)
        )
    }
}
