import Casework
import Coalition

/// Whose an encounter or a dossier is, as far as members decided: the person's other appearances, and
/// who else may be the same person.
struct PersonHere: Encodable, Sendable {
    /// The person's other dossiers, and encounters that led to none, in log order.
    var others: [Other]
    /// Every encounter with the person, in log order, for whoever may see encounters.
    var met: [AppearanceLine]
    /// Pairs that somebody kept apart and that are one person all the same.
    var contradictions: [Contradiction]
    /// Who may be the same person, undecided.
    var candidates: [AlikeLine]

    struct Other: Encodable, Sendable {
        var appearance: AppearanceLine
        /// Decided of just these two, or by way of others.
        var isDirect: Bool
    }

    struct Contradiction: Encodable, Sendable {
        var one: AppearanceLine
        var other: AppearanceLine
    }

    static func read(_ appearance: Appearance, _ visit: Visit) async throws -> PersonHere? {
        guard await visit.node.answer(.seeSamePerson, by: visit.member) == .permitted else {
            return nil
        }
        let sight = await Sight(visit)
        let candidates = try await AlikeLine.all(for: appearance, visit, sight)
        return try await visit.read(.seeSamePerson) { desk, commons, _ in
            let persons = desk.persons
            let unit = persons.unit(of: appearance)
            return PersonHere(
                others: persons.appearances(of: appearance)
                    .filter { persons.unit(of: $0) == $0 && $0 != unit && sight.sees($0) }
                    .map { other in
                        let pair = AppearancePair(appearance, other)
                        return Other(
                            appearance: AppearanceLine(other, desk, commons, sight),
                            isDirect: persons.verdict(on: pair) == .merged
                        )
                    },
                met: persons.encounters(of: appearance).map { Appearance.encounter($0) }
                    .filter(sight.sees).map { AppearanceLine($0, desk, commons, sight) },
                contradictions: persons.contradictions.filter { pair in
                    sight.sees(pair.first) && sight.sees(pair.second)
                        && persons.isOnePerson(AppearancePair(appearance, pair.first))
                }.map { pair in
                    Contradiction(
                        one: AppearanceLine(pair.first, desk, commons, sight),
                        other: AppearanceLine(pair.second, desk, commons, sight)
                    )
                },
                candidates: candidates
            )
        }
    }

    // MARK: On the page of what it is about

    /// What has to be looked at, for the top of a page.
    func notices(_ appearance: Appearance, _ words: Words) -> HTML {
        HTML {
            for pair in contradictions {
                notice(.alarm) {
                    p {
                        words(
                            "samePerson.contradictionOf",
                            ["one": pair.one.name(words), "other": pair.other.name(words)]
                        )
                    }
                    p {
                        a(.href("/same-person/\(pair.one.id)/\(pair.other.id)")) {
                            words("samePerson.settle")
                        }
                    }
                }
            }
            if !candidates.isEmpty {
                notice(.caution) {
                    p { words("samePerson.waiting", count: candidates.count) }
                    p { a(.href("/same-person/\(appearance)")) { words("samePerson.seeWho") } }
                }
            }
        }
    }

    /// The person's other dossiers and encounters, with the way to undo what made them one, and where
    /// and when the person was met.
    func card(_ appearance: Appearance, _ screen: Screen) -> HTML {
        let words = screen.words
        guard !others.isEmpty else { return HTML() }
        return Web.card(words("samePerson.sameAs")) {
            for other in others { row(other, appearance, screen) }
            if met.count > 1 {
                dataTable(
                    words("samePerson.times", count: met.count),
                    [Column(words("field.at")), Column(words("field.place"))],
                    rows: met.map { line in
                        [
                            a(.href(line.path)) { line.at.map(words.dayAndTime) ?? "" },
                            HTML(text: line.place ?? ""),
                        ]
                    }
                )
            }
        }
    }

    private func row(_ other: Other, _ appearance: Appearance, _ screen: Screen) -> HTML {
        let words = screen.words
        let line = other.appearance
        let pair = "/same-person/\(appearance)/\(line.id)"
        return HTML {
            p {
                a(.href(line.path)) { line.name(words) }
                br()
                span(.class("hint")) {
                    [line.at.map(words.dayAndTime), line.place, line.lead].compactMap(\.self)
                        .joined(separator: " · ")
                }
            }
            p(.class("buttons")) {
                a(.class("button button--quiet"), .href(pair)) {
                    words(other.isDirect ? "samePerson.look" : "samePerson.byOthers")
                    span(.class("hidden")) { ": \(line.name(words))" }
                }
                if other.isDirect, screen.permitted.contains(.decideSamePerson) {
                    a(.class("button button--quiet"), .href("\(pair)?verdict=undone#decision")) {
                        words("samePerson.undo")
                        span(.class("hidden")) { ": \(line.name(words))" }
                    }
                }
            }
        }
    }
}
