import Casework
import Coalition

/// Who opened a dossier: what its own agencies see.
enum OpeningList {
    struct List: Encodable, Sendable {
        var dossier: DossierID
        var reference: String
        /// In log order.
        var openings: [Line]
        /// Whether every box that this agency holds could be read.
        var isWhole: Bool
    }

    struct Line: Encodable, Sendable {
        var entry: UInt64
        /// As the opener's node had it.
        var at: Moment
        var who: Who
        var sections: [Section]
        var purpose: Purpose
        var words: String

        init?(_ happening: Happening, _ desk: Desk, _ commons: Commons) {
            guard let opening = happening.opening else { return nil }
            entry = happening.stamp.position
            at = happening.stamp.at
            who = Who(happening.stamp, desk, commons)
            sections = opening.sections.sorted()
            purpose = opening.purpose
            words = opening.words
        }
    }

    static func read(_ visit: Visit) async throws -> List {
        let id = try visit.identifier("dossier", of: DossierRecord.self)
        let isWhole = await visit.node.damaged.isEmpty
        return try await visit.read(.seeDossiers) { desk, commons, _ in
            guard let record = desk.dossiers[id] else { throw Refusal.notFound }
            return List(
                dossier: id,
                reference: id.reference,
                openings: record.course.compactMap { Line($0, desk, commons) },
                isWhole: isWhole
            )
        }
    }

    static let page = Page(.seeDossiers) { visit in
        try await read(visit)
    } view: { (model: List, screen) in
        let words = screen.words
        return Layout.page(words("openings.title"), in: screen.frame, isWide: true) {
            backLink(
                words("dossiers.one", ["reference": model.reference]),
                "/dossiers/\(model.dossier)"
            )
            h1 { words("openings.title") }
            p(.class("lede")) { words("openings.intro") }
            p(.class("buttons")) {
                a(.class("button"), .href("/dossiers/\(model.dossier)/openings/sheet")) {
                    words("openings.toSheet")
                }
            }
            if !model.isWhole { notice(.alarm) { p { words("openings.notWhole") } } }
            if model.openings.isEmpty {
                p(.class("muted")) { words("openings.none") }
            } else {
                dataTable(
                    words("openings.list"),
                    ["when", "who", "sections", "purpose", "entry"].map {
                        Column(words("openings.column.\($0)"))
                    },
                    rows: model.openings.map { cells($0, words) }
                )
            }
            limits(words)
        }
    }

    /// What such a list cannot show.
    static func limits(_ words: Words) -> HTML {
        card(words("openings.limits")) {
            ul {
                for limit in ["sitting", "outside", "writing", "course", "host"] {
                    li { words("openings.limit.\(limit)") }
                }
            }
        }
    }

    private static func cells(_ line: Line, _ words: Words) -> [HTML] {
        [
            HTML.moment(line.at, words),
            HTML(text: line.who.text(words)),
            HTML(text: words.sections(line.sections)),
            div {
                p { words("purpose.\(line.purpose.rawValue)") }
                if !line.words.isEmpty {
                    p(.class("hint")) { words("course.said", ["words": line.words]) }
                }
            },
            a(.href("/receipts/\(line.entry)")) { words.number(line.entry) },
        ]
    }
}
