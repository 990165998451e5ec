import Casework
import Coalition

extension Site {
    func addFlags(to routes: Routes) {
        add("flags", FlagList.page, to: routes)
        add("flags/:flag", FlagPage.page, to: routes)
        add("flags/:flag", FlagPage.review, to: routes)
    }
}

/// The flags that an agency is to look at: the newest first, those not yet reviewed before the others.
enum FlagList {
    struct List: Encodable, Sendable {
        var flags: [FlagLine]
    }

    static let page = Page(.seeFlags) { visit in
        let reader = visit.member.id
        return try await visit.read(.seeFlags) { desk, commons, _ in
            let lines = desk.flags.values.compactMap {
                FlagLine($0, desk, commons, reader: reader)
            }
            return List(
                flags: lines.sorted {
                    $0.isReviewed == $1.isReviewed ? $0.entry > $1.entry : $1.isReviewed
                }
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("flags.title"), in: screen.frame, isWide: true) {
            h1 { words("flags.title") }
            p(.class("lede")) { words("flags.intro") }
            if model.flags.isEmpty {
                notice(.good) { p { words("flags.none") } }
            } else {
                dataTable(
                    words("flags.list"),
                    ["flag", "when", "who", "pattern", "openings", "state"].map {
                        Column(words("flags.column.\($0)"))
                    },
                    rows: model.flags.map { cells($0, words) }
                )
            }
            card(words("flags.patterns")) { patterns(words) }
        }
    }

    private static func cells(_ line: FlagLine, _ words: Words) -> [HTML] {
        [
            a(.href("/flags/\(line.id)")) {
                words("flags.one", ["entry": words.number(line.entry)])
            },
            HTML.moment(line.at, words),
            HTML(text: line.who.text(words)),
            HTML(text: line.patternNames(words)),
            FlagLine.entries(line.openings, words),
            div { line.tag(words) },
        ]
    }

    /// What each pattern is, with its threshold.
    private static func patterns(_ words: Words) -> HTML {
        dl {
            for pattern in OpeningPattern.allCases {
                dt { strong { words("pattern.\(pattern.rawValue)") } }
                dd { why(pattern, words) }
            }
        }
    }

    static func why(_ pattern: OpeningPattern, _ words: Words) -> String {
        words(
            "pattern.why.\(pattern.rawValue)",
            [
                "dossiers": String(OpeningPattern.dossiersInAnHour),
                "readings": String(OpeningPattern.readings),
                "days": String(OpeningPattern.readingDays),
                "from": "\(OpeningPattern.night.from):00",
                "to": "0\(OpeningPattern.night.to):00",
                "arrival": String(OpeningPattern.arrivalHours),
            ]
        )
    }
}
