package import Casework
import Foundation
package import Telegram

/// What the reader of telegrams drafts from a document, in the words of the register.
package struct DocumentReading: Sendable {
    package let telegram: Telegram
    package let drafts: [Draft]

    /// Reads a document.
    ///
    /// - Throws: `NotATelegram`, saying what was expected and where.
    package init(_ document: Document) throws(NotATelegram) {
        telegram = try TelegramReader.read(Array(document.bytes), fileName: document.fileName)
        drafts = Drafter.drafts(of: telegram)
    }

    /// The words of a draft as they stand in the paragraph.
    package func words(of draft: Draft) -> String {
        guard telegram.paragraphs.indices.contains(draft.paragraph - 1) else { return draft.title }
        let bytes = Array(telegram.paragraphs[draft.paragraph - 1].text.utf8)
        guard draft.range.lowerBound >= 0, draft.range.upperBound <= bytes.count else {
            return draft.title
        }
        return String(decoding: bytes[draft.range], as: UTF8.self)
    }

    /// Where a draft was read.
    ///
    /// Always made here, never taken from whoever decides.
    package func citation(of draft: Draft) -> Citation {
        let paragraph =
            telegram.paragraphs.indices.contains(draft.paragraph - 1)
            ? telegram.paragraphs[draft.paragraph - 1].number : nil
        return Citation(
            reference: telegram.reference ?? "",
            paragraph: paragraph ?? draft.paragraph,
            words: words(of: draft)
        )
    }
}

extension Draft {
    /// The list that the draft is for.
    package var listingKind: ListingKind {
        switch kind {
        case .organization: .organization
        case .person: .person
        case .challenge: .challenge
        case .remedy: .remedy
        case .programme: .programme
        case .figure: .figure
        case .date: .date
        case .place: .place
        }
    }

    /// What the draft says beyond its title, as one text.
    package var listingDetail: String {
        switch kind {
        case .organization: detail.acronym ?? ""
        case .person: detail.office ?? ""
        case .figure:
            [detail.unit, detail.per.map { "per \($0)" }].compactMap { $0 }.joined(separator: " ")
        case .date:
            [detail.from, detail.through].compactMap { $0 }.joined(separator: " – ")
        case .challenge, .remedy, .programme, .place: ""
        }
    }
}
