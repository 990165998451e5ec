/// Finds lists of challenges, remedies and programmes whose items are parted by semicolons.
///
/// Such a list follows a word that says what is listed and an opener: `challenges, including: …;
/// …; and …`.
enum ClauseListRule {
    private static let keywords: [(stem: String, kind: Draft.Kind)] = [
        ("challenge", .challenge), ("obstacle", .challenge), ("problem", .challenge),
        ("difficult", .challenge), ("barrier", .challenge), ("shortcoming", .challenge),
        ("remed", .remedy), ("recommend", .remedy), ("solution", .remedy), ("proposal", .remedy),
        ("answer", .remedy),
        ("program", .programme), ("initiative", .programme), ("project", .programme),
    ]

    static func find(in text: DraftText) -> [Finding] {
        text.sentences.flatMap { find(in: $0, of: text) }
    }

    private static func find(in sentence: Range<Int>, of text: DraftText) -> [Finding] {
        let words = text.words
        guard let firstBreak = sentence.first(where: { words[$0].closing.contains(";") }) else {
            return []
        }
        var kind: Draft.Kind?
        var start: Int?
        for index in sentence.lowerBound..<firstBreak {
            if let found = keywords.first(where: { words[index].lower.hasPrefix($0.stem) }) {
                kind = found.kind
            }
            if kind != nil, opens(index, words) {
                start = index + 1
                break
            }
        }
        guard let kind, var start else { return [] }
        var findings: [Finding] = []
        for index in start..<sentence.upperBound {
            let isEnd = words[index].closing.contains(";") || index + 1 == sentence.upperBound
            guard isEnd else { continue }
            if ["and", "or"].contains(words[start].lower), start < index { start += 1 }
            findings.append(item(start..<(index + 1), kind, text))
            start = index + 1
        }
        return findings
    }

    /// Whether a list begins after a word: at a colon, or after `including`, `such as`, `were`.
    private static func opens(_ index: Int, _ words: [DraftText.Word]) -> Bool {
        let word = words[index]
        if word.closing.contains(":") { return true }
        // With a colon, the list begins after the colon and not before: `including the following:`.
        guard !word.isClosed else { return false }
        switch word.lower {
        case "including", "include", "included", "includes": return true
        case "as": return index > 0 && words[index - 1].lower == "such"
        default: return false
        }
    }

    private static func item(
        _ indices: Range<Int>,
        _ kind: Draft.Kind,
        _ text: DraftText
    ) -> Finding {
        let range = text.span(indices)
        var title = indices
        if ["the", "a", "an"].contains(text.words[title.lowerBound].lower), title.count > 1 {
            title = (title.lowerBound + 1)..<title.upperBound
        }
        return Finding(kind: kind, title: text.slice(text.span(title)), range: range)
    }
}
