import Casework
import Coalition

/// One flag, what was said of it, and the form to say more.
enum FlagPage {
    static let page = Page(.seeFlags) { visit in
        let id = try visit.identifier("flag", of: OpeningFlag.self)
        let reader = visit.member.id
        return try await visit.read(.seeFlags) { desk, commons, _ in
            let line = desk.flags[id].flatMap { FlagLine($0, desk, commons, reader: reader) }
            guard let line else { throw Refusal.notFound }
            return line
        }
    } view: { (model: FlagLine, screen) in
        let words = screen.words
        let heading = words("flags.one", ["entry": words.number(model.entry)])
        return Layout.page(
            heading,
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty
        ) {
            backLink(words("flags.title"), "/flags")
            h1 { heading }
            p { model.tag(words) }
            summaryList(rows(model, words), words)
            for pattern in model.patterns {
                notice(.info) {
                    p { strong { words("pattern.\(pattern.rawValue)") } }
                    p { FlagList.why(pattern, words) }
                }
            }
            if !model.reviews.isEmpty {
                card(words("flags.reviews")) {
                    timeline(model.reviews.map { item($0, words) }, words)
                }
            }
            if model.isOwn {
                notice(.caution) { p { words("refusal.ownOpening") } }
            } else if screen.permitted.contains(.reviewFlag) {
                card(words("flags.review")) { form(model, screen) }
            }
        }
    }

    static let review = Form(.reviewFlag, on: page) { fields, visit in
        let words = fields.text("words", max: 1000, lines: true)
        return words.map { Said(words: $0) }
    } perform: { (said: Said, visit) in
        let command = ReviewFlag(flag: try visit.identifier("flag"), words: said.words)
        try await visit.node.perform(command, by: visit.member)
        return Done()
    } next: { _, visit in
        "/flags/\(try visit.word("flag"))"
    }

    /// What a coordinator found.
    struct Said: Decodable, Sendable {
        var words: String
    }

    private static func rows(_ model: FlagLine, _ words: Words) -> [SummaryRow] {
        var rows = [
            SummaryRow(words("flags.column.when"), HTML.moment(model.at, words)),
            SummaryRow(words("flags.column.who"), model.who.text(words)),
            SummaryRow(
                words("flags.column.openings"),
                FlagLine.entries(model.openings, words)
            ),
        ]
        if !model.dossiers.isEmpty {
            rows.append(SummaryRow(words("flags.dossiers"), dossiers(model.dossiers)))
        }
        return rows
    }

    private static func dossiers(_ dossiers: [FlagLine.Dossier]) -> HTML {
        ul(.class("plain-list")) {
            for dossier in dossiers {
                li { a(.href("/dossiers/\(dossier.id)/openings")) { dossier.reference } }
            }
        }
    }

    private static func item(_ review: FlagLine.Review, _ words: Words) -> TimelineItem {
        TimelineItem(
            review.at,
            review.who.text(words),
            detail: p(.class("lines")) { review.words }
        )
    }

    private static func form(_ model: FlagLine, _ screen: Screen) -> HTML {
        let words = screen.words
        let form = screen.form(labels: ["words": words("flags.found")])
        return HTML {
            p { words("flags.reviewHow") }
            form.form("/flags/\(model.id)", submit: words("flags.save")) {
                form.area("words", hint: words("flags.foundHint"), max: 1000, rows: 3)
            }
        }
    }
}
