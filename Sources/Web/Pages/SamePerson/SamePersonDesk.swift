import Casework
import Coalition

/// What waits and what was decided about the same person, over the whole agency.
enum SamePersonDesk {
    struct Model: Encodable, Sendable {
        /// Pairs kept apart that are one person by way of others.
        var contradictions: [Pair]
        /// Pairs of the newest encounters and dossiers of which nothing is decided.
        var open: [Pair]
        /// What stands, newest first.
        var decided: [Pair]
    }

    struct Pair: Encodable, Sendable {
        var one: AppearanceLine
        var other: AppearanceLine
        var likelihood: Likelihood?
        var verdict: PairVerdict?
        var at: Moment?
        var who: Who?
    }

    /// How many of the newest encounters, and of the newest dossiers, are compared with all others.
    static let newest = 100

    static let page = Page(.seeSamePerson) { visit in
        let sight = await Sight(visit)
        let recent = try await visit.read(.seeSamePerson) { desk, _, _ in
            desk.newestAppearances(newest).filter(sight.sees)
        }
        let found = try await visit.node.candidates(for: recent, by: visit.member)
        return try await visit.read(.seeSamePerson) { desk, commons, _ in
            let persons = desk.persons
            func line(_ appearance: Appearance) -> AppearanceLine {
                AppearanceLine(appearance, desk, commons, sight)
            }
            func isSeen(_ pair: AppearancePair) -> Bool {
                sight.sees(pair.first) && sight.sees(pair.second)
            }
            return Model(
                contradictions: persons.contradictions.filter(isSeen).map {
                    Pair(one: line($0.first), other: line($0.second))
                },
                open: open(found, persons, sight).map { pair, likelihood in
                    Pair(one: line(pair.first), other: line(pair.second), likelihood: likelihood)
                },
                decided: persons.decided.filter { isSeen($0.pair) }.prefix(200).map {
                    Pair(
                        one: line($0.pair.first),
                        other: line($0.pair.second),
                        verdict: $0.verdict,
                        at: $0.stamp.at,
                        who: Who($0.stamp, desk, commons)
                    )
                }
            )
        }
    } view: { model, screen in
        let words = screen.words
        return Layout.page(words("samePerson.title"), in: screen.frame, isWide: true) {
            h1 { words("samePerson.title") }
            p(.class("lede")) { words("samePerson.intro") }
            if !model.contradictions.isEmpty {
                notice(.alarm) { p { words("samePerson.contradiction") } }
                table(words("samePerson.toSettle"), model.contradictions, [], words)
            }
            if model.open.isEmpty {
                p(.class("muted")) { words("samePerson.noneOpen") }
            } else {
                table(words("samePerson.open.title"), model.open, ["likelihood"], words)
            }
            if !model.decided.isEmpty {
                table(
                    words("samePerson.decided"),
                    model.decided,
                    ["verdict", "at", "who"],
                    words
                )
            }
        }
    }

    /// The way here, from the lists of encounters and dossiers.
    static func link(_ screen: Screen) -> HTML {
        guard screen.permitted.contains(.seeSamePerson) else { return HTML() }
        return p { a(.href("/same-person")) { screen.words("samePerson.link") } }
    }

    /// Each two persons once, the likeliest first.
    private static func open(
        _ found: [Appearance: [Candidate]],
        _ persons: Persons,
        _ sight: Sight
    ) -> [(AppearancePair, Likelihood)] {
        let all = found.flatMap { appearance, candidates in
            candidates.filter { sight.sees($0.appearance) }.map {
                (
                    pair: AppearancePair(persons.unit(of: appearance), $0.appearance),
                    resemblance: $0.resemblance
                )
            }
        }
        .sorted {
            ($1.resemblance.probability, $0.pair.first, $0.pair.second)
                < ($0.resemblance.probability, $1.pair.first, $1.pair.second)
        }
        // Of two persons with several dossiers each, the most alike stand for all.
        var asked: Set<AppearancePair> = []
        return all.filter { found in
            let (first, second) = (found.pair.first, found.pair.second)
            return asked.insert(
                AppearancePair(persons.person(of: first), persons.person(of: second))
            ).inserted
        }
        .map { ($0.pair, $0.resemblance.likelihood) }
    }

    private static func table(
        _ title: String,
        _ pairs: [Pair],
        _ more: [String],
        _ words: Words
    ) -> HTML {
        dataTable(
            title,
            (["one", "other"] + more + ["look"]).map { Column(words("samePerson.column.\($0)")) },
            rows: pairs.map { pair in
                [side(pair.one, words), side(pair.other, words)]
                    + more.map { cell($0, pair, words) }
                    + [
                        a(.href("/same-person/\(pair.one.id)/\(pair.other.id)")) {
                            words("samePerson.look")
                            span(.class("hidden")) {
                                ": \(pair.one.name(words)), \(pair.other.name(words))"
                            }
                        }
                    ]
            }
        )
    }

    private static func side(_ line: AppearanceLine, _ words: Words) -> HTML {
        div {
            a(.href(line.path)) { line.name(words) }
            p(.class("hint")) {
                [line.at.map(words.day), line.place ?? line.lead].compactMap(\.self)
                    .joined(separator: " · ")
            }
        }
    }

    private static func cell(_ column: String, _ pair: Pair, _ words: Words) -> HTML {
        switch column {
        case "likelihood":
            div { pair.likelihood.map { AlikeView.likelihood($0, words) } ?? HTML() }
        case "verdict":
            HTML(text: pair.verdict.map { words("samePerson.stands.\($0.rawValue)") } ?? "")
        case "at": pair.at.map { HTML.moment($0, words) } ?? HTML()
        default: HTML(text: pair.who?.text(words) ?? "")
        }
    }
}

extension Desk {
    /// The newest encounters and the newest dossiers, so many of each.
    fileprivate func newestAppearances(_ count: Int) -> [Appearance] {
        let met = encounters.compactMap { id, record in record.stamp.map { ($0, id) } }
            .sorted { $0.0 > $1.0 }.prefix(count).map { Appearance.encounter($0.1) }
        let opened = dossiers.values.compactMap { record in
            record.course.first.map { ($0.stamp, record.id) }
        }
        .sorted { $0.0 > $1.0 }.prefix(count).map { Appearance.dossier($0.1) }
        return (met + opened).filter(knows)
    }
}
