#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Brings in a telegram.
package struct ReceiveDocument: Command {
    package var fileName: String
    package var bytes: Data

    package init(fileName: String, bytes: Data) {
        self.fileName = fileName
        self.bytes = bytes
    }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, DocumentID) {
        let isHere = desk.documents.values.contains { $0.document?.bytes == bytes }
        guard !isHere else { throw .documentAlreadyHere }
        let document = Document(
            id: .random(),
            fileName: try checked(fileName, "file", limit: 200),
            bytes: bytes
        )
        let fact = Fact.documentReceived(document)
        return (Decision("document.received", [Placed(fact, in: .commons)]), document.id)
    }
}

/// Accepts, edits or rejects one draft.
///
/// What is accepted is listed for everyone, with its citation.
package struct DecideDraft: Command {
    package var document: DocumentID
    /// The draft's identifier, as the reader of the document made it.
    package var draft: String
    package var outcome: DraftOutcome
    package var kind: ListingKind
    package var title: String
    package var detail: String
    package var citation: Citation

    package init(
        document: DocumentID,
        draft: String,
        outcome: DraftOutcome,
        kind: ListingKind,
        title: String,
        detail: String,
        citation: Citation
    ) {
        self.document = document
        self.draft = draft
        self.outcome = outcome
        self.kind = kind
        self.title = title
        self.detail = detail
        self.citation = citation
    }

    package func decide(
        on desk: Desk,
        in setting: Setting
    ) throws(Refusal) -> (Decision, ListingID?) {
        guard let record = desk.documents[document], record.document != nil else {
            throw .notFound
        }
        guard record.decisions[draft] == nil else { throw .draftAlreadyDecided }
        var listing: Listing?
        if outcome != .rejected {
            listing = Listing(
                id: .random(),
                kind: kind,
                title: try checked(title, "title", limit: 600),
                detail: try checked(detail, "detail", required: false, limit: 300),
                citation: citation
            )
        }
        let decided = Fact.draftDecided(
            document,
            draft: draft,
            outcome: outcome,
            listing: listing?.id
        )
        let facts =
            [Placed(decided, in: .commons)]
            + (listing.map { [Placed(.listed($0), in: .open)] } ?? [])
        return (Decision("draft.decided", facts), listing?.id)
    }
}
