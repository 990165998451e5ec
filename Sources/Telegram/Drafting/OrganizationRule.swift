/// Finds organizations by their acronyms.
///
/// `National Commission for Human Rights (CNDH)` introduces an acronym; elsewhere an acronym stands
/// by itself. What is introduced in small letters, as in `trafficking in persons (TIP)`, is a
/// subject and no organization.
struct OrganizationRule {
    private struct Introduction {
        let title: String
        let paragraph: Int
        let range: Range<Int>
    }

    private var introductions: [String: Introduction] = [:]
    private var named: [Int: [Range<Int>]] = [:]
    private var subjects: Set<String> = []
    private var seen: Set<String> = []

    init(texts: [DraftText]) {
        for (paragraph, text) in texts.enumerated() where !text.isInCapitals {
            for index in text.words.indices {
                let word = text.words[index]
                guard word.opening.hasSuffix("("), word.closing.hasPrefix(")"), index > 0,
                    Self.isAcronym(word.core), introductions[word.core] == nil
                else { continue }
                if let start = Self.start(ofNameBefore: index, in: text) {
                    let range =
                        text.words[start].range.lowerBound..<(word.range.upperBound + 1)
                    named[paragraph, default: []].append(range)
                    introductions[word.core] = Introduction(
                        title: text.slice(text.span(start..<index)),
                        paragraph: paragraph,
                        range: range
                    )
                } else {
                    subjects.insert(word.core)
                }
            }
        }
    }

    /// Where the organizations introduced in a paragraph are named.
    func ranges(in paragraph: Int) -> [Range<Int>] {
        named[paragraph] ?? []
    }

    /// The organizations to draft from a paragraph.
    mutating func find(in text: DraftText, paragraph: Int) -> [Finding] {
        var findings: [Finding] = []
        for word in text.words {
            guard let acronym = Self.acronym(in: word), !subjects.contains(acronym),
                !Self.otherAcronyms.contains(acronym)
            else { continue }
            var detail = Draft.Detail()
            detail.acronym = acronym
            if let introduction = introductions[acronym] {
                guard introduction.paragraph == paragraph, seen.insert(acronym).inserted else {
                    continue
                }
                findings.append(
                    Finding(
                        kind: .organization,
                        title: introduction.title,
                        detail: detail,
                        range: introduction.range
                    )
                )
            } else if seen.insert(acronym).inserted {
                let start = word.range.lowerBound
                findings.append(
                    Finding(
                        kind: .organization,
                        title: KnownOrganizations.names[acronym] ?? acronym,
                        detail: detail,
                        range: start..<(start + acronym.utf8.count)
                    )
                )
            }
        }
        return findings
    }

    // MARK: Words

    static func isAcronym(_ word: String) -> Bool {
        (2...6).contains(word.utf8.count) && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// The acronym of `PGR`, `PGR's` or `USAID-sponsored`.
    private static func acronym(in word: DraftText.Word) -> String? {
        let owner = word.owner
        let head = owner.split(separator: "-", maxSplits: 1).first.map(String.init) ?? owner
        let tail = owner.dropFirst(head.count + 1)
        return isAcronym(head) && !tail.contains(where: \.isUppercase) ? head : nil
    }

    private static let otherAcronyms: Set<String> = [
        "AIDS", "AM", "ASAP", "DNA", "FYI", "GDP", "GMT", "HIV", "ID", "II", "III", "IV", "NGO",
        "OK", "PM", "REF", "SBU", "TIP", "TV", "US", "VI", "VII", "XI",
    ]

    private static let institutions: Set<String> = [
        "office", "ministry", "commission", "police", "institute", "department", "agency", "unit",
        "directorate", "secretariat", "court", "committee",
    ]

    private static let links: Set<String> = ["of", "for", "and", "de", "y", "del", "para", "on"]

    /// The first word of the name that stands before an acronym, or nil when none does.
    private static func start(ofNameBefore index: Int, in text: DraftText) -> Int? {
        let acronym = text.words[index].core
        var start = index
        var best: Int?
        var place = index - 1
        while place >= 0, index - place <= 10 {
            let word = text.words[place]
            let isName = word.isCapitalized && !(word.lower == "the" || word.lower == "a")
            let isInstitution = place == index - 1 && institutions.contains(word.lower)
            guard isName || isInstitution || (links.contains(word.lower) && place < index - 1),
                !word.isClosed
            else { break }
            // In "Mexico's National Commission" the owner is not part of the name.
            if word.isPossessive, text.words[place + 1].isCapitalized { break }
            if isName { start = place }
            if isName, initials(of: text.words[place..<index]) == acronym { best = place }
            place -= 1
            if !word.opening.isEmpty { break }
        }
        guard start < index else { return nil }
        // The initials tell where the name begins, but for the country before it.
        if let best, best > 0, text.words[best - 1].core == "U.S." { return best - 1 }
        return best ?? start
    }

    private static func initials(of words: ArraySlice<DraftText.Word>) -> String {
        String(words.filter(\.isCapitalized).compactMap(\.core.first))
    }
}
