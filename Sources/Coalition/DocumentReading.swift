package import Casework
import Foundation
package import Telegram

/// A document as the reader of telegrams reads it, with what may be drafted from it, in the words of
/// the register.
///
/// The same bytes always give the same drafts, so a draft is found again by its name.
package struct DocumentReading: Sendable {
    package let document: Document
    package let telegram: Telegram
    package let drafts: [Draft]

    /// Reads a document; takes as long as the document is, so keep it out of the node's actor.
    ///
    /// - Throws: `Refusal.invalid` if it is no telegram.
    package init(_ document: Document) throws(Refusal) {
        do {
            telegram = try TelegramReader.read(Array(document.bytes), fileName: document.fileName)
        } catch {
            throw .invalid(field: "file")
        }
        self.document = document
        drafts = Drafter.drafts(of: telegram)
    }

    /// What the telegram is called: its own reference, else the file's name.
    package var reference: String { telegram.reference ?? document.fileName }

    /// Where a draft's words stand, and what they are.
    ///
    /// Always made here, never taken from whoever decides.
    package func citation(of draft: Draft) -> Citation {
        let index = draft.paragraph - 1
        let paragraph =
            telegram.paragraphs.indices.contains(index) ? telegram.paragraphs[index] : nil
        let bytes = Array((paragraph?.text ?? "").utf8)
        let isInside =
            bytes.indices.contains(draft.range.lowerBound)
            && draft.range.upperBound <= bytes.count
        return Citation(
            reference: reference,
            paragraph: paragraph?.number ?? draft.paragraph,
            words: isInside ? String(decoding: bytes[draft.range], as: UTF8.self) : draft.title
        )
    }
}

extension Draft {
    /// The list that it would stand in.
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

    /// The line under its title: an acronym, an office, a figure in digits or the days, as the kind
    /// has it.
    package var listingDetail: String {
        switch kind {
        case .organization: detail.acronym ?? ""
        case .person: detail.office ?? ""
        case .figure: figure
        case .date:
            detail.from == detail.through
                ? detail.from ?? ""
                : [detail.from, detail.through].compactMap(\.self).joined(separator: " – ")
        case .challenge, .remedy, .programme, .place: ""
        }
    }

    /// The amount in digits, with what it counts and over which time: `500 migrants / day`.
    private var figure: String {
        let amount = detail.amount.map { amount in
            Int(exactly: amount).map { String($0) } ?? String(amount)
        }
        let counted = [amount, detail.unit].compactMap(\.self).joined(separator: " ")
        return [counted, detail.per].compactMap(\.self).joined(separator: " / ")
    }
}
