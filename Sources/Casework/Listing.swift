#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// Something that everybody may know: an organization, a person in office, a challenge, a measure,
/// a figure, a date or a place, with where it was read.
package struct Listing: Hashable, Codable, Sendable {
    package var id: ListingID
    package var kind: ListingKind
    package var title: String
    /// An acronym, an office or a unit, as the kind has it.
    package var detail: String
    package var citation: Citation?

    package init(
        id: ListingID,
        kind: ListingKind,
        title: String,
        detail: String,
        citation: Citation?
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.detail = detail
        self.citation = citation
    }
}

/// Which list a listing stands in.
package enum ListingKind: String, Codable, CaseIterable, Sendable {
    case organization, person, challenge, remedy, programme, figure, date, place
}

/// Where a listing was read: the paragraph of a telegram, and the words.
package struct Citation: Hashable, Codable, Sendable {
    /// The telegram's reference, such as `06MEXICO3423`.
    package var reference: String
    package var paragraph: Int
    package var words: String

    package init(reference: String, paragraph: Int, words: String) {
        self.reference = reference
        self.paragraph = paragraph
        self.words = words
    }
}

/// A telegram that a member brought in, kept byte for byte.
package struct Document: Hashable, Codable, Sendable {
    package var id: DocumentID
    package var fileName: String
    package var bytes: Data

    package init(id: DocumentID, fileName: String, bytes: Data) {
        self.id = id
        self.fileName = fileName
        self.bytes = bytes
    }
}

/// What a member decided of a draft.
package enum DraftOutcome: String, Codable, CaseIterable, Sendable {
    case accepted, edited, rejected
}
