import Casework
import Coalition

/// How candidates and their likeness are shown.
enum AlikeView {
    /// What agrees and what does not, trait by trait, in words.
    static func agreements(_ likeness: AlikeLine.Likeness, _ words: Words) -> HTML {
        ul(.class("tags")) {
            for trait in Trait.allCases {
                if let degree = likeness.agreements[trait] {
                    li { degreeTag(trait, degree, words) }
                }
            }
        }
    }

    static func degreeTag(_ trait: Trait, _ degree: Agreement.Degree, _ words: Words) -> HTML {
        let tone: Tone =
            switch degree {
            case .same: .good
            case .alike, .partly: .info
            case .different: .caution
            }
        return statusTag(
            tone,
            words(
                "samePerson.agreement.\(degree.rawValue)",
                ["trait": words("samePerson.trait.\(trait.rawValue)")]
            )
        )
    }

    static func likelihood(_ likelihood: Likelihood, _ words: Words) -> HTML {
        let tone: Tone =
            switch likelihood {
            case .almostCertain, .veryLikely: .caution
            case .likely, .possible: .info
            case .unlikely: .plain
            }
        return statusTag(tone, words("samePerson.likelihood.\(likelihood.rawValue)"))
    }

    /// One candidate with the ways there are to go on.
    static func candidate(_ line: AlikeLine, of one: String, _ screen: Screen) -> HTML {
        let words = screen.words
        let pair = "/same-person/\(one)/\(line.appearance.id)"
        return section(.class("card")) {
            h2 { line.appearance.name(words) }
            p { likelihood(line.likeness.likelihood, words) }
            facts(line.appearance, words)
            h3 { words("samePerson.whatAgrees") }
            agreements(line.likeness, words)
            p(.class("buttons")) {
                a(.class("button"), .href(pair)) {
                    words("samePerson.look")
                    about(line, words)
                }
                if screen.permitted.contains(.decideSamePerson) {
                    for verdict in [PairVerdict.merged, .keptApart] {
                        a(
                            .class("button button--quiet"),
                            .href("\(pair)?verdict=\(verdict.rawValue)#decision")
                        ) {
                            words("samePerson.way.\(verdict.rawValue)")
                            about(line, words)
                        }
                    }
                }
            }
        }
    }

    /// What a button is about, for those who cannot see the card it stands in.
    private static func about(_ line: AlikeLine, _ words: Words) -> HTML {
        span(.class("hidden")) { ": \(line.appearance.name(words))" }
    }

    static func facts(_ line: AppearanceLine, _ words: Words) -> HTML {
        summaryList(rows(line, words).map { SummaryRow($0.title, $0.value) }, words)
    }

    /// What is known of an appearance, each under its name.
    static func rows(_ line: AppearanceLine, _ words: Words) -> [(title: String, value: HTML)] {
        var rows: [(title: String, value: HTML)] = [
            (words("samePerson.since"), line.at.map { HTML.moment($0, words) } ?? HTML()),
            (words("dossiers.column.person"), HTML(text: words.person(line.sex, line.ageBand))),
        ]
        if let place = line.place { rows.append((words("field.place"), HTML(text: place))) }
        if let lead = line.lead { rows.append((words("dossiers.column.lead"), HTML(text: lead))) }
        return rows
    }
}
