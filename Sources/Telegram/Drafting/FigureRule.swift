/// Finds figures: a number, in digits or words, and what it counts.
enum FigureRule {
    /// Finds the figures of a paragraph, but for the numbers of dates, which count nothing.
    static func find(in text: DraftText, outside dates: [Range<Int>]) -> [Finding] {
        var findings: [Finding] = []
        var dates = RangeSweep(dates)
        for index in text.words.indices {
            let place = text.words[index].range.lowerBound
            if !dates.covers(place), let finding = figure(at: index, in: text) {
                findings.append(finding)
            }
        }
        return findings
    }

    private static let numerals: [String: Double] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
        "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    private static let multipliers: [String: Double] = [
        "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
    ]

    private static let qualifiers: [[String]] = [
        ["more", "than"], ["fewer", "than"], ["less", "than"], ["at", "least"], ["up", "to"],
        ["as", "many", "as"], ["about"], ["around"], ["some"], ["nearly"], ["almost"], ["over"],
        ["approximately"], ["roughly"],
    ]

    /// Words before a number that name a thing by it rather than count.
    private static let namers: Set<String> = [
        "paragraph", "para", "paras", "section", "article", "articles", "no.", "number", "chapter",
        "room", "ref", "flight", "page",
    ]

    private static let irregularPlurals: Set<String> = [
        "people", "women", "men", "children", "percent",
    ]

    /// Words that cannot stand between a number and what it counts.
    private static let stops: Set<String> = [
        "a", "an", "the", "of", "in", "on", "at", "to", "and", "or", "is", "was", "has", "its",
        "this", "his", "as", "by", "for", "with", "from", "per", "that", "which", "whose",
    ]

    static func figure(at index: Int, in text: DraftText) -> Finding? {
        let words = text.words
        guard var amount = amount(words[index]),
            index == 0 || !namers.contains(words[index - 1].lower)
        else { return nil }
        var end = index + 1
        if end < words.count, !words[index].isClosed, let times = multipliers[words[end].lower] {
            amount *= times
            end += 1
        }
        var detail = Draft.Detail()
        detail.amount = amount
        if words[index].opening.hasSuffix("$") {
            detail.unit = "dollars"
        } else if words[index].closing.hasPrefix("%") {
            detail.unit = "percent"
        } else if let unitEnd = endOfUnit(from: end, in: words) {
            detail.unit = text.slice(text.span(end..<unitEnd))
            end = unitEnd
            if end + 1 < words.count, !words[end - 1].isClosed,
                ["a", "per", "each", "every"].contains(words[end].lower),
                ["day", "week", "month", "year"].contains(words[end + 1].lower)
            {
                detail.per = words[end + 1].lower
                end += 2
            }
        } else {
            return nil
        }
        var start = index
        for qualifier in qualifiers where index >= qualifier.count {
            let before = (index - qualifier.count)..<index
            if words[before].map(\.lower) == qualifier, !words[before].contains(where: \.isClosed) {
                detail.qualifier = qualifier.joined(separator: " ")
                start = before.lowerBound
                break
            }
        }
        let range = text.span(start..<end)
        return Finding(kind: .figure, title: text.slice(range), detail: detail, range: range)
    }

    private static func amount(_ word: DraftText.Word) -> Double? {
        if let numeral = numerals[word.lower] { return numeral }
        guard word.core.utf8.count <= 15, word.core.first?.isNumber == true,
            word.core.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E })
        else { return nil }
        // Four bare digits of these centuries are a year.
        if word.core.utf8.count == 4, let year = Int(word.core), (1900...2099).contains(year),
            !word.opening.hasSuffix("$")
        {
            return nil
        }
        return Double(String(word.core.filter { $0 != "," }))
    }

    /// Whether a plural goes on as in `branches of government`.
    private static func hasComplement(after index: Int, in words: [DraftText.Word]) -> Bool {
        guard index + 2 < words.count, !words[index].isClosed, words[index + 1].core == "of",
            !stops.contains(words[index + 2].lower)
        else { return false }
        return words[index + 2].core.allSatisfy { $0.isLowercase }
    }

    /// The end of up to three words of which the last is a plural.
    private static func endOfUnit(from start: Int, in words: [DraftText.Word]) -> Int? {
        guard start > 0, !words[start - 1].isClosed else { return nil }
        for index in start..<min(start + 3, max(start, words.count)) {
            let word = words[index]
            guard word.opening.isEmpty, !stops.contains(word.lower),
                word.core.allSatisfy({ $0.isLetter || $0 == "-" })
            else { return nil }
            let isPlural =
                word.lower.hasSuffix("s") && !word.lower.hasSuffix("ss")
                && word.lower.utf8.count > 3 && !word.lower.hasSuffix("ous")
            if isPlural || irregularPlurals.contains(word.lower) {
                return hasComplement(after: index, in: words) ? index + 3 : index + 1
            }
            if word.isClosed { return nil }
        }
        return nil
    }
}
