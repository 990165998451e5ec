import Casework
import Coalition
import Telegram

extension Documents {
    /// What a member decides of one draft: accept it, with changes or without, or reject it.
    struct Answer: Decodable, Sendable {
        var verdict: Verdict
        /// The title and the detail to list; those of the draft if absent.
        var title: String?
        var detail: String?
    }

    enum Verdict: String, Codable, CaseIterable, Sendable {
        case accept, reject
    }

    struct Decided: Encodable, Sendable {
        var document: DocumentID
        var listing: ListingID?
        /// The draft to decide next.
        var next: String?
    }

    static let decide = Form(.decideDraft, on: one) { fields, visit -> Answer? in
        let slug = try visit.word("draft")
        guard let verdict = fields.choice("verdict", of: Verdict.self) else { return nil }
        guard verdict == .accept else { return Answer(verdict: .reject) }
        let title = fields.text("title-\(slug)", max: 600, lines: true)
        let detail = fields.text("detail-\(slug)", max: 300, required: false)
        return Answer(
            verdict: .accept,
            title: title?.replacing("\n", with: " "),
            detail: detail ?? ""
        )
    } perform: { (answer: Answer, visit) in
        let slug = try visit.word("draft")
        let record = try await record(of: visit)
        let reading = try DocumentReading(record.document)
        guard let draft = reading.draft(slug) else { throw Refusal.notFound }
        let title = answer.title ?? draft.title
        let detail = answer.detail ?? draft.listingDetail
        let isUnchanged = title == draft.title && detail == draft.listingDetail
        let listing = try await visit.node.perform(
            DecideDraft(
                document: record.document.id,
                draft: draft.id,
                outcome: answer.verdict == .reject
                    ? .rejected : isUnchanged ? .accepted : .edited,
                kind: draft.listingKind,
                title: title,
                detail: detail,
                citation: reading.citation(of: draft)
            ),
            by: visit.member
        )
        let decided = Set(record.decisions.keys).union([draft.id])
        return Decided(
            document: record.document.id,
            listing: listing,
            next: reading.next(after: slug, decided: decided)?.slug
        )
    } next: { decided, _ in
        "/documents/\(decided.document)#\(decided.next.map { "draft-\($0)" } ?? "review")"
    }
}
