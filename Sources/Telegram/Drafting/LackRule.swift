/// Finds challenges that the text states as a lack: `the lack of a law`, `poor cooperation`,
/// `still lacks a framework`.
enum LackRule {
    /// Finds what a paragraph says is lacking, but for what a list of challenges already gave.
    static func find(in text: DraftText, outside taken: [Range<Int>]) -> [Finding] {
        var findings: [Finding] = []
        var taken = RangeSweep(taken)
        var index = 0
        while index < text.words.count {
            guard let length = opening(at: index, in: text),
                !taken.covers(text.words[index].range.lowerBound)
            else {
                index += 1
                continue
            }
            let end = end(after: index + length, in: text)
            let isVerb = text.words[index].lower == "lacks"
            if end > index + length {
                let range = text.span(index..<end)
                let hasArticle = ["a", "an", "the"].contains(text.words[index + 1].lower)
                let noun = index + (hasArticle && end > index + 2 ? 2 : 1)
                let rest = text.slice(text.span(noun..<end))
                findings.append(
                    Finding(
                        kind: .challenge,
                        title: isVerb ? "lack of \(rest)" : text.slice(range),
                        range: range
                    )
                )
            }
            index = max(end, index + 1)
        }
        return findings
    }

    private static let adjectives: Set<String> = ["poor", "insufficient", "inadequate", "weak"]

    /// How many words the opening at a place has, or nil when there is none.
    private static func opening(at index: Int, in text: DraftText) -> Int? {
        let word = text.words[index]
        guard !word.isClosed else { return nil }
        if ["lack", "absence", "shortage"].contains(word.lower), index + 1 < text.words.count,
            text.words[index + 1].lower == "of"
        {
            return 2
        }
        if word.lower == "lacks" { return 1 }
        // An adjective opens a complaint only where one is listed: "law and poor cooperation".
        guard adjectives.contains(word.lower), index > 0, text.words[index - 1].lower == "and",
            !["and", "or", "enough", "in"].contains(
                text.words[min(index + 1, text.words.count - 1)].lower
            )
        else { return nil }
        return 1
    }

    /// The clause ends at punctuation, or before `and` with another opening.
    private static func end(after start: Int, in text: DraftText) -> Int {
        var end = start
        while end < text.words.count, end - start < 25 {
            if text.words[end].lower == "and", opening(at: end + 1, bounded: text) { break }
            end += 1
            if text.words[end - 1].isClosed { break }
        }
        return end
    }

    private static func opening(at index: Int, bounded text: DraftText) -> Bool {
        index < text.words.count && opening(at: index, in: text) != nil
    }
}
