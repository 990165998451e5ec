/// Finds people by the office before or after their name.
enum PersonRule {
    static func find(in text: DraftText) -> [Finding] {
        var findings: [Finding] = []
        var index = 0
        while index < text.words.count {
            let run = run(from: index, in: text)
            if run.isEmpty {
                index += 1
                continue
            }
            if let finding = titled(run, in: text) ?? followed(run, in: text) {
                findings.append(finding)
            }
            index = run.upperBound
        }
        return findings
    }

    // MARK: Words

    private static let titles: Set<String> = [
        "president", "governor", "ambassador", "minister", "secretary", "senator", "director",
        "commissioner", "prosecutor", "mayor", "judge", "general", "chief", "congressman",
        "congresswoman", "deputy", "undersecretary", "attorney", "consul", "colonel", "captain",
        "magistrate", "representative", "coordinator", "delegate", "rector", "professor", "bishop",
        "archbishop", "ombudsman", "inspector",
    ]

    private static let honorifics: Set<String> = [
        "dr.", "dr", "mr.", "mrs.", "ms.", "lic.", "ing.", "prof.",
    ]

    private static let offices: Set<String> = titles.union([
        "head", "spokesman", "spokeswoman", "spokesperson", "member", "officer", "leader",
        "founder", "coordinator",
    ])

    private static let particles: Set<String> = [
        "de", "la", "del", "los", "las", "y", "van", "von",
    ]

    private static let openers: Set<String> = [
        "the", "a", "an", "while", "these", "those", "both", "in", "on", "at", "but", "and", "when",
        "as", "with", "for", "from", "he", "she", "they", "we", "it", "his", "her", "their", "our",
        "although", "after", "before", "following", "according", "speakers", "once", "during",
    ]

    /// Words with which a name of an institution goes on where a person's would stand.
    private static let institutions: Set<String> = [
        "office", "ministry", "commission", "institute", "unit", "department", "report", "law",
        "police", "border", "assembly", "council", "program", "conference", "agency",
    ]

    /// The longest stretch of capitalized words from a place, with the particles inside it.
    private static func run(from start: Int, in text: DraftText) -> Range<Int> {
        var first = start
        let opener = text.words[start]
        if openers.contains(opener.lower) || TelegramTime.month(named: opener.core) != nil {
            first += 1
        }
        guard first < text.words.count, first == start || !text.words[start].isClosed else {
            return start..<start
        }
        var end = first
        var last = first
        while end < text.words.count {
            let word = text.words[end]
            let isParticle = end > first && particles.contains(word.lower) && !word.isClosed
            guard word.isCapitalized || isParticle,
                end == first || word.opening.isEmpty,
                !word.isCapitalized || isNameWord(word)
            else { break }
            end += 1
            if word.isCapitalized { last = end }
            if word.isClosed || word.isPossessive { break }
        }
        return first..<last
    }

    private static func isNameWord(_ word: DraftText.Word) -> Bool {
        word.core.allSatisfy { $0.isLetter || ".-'’".contains($0) }
    }

    /// `CNDH President Dr. Jose Luis Soberanes`: an office, then a name.
    private static func titled(_ run: Range<Int>, in text: DraftText) -> Finding? {
        let words = text.words
        let isOffice = { (index: Int) in titles.contains(words[index].lower) }
        let title = run.last(where: isOffice)
        let honorific = run.last { honorifics.contains(words[$0].lower) }
        guard let before = [title, honorific].compactMap(\.self).max() else { return nil }
        let name = (before + 1)..<run.upperBound
        guard isName(name, in: text) else { return nil }
        var detail = Draft.Detail()
        if let title { detail.office = text.slice(text.span(run.lowerBound..<(title + 1))) }
        return Finding(
            kind: .person,
            title: cut(text.slice(text.span(name))),
            detail: detail,
            range: text.span(run)
        )
    }

    /// `Jose Luis Santiago, chief of the unit, …`: a name, then an office.
    private static func followed(_ run: Range<Int>, in text: DraftText) -> Finding? {
        let words = text.words
        guard run.count >= 2, words[run.upperBound - 1].closing == ",", isName(run, in: text) else {
            return nil
        }
        var start = run.upperBound
        if start < words.count, ["the", "a", "an"].contains(words[start].lower) { start += 1 }
        guard start < words.count,
            words[start..<min(start + 3, words.count)].contains(where: {
                offices.contains($0.lower)
            })
        else { return nil }
        var end = start
        while end < words.count, end - start < 20 {
            end += 1
            if words[end - 1].isClosed { break }
        }
        guard words[start..<end].contains(where: { offices.contains($0.lower) }) else { return nil }
        var detail = Draft.Detail()
        detail.office = text.slice(text.span(start..<end))
        return Finding(
            kind: .person,
            title: text.slice(text.span(run)),
            detail: detail,
            range: text.span(run.lowerBound..<end)
        )
    }

    private static func isName(_ indices: Range<Int>, in text: DraftText) -> Bool {
        (1...6).contains(indices.count)
            && indices.allSatisfy {
                let word = text.words[$0]
                return !OrganizationRule.isAcronym(word.owner)
                    && !titles.contains(word.owner.lowercased())
                    && !institutions.contains(word.lower)
            }
    }

    private static func cut(_ name: String) -> String {
        name.hasSuffix("'s") || name.hasSuffix("’s") ? String(name.dropLast(2)) : name
    }
}
