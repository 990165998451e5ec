/// Finds places: those of the region by name, others after a word such as `in`.
struct PlaceRule {
    private var seen: Set<String> = []

    /// The places to draft from a paragraph that were not drafted before.
    mutating func find(in text: DraftText, organizations: [Range<Int>]) -> [Finding] {
        var findings: [Finding] = []
        var organizations = RangeSweep(organizations)
        var index = 0
        while index < text.words.count {
            let start = text.words[index].range.lowerBound
            if !organizations.covers(start),
                let place = known(at: index, in: text) ?? unknown(at: index, in: text)
            {
                for (title, range) in place.names where seen.insert(title).inserted {
                    findings.append(Finding(kind: .place, title: title, range: range))
                }
                index += place.length
            } else {
                index += 1
            }
        }
        return findings
    }

    private typealias Place = (names: [(String, Range<Int>)], length: Int)

    /// The longest name of the gazetteer at a place; `Mexico-Guatemala` names two.
    private func known(at index: Int, in text: DraftText) -> Place? {
        guard text.words[index].isCapitalized else { return nil }
        for length in stride(from: 4, through: 1, by: -1) where index + length <= text.words.count {
            let words = text.words[index..<(index + length)]
            guard !words.dropLast().contains(where: { $0.isClosed || $0.isPossessive }),
                let last = words.last
            else { continue }
            let name = (words.dropLast().map(\.core) + [last.owner]).joined(separator: " ")
            if Gazetteer.names.contains(name) {
                let start = text.words[index].range.lowerBound
                return ([(name, start..<(last.range.lowerBound + last.owner.utf8.count))], length)
            }
        }
        var start = text.words[index].range.lowerBound
        var names: [(String, Range<Int>)] = []
        let parts = text.words[index].owner.split(separator: "-")
        for part in parts {
            names.append((String(part), start..<(start + part.utf8.count)))
            start += part.utf8.count + 1
        }
        return parts.count > 1 && names.allSatisfy { Gazetteer.names.contains($0.0) }
            ? (names, 1) : nil
    }

    private static let prepositions: Set<String> = ["in", "near", "at", "outside", "throughout"]

    private static let others: Set<String> = [
        "Congress", "Spanish", "English", "Parliament", "Poloff", "Embassy", "Internet", "God",
        "Post",
    ]

    /// One to three capitalized words after a preposition.
    private func unknown(at index: Int, in text: DraftText) -> Place? {
        guard index > 0, Self.prepositions.contains(text.words[index - 1].lower),
            !text.words[index - 1].isClosed
        else { return nil }
        var end = index
        while end < text.words.count, end - index < 3, isNameWord(text.words[end]) {
            end += 1
            if text.words[end - 1].isClosed || text.words[end - 1].isPossessive { break }
        }
        guard end > index, !Self.others.contains(text.words[index].core) else { return nil }
        let start = text.words[index].range.lowerBound
        let last = text.words[end - 1]
        let range = start..<(last.range.lowerBound + last.owner.utf8.count)
        return ([(text.slice(range), range)], end - index)
    }

    private func isNameWord(_ word: DraftText.Word) -> Bool {
        word.isCapitalized && word.core.contains(where: \.isLowercase) && word.opening.isEmpty
            && !word.core.contains(".") && TelegramTime.month(named: word.core) == nil
    }
}
