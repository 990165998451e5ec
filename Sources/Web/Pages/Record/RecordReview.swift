import Casework
import Coalition

/// What a retired key signed when it may have been in other hands: a list for whoever retired it.
struct RecordReview: Encodable, Sendable {
    var agency: String
    var since: Moment
    /// The entry that retired the key.
    var retirement: UInt64
    /// The first of the entries to look at.
    var entries: [UInt64]
    /// How many there are in all.
    var count: Int

    static let limit = 200

    init(_ review: KeyReview, _ commons: Commons) {
        agency = commons.agencies[review.agency]?.name ?? ""
        since = review.since
        retirement = review.retirement
        entries = Array(review.entries.prefix(Self.limit))
        count = review.entries.count
    }

    static func list(_ reviews: [RecordReview], _ words: Words) -> HTML {
        guard !reviews.isEmpty else { return HTML() }
        return card(words("review.title")) {
            p { words("review.intro") }
            for review in reviews {
                h3 { words("review.of", ["agency": review.agency]) }
                p {
                    words("review.since")
                    " "
                    HTML.moment(review.since, words)
                    " · "
                    a(.href("/record/entries/\(review.retirement)")) {
                        words("record.entry", ["number": words.number(review.retirement)])
                    }
                }
                p { words("review.entries", count: review.count) }
                if !review.entries.isEmpty {
                    ul(.class("numbers")) {
                        for entry in review.entries {
                            li {
                                a(.href("/record/entries/\(entry)")) { words.number(entry) }
                            }
                        }
                    }
                }
                if review.count > review.entries.count {
                    p(.class("muted")) {
                        words(
                            "record.moreFindings",
                            ["count": words.number(review.entries.count)]
                        )
                    }
                }
            }
        }
    }
}
