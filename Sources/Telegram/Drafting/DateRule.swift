/// Finds days and runs of days: `June 14-15`, `On June 14 and 15`, `22-29 September 1977`.
enum DateRule {
    /// Finds the dates of a paragraph; those without a year are of the year of the telegram.
    static func find(in text: DraftText, sent: TelegramTime?) -> [Finding] {
        var findings: [Finding] = []
        var index = 0
        while index < text.words.count {
            if let (finding, end) = date(at: index, in: text, sent: sent) {
                findings.append(finding)
                index = end
            } else {
                index += 1
            }
        }
        return findings
    }

    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
        "sept", "oct", "nov", "dec", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.",
    ]

    private static func date(
        at index: Int,
        in text: DraftText,
        sent: TelegramTime?
    ) -> (Finding, end: Int)? {
        let words = text.words
        guard index + 1 < words.count, !words[index].isClosed || words[index].closing == "." else {
            return nil
        }
        let month: Int
        var days: ClosedRange<Int>
        var end = index + 2
        if let named = self.month(words[index]), let found = self.days(words[index + 1]) {
            month = named
            days = found
            // "June 14 and 15": the second number is a day unless it counts something.
            if !words[end - 1].isClosed, end + 1 < words.count, words[end].lower == "and",
                let second = self.days(words[end + 1]), second.lowerBound > days.upperBound,
                FigureRule.figure(at: end + 1, in: text) == nil
            {
                days = days.lowerBound...second.upperBound
                end += 2
            }
        } else if let found = self.days(words[index]), let named = self.month(words[index + 1]) {
            month = named
            days = found
        } else {
            return nil
        }
        var year = sent?.year
        if end < words.count, [",", ""].contains(words[end - 1].closing),
            words[end].core.utf8.count == 4, let printed = Int(words[end].core),
            (1900...2099).contains(printed)
        {
            year = printed
            end += 1
        }
        let range = text.span(index..<end)
        var detail = Draft.Detail()
        if let year {
            detail.from = day(year, month, days.lowerBound)
            detail.through = day(year, month, days.upperBound)
        }
        return (Finding(kind: .date, title: text.slice(range), detail: detail, range: range), end)
    }

    private static func month(_ word: DraftText.Word) -> Int? {
        guard word.isCapitalized, months.contains(word.lower) else { return nil }
        return TelegramTime.month(named: word.core.filter { $0 != "." })
    }

    /// `14` or `14-15`.
    private static func days(_ word: DraftText.Word) -> ClosedRange<Int>? {
        guard word.core.utf8.count <= 5, word.opening.isEmpty else { return nil }
        let parts = word.core.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.isDigits ? Int($0) : nil }
        guard numbers.count == parts.count, (1...2).contains(numbers.count),
            numbers.allSatisfy((1...31).contains), let first = numbers.first,
            let last = numbers.last, first <= last
        else { return nil }
        return first...last
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        TelegramTime(year: year, month: month, day: day, hour: 0, minute: 0).map {
            String($0.description.prefix(10))
        }
    }
}
