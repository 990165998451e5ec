import Casework
import Coalition

/// A flag as an agency sees it: the commission without any dossier, the others with their own.
struct FlagLine: Encodable, Sendable {
    var id: FlagID
    /// The flag's own entry.
    var entry: UInt64
    var at: Moment
    var who: Who
    var patterns: [OpeningPattern]
    /// The entries of the openings that it is about.
    var openings: [UInt64]
    /// Those of the dossiers concerned that this agency sees.
    var dossiers: [Dossier]
    var reviews: [Review]
    /// Whether somebody of this agency has reviewed it.
    var isReviewed: Bool
    /// Whether it is about the reader's own opening, which others review.
    var isOwn: Bool

    struct Dossier: Encodable, Sendable {
        var id: DossierID
        var reference: String
    }

    struct Review: Encodable, Sendable {
        var entry: UInt64
        var at: Moment
        var who: Who
        var words: String
    }

    init?(_ record: FlagRecord, _ desk: Desk, _ commons: Commons, reader: MemberID) {
        guard let flag = record.flag, let stamp = record.stamp else { return nil }
        id = record.id
        entry = stamp.position
        at = stamp.at
        who = Who(stamp, desk, commons)
        patterns = OpeningPattern.allCases.filter(flag.patterns.contains)
        openings = flag.entries.sorted()
        dossiers = desk.dossiers.values.filter { $0.flags.contains(record.id) }
            .map { Dossier(id: $0.id, reference: $0.id.reference) }
            .sorted { $0.reference < $1.reference }
        reviews = record.reviews.compactMap { happening in
            guard case .flagReviewed(_, let words) = happening.fact else { return nil }
            return Review(
                entry: happening.stamp.position,
                at: happening.stamp.at,
                who: Who(happening.stamp, desk, commons),
                words: words
            )
        }
        isReviewed = record.isReviewed(by: desk.agency)
        isOwn = stamp.member == reader
    }

    func patternNames(_ words: Words) -> String {
        patterns.map { words("pattern.\($0.rawValue)") }.joined(separator: ", ")
    }

    func tag(_ words: Words) -> HTML {
        isReviewed
            ? statusTag(.good, words("flags.reviewed"))
            : statusTag(.caution, words("flags.waiting"))
    }

    /// The entries as links into the record.
    static func entries(_ numbers: [UInt64], _ words: Words) -> HTML {
        ul(.class("tags plain-list")) {
            for number in numbers {
                li { a(.href("/record/entries/\(number)")) { words.number(number) } }
            }
        }
    }
}
