/// Drafts records from the text of a telegram.
///
/// The rules look at words alone: they know no telegram in particular, and they err. Nothing they
/// draft is a fact until a person has accepted it.
public enum Drafter {
    /// Drafts what the paragraphs of a telegram state.
    ///
    /// An organization or a place is drafted once, where it is first named in full. Paragraphs in
    /// capitals only, as teleprinters wrote them, give figures, dates and lists, since names cannot
    /// be told from other words there.
    ///
    /// - Parameter telegram: A telegram as read by ``TelegramReader``.
    /// - Returns: The drafts, in the order of the text.
    public static func drafts(of telegram: Telegram) -> [Draft] {
        let texts = telegram.paragraphs.map { DraftText($0.text) }
        var drafts: [Draft] = []
        var organizations = OrganizationRule(texts: texts)
        var places = PlaceRule()
        for (index, text) in texts.enumerated() {
            let dates = DateRule.find(in: text, sent: telegram.dateTime)
            let lists = ClauseListRule.find(in: text)
            var found = dates + lists
            found += LackRule.find(in: text, outside: lists.map(\.range))
            found += FigureRule.find(in: text, outside: dates.map(\.range))
            if !text.isInCapitals {
                found += organizations.find(in: text, paragraph: index)
                found += PersonRule.find(in: text)
                found += places.find(in: text, organizations: organizations.ranges(in: index))
            }
            drafts += found.sorted {
                ($0.range.lowerBound, $0.range.upperBound)
                    < ($1.range.lowerBound, $1.range.upperBound)
            }
            .map { $0.draft(in: telegram.reference, paragraph: index + 1) }
        }
        return drafts
    }
}

/// What a rule found in one paragraph.
struct Finding {
    let kind: Draft.Kind
    let title: String
    var detail = Draft.Detail()
    let range: Range<Int>

    func draft(in reference: String?, paragraph: Int) -> Draft {
        let place = "\(range.lowerBound)-\(range.upperBound)"
        return Draft(
            id: "\(reference ?? "telegram")/\(paragraph)/\(place)/\(kind.rawValue)",
            kind: kind,
            title: title,
            detail: detail,
            paragraph: paragraph,
            range: range
        )
    }
}
