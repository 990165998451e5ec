import Casework
import Coalition
import Telegram

extension Documents {
    struct One: Encodable, Sendable {
        var id: DocumentID
        var reference: String
        var fileName: String
        var received: Moment
        var telegram: Telegram
        var drafts: [DraftLine]

        var waiting: Int { drafts.count { $0.outcome == nil } }
    }

    /// One draft and what became of it.
    struct DraftLine: Encodable, Sendable {
        /// Its number on the page, from 1.
        var number: Int
        /// Its name in the path that decides it.
        var slug: String
        var kind: ListingKind
        /// The title and the detail: as listed once accepted, as drafted until then.
        var title: String
        var detail: String
        /// The place of its paragraph, from 1, and of its words there in UTF-8 bytes.
        var paragraph: Int
        var range: Range<Int>
        var outcome: DraftOutcome?
        var decidedAt: Moment?

        var marked: MarkedWords {
            MarkedWords(
                slug: slug,
                number: number,
                kind: kind,
                range: range,
                isDecided: outcome != nil
            )
        }
    }

    /// A document and what the desk knows of it.
    struct Found: Sendable {
        var document: Document
        var received: Moment
        var decisions: [String: DraftDecision]
        var listings: [ListingID: Listing]
    }

    /// The document that the path names, without reading it.
    static func record(of visit: Visit) async throws -> Found {
        let id = try visit.identifier("document", of: Document.self)
        return try await visit.read(.seeDocuments) { desk, commons, _ in
            guard let record = desk.documents[id], let document = record.document,
                let stamp = record.stamp
            else { throw Refusal.notFound }
            let ids = Set(record.decisions.values.compactMap(\.listing))
            let listings = commons.listings(of: Set(ListingKind.allCases)).map(\.listing)
            return Found(
                document: document,
                received: stamp.at,
                decisions: record.decisions,
                listings: Dictionary(
                    listings.filter { ids.contains($0.id) }.map { ($0.id, $0) }
                ) { first, _ in first }
            )
        }
    }

    static let one = Page(.seeDocuments) { visit in
        let found = try await record(of: visit)
        let reading = try DocumentReading(found.document)
        return One(
            id: found.document.id,
            reference: reading.reference,
            fileName: found.document.fileName,
            received: found.received,
            telegram: reading.telegram,
            drafts: reading.drafts.enumerated().map { line($0.element, $0.offset + 1, found) }
        )
    } view: { model, screen in
        let words = screen.words
        let hasErrors = !screen.fields.errors.isEmpty
        return Layout.page(model.reference, in: screen.frame, hasErrors: hasErrors, isWide: true) {
            backLink(words("documents.title"), "/documents")
            h1 {
                span(.class("overline")) { model.reference }
                span(.lang(.english)) { model.telegram.subject ?? model.fileName }
            }
            if hasErrors { DraftForm(model, screen).errors }
            if model.waiting > 0 {
                p { a(.class("button"), .href("#review")) { words("documents.toReview") } }
            }
            div(.class("two")) {
                card(words("documents.head")) { facts(model, words) }
                div {
                    card(words("documents.handling")) { handling(model.telegram, words) }
                    card(words("documents.notes")) { notes(model.telegram.notes, words) }
                }
            }
            review(model, screen)
        }
    }

    private static func line(_ draft: Draft, _ number: Int, _ found: Found) -> DraftLine {
        let decision = found.decisions[draft.id]
        let listing = decision?.listing.flatMap { found.listings[$0] }
        return DraftLine(
            number: number,
            slug: draft.slug,
            kind: draft.listingKind,
            title: listing?.title ?? draft.title,
            detail: listing?.detail ?? draft.listingDetail,
            paragraph: draft.paragraph,
            range: draft.range,
            outcome: decision?.outcome,
            decidedAt: decision?.stamp.at
        )
    }

    private static func facts(_ model: One, _ words: Words) -> HTML {
        let telegram = model.telegram
        let originator = telegram.originator.flatMap { $0.name ?? $0.routing } ?? ""
        return summaryList(
            [
                SummaryRow(words("documents.sent"), telegram.dateTime.map(words.sent) ?? ""),
                SummaryRow(words("documents.from"), originator),
                SummaryRow(words("documents.to"), names(telegram.action)),
                SummaryRow(words("documents.informed"), names(telegram.information)),
                SummaryRow(words("documents.signature"), telegram.signature ?? ""),
                SummaryRow(words("documents.received"), HTML.moment(model.received, words)),
            ],
            words
        )
    }

    private static func handling(_ telegram: Telegram, _ words: Words) -> HTML {
        summaryList(
            [
                SummaryRow(words("documents.classification"), telegram.classification?.text ?? ""),
                SummaryRow(words("documents.captions"), telegram.captions.joined(separator: "; ")),
                SummaryRow(words("documents.tags"), tags(telegram.tags, words)),
            ],
            words
        )
    }

    private static func names(_ addressees: [Addressee]) -> String {
        addressees.map(\.name).joined(separator: "; ")
    }

    private static func tags(_ tags: [TelegramTag], _ words: Words) -> HTML {
        guard !tags.isEmpty else { return HTML() }
        return ul(.class("plain-list")) {
            for tag in tags {
                li {
                    strong { tag.code }
                    let meaning = words.language == .spanish ? tag.meaningES : tag.meaning
                    if let meaning { " \(meaning)" }
                    if let person = tag.person { " (\(person))" }
                }
            }
        }
    }

    /// What was repaired, doubted or left over, folded away: most readers trust it and go on.
    private static func notes(_ notes: [TelegramNote], _ words: Words) -> HTML {
        HTML {
            p { words("documents.notesIntro") }
            for kind in TelegramNote.Kind.allCases {
                let some = notes.filter { $0.kind == kind }
                if !some.isEmpty {
                    details {
                        summary { words("documents.note.\(kind.rawValue)", count: some.count) }
                        ul(.class("reader-notes")) {
                            for note in some {
                                li {
                                    p {
                                        span(.class("muted")) {
                                            words(
                                                "documents.line",
                                                ["line": words.number(note.line)]
                                            )
                                        }
                                        " \(note.text(in: words.telegramLanguage))"
                                    }
                                    if !note.found.isEmpty { code { note.found } }
                                }
                            }
                        }
                    }
                }
            }
            if notes.isEmpty { p(.class("muted")) { words("documents.noNotes") } }
        }
    }
}
