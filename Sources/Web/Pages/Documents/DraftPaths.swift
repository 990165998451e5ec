import Casework
import Foundation
import Telegram

/// A document as the reader of telegrams reads it, with what may be drafted from it.
///
/// The same bytes always give the same drafts, so a draft is found again by its name.
struct DocumentReading: Sendable {
    let document: Document
    let telegram: Telegram
    let drafts: [Draft]

    /// Reads a document; takes as long as the document is, so keep it out of the node's actor.
    ///
    /// - Throws: `Refusal.invalid` if it is no telegram.
    init(_ document: Document) throws(Refusal) {
        do {
            telegram = try TelegramReader.read(Array(document.bytes), fileName: document.fileName)
        } catch {
            throw .invalid(field: "file")
        }
        self.document = document
        drafts = Drafter.drafts(of: telegram)
    }

    /// What the telegram is called: its own reference, else the file's name.
    var reference: String { telegram.reference ?? document.fileName }

    /// The draft with this name in a path.
    func draft(_ slug: String) -> Draft? {
        drafts.first { $0.slug == slug }
    }

    /// Where a draft's words stand, and what they are.
    func citation(of draft: Draft) -> Citation {
        let paragraph = telegram.paragraphs[draft.paragraph - 1]
        return Citation(
            reference: reference,
            paragraph: paragraph.number ?? draft.paragraph,
            words: String(decoding: Array(paragraph.text.utf8)[draft.range], as: UTF8.self)
        )
    }

    /// The draft to look at after one was decided: the next that waits, else the first that does.
    func next(after slug: String, decided: Set<String>) -> Draft? {
        let index = drafts.firstIndex { $0.slug == slug } ?? drafts.startIndex
        return (drafts[index...] + drafts[..<index]).first { !decided.contains($0.id) }
    }
}

extension Draft {
    /// The draft's name where a path or an anchor needs one, such as `4-120-161-challenge`.
    var slug: String {
        "\(paragraph)-\(range.lowerBound)-\(range.upperBound)-\(kind.rawValue)"
    }

    /// The list that it would stand in.
    var listingKind: ListingKind {
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

    /// The line under its title: an acronym, an office, a figure in digits or the days, as the kind has it.
    var listingDetail: String {
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
