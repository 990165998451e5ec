import Casework
import Coalition
import Ledger

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
        /// What the witnesses prove of that time.
        var proven: ProvenTime?
        /// The entry's hash in the record's tree; absent when the entry cannot be read.
        var leafHash: Digest32?
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
        var list = try await visit.read(.seeDossiers) { desk, commons, _ in
            guard let record = desk.dossiers[id] else { throw Refusal.notFound }
            return List(
                dossier: id,
                reference: id.reference,
                openings: record.course.compactMap { Line($0, desk, commons) },
                isWhole: true
            )
        }
        var recorded: [UInt64: RecordedEntry] = [:]
        for line in list.openings {
            recorded[line.entry] = await visit.node.entries(before: line.entry + 1, count: 1).first
        }
        let bounds = await visit.node.bounds(of: Array(recorded.values))
        let times = ProvenTime.of(bounds, under: visit.node.policy)
        for index in list.openings.indices {
            let entry = list.openings[index].entry
            list.openings[index].proven = times[entry]
            list.openings[index].leafHash = recorded[entry]?.entry?.leafHash
        }
        let isDamaged = await !visit.node.damaged.isEmpty
        list.isWhole = !isDamaged && list.openings.allSatisfy { $0.leafHash != nil }
        return list
    }

    /// When it was opened: as claimed, and as far as witnesses prove it.
    static func when(_ at: Moment, _ proven: ProvenTime?, _ words: Words) -> HTML {
        div {
            p { EntryTime.claimed(at, proven, words) }
            p(.class("hint")) { EntryTime.interval(proven, words) }
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
                p(.class("hint")) { words("openings.times") }
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
            when(line.at, line.proven, words),
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
