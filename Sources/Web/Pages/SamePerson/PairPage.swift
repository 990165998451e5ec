import Casework
import Coalition

/// Two encounters or dossiers side by side: why they may be of one person, in words, and what a
/// member decides of them.
enum PairPage {
    struct Model: Encodable, Sendable {
        var one: AppearanceLine
        var other: AppearanceLine
        /// How alike their cards are; none if one has no card.
        var likeness: AlikeLine.Likeness?
        /// Whether they are one person now, decided of these two or by way of others.
        var isOnePerson: Bool
        /// What was decided of just these two and stands.
        var verdict: PairVerdict?
        /// Everything that was said of these two, oldest first.
        var history: [Said]
        /// What speaks against a merge.
        var doubts: [MergeDoubt]
        /// The verdict that the form begins with.
        var asked: PairVerdict?
        /// The dossiers that can be opened for the comparison, and are not yet.
        var closed: [String]
        /// What the opened sections say, line by line; empty until one is open.
        var opened: Opened?
    }

    /// One decision.
    struct Said: Encodable, Sendable {
        var verdict: PairVerdict
        var why: String
        var at: Moment
        var who: Who
        var entry: UInt64

        init(_ decision: PairDecision, _ desk: Desk, _ commons: Commons) {
            verdict = decision.verdict
            why = decision.why
            at = decision.stamp.at
            who = Who(decision.stamp, desk, commons)
            entry = decision.stamp.position
        }
    }

    /// The forms of the page.
    enum Part { case decision, opening }

    /// The page; `refused` is the part whose form was refused, if one was.
    static func page(refused: Part? = nil) -> Page<Model> {
        Page(.seeSamePerson, model: model) { view($0, $1, refused) }
    }

    @Sendable private static func model(_ visit: Visit) async throws -> Model {
        let sight = await Sight(visit)
        let one = try sight.asked("one", in: visit)
        let other = try sight.asked("other", in: visit)
        let pair = AppearancePair(one, other)
        let resemblance = try await visit.node.resemblance(pair, by: visit.member)
        let opened = try await Opened.read(one, other, visit)
        return try await visit.read(.seeSamePerson) { desk, commons, _ in
            let persons = desk.persons
            guard desk.knows(one), desk.knows(other),
                persons.unit(of: one) != persons.unit(of: other)
            else { throw Refusal.notFound }
            return Model(
                one: AppearanceLine(one, desk, commons, sight),
                other: AppearanceLine(other, desk, commons, sight),
                likeness: resemblance.map(AlikeLine.Likeness.init),
                isOnePerson: persons.isOnePerson(pair),
                verdict: persons.verdict(on: pair),
                history: persons.history(of: pair).map { Said($0, desk, commons) },
                doubts: MergeDoubt.allCases.filter(persons.doubts(ofMerging: pair).contains),
                asked: visit.query("verdict").flatMap(PairVerdict.init),
                closed: PairOpening.closed([one, other], opened, on: desk).map(\.reference),
                opened: opened
            )
        }
    }

    private static func view(_ model: Model, _ screen: Screen, _ refused: Part?) -> HTML {
        let words = screen.words
        let heading = words("samePerson.sideBySide")
        return Layout.page(
            heading,
            in: screen.frame,
            hasErrors: !screen.fields.errors.isEmpty,
            isWide: true
        ) {
            backLink(model.one.name(words), model.one.path)
            h1 { heading }
            standing(model, words)
            dataTable(
                words("samePerson.known"),
                columns(model, words),
                rows: knownRows(model, words)
            )
            if let opened = model.opened {
                openedView(opened, model, words)
            }
            PairOpening.view(model, screen, isRefused: refused == .opening)
            why(model, words)
            if screen.permitted.contains(.decideSamePerson) {
                decision(model, screen, isRefused: refused == .decision)
            }
            if !model.history.isEmpty { history(model, words) }
        }
    }

    // MARK: What is known

    /// What stands now, and what has to be settled.
    private static func standing(_ model: Model, _ words: Words) -> HTML {
        switch (model.verdict, model.isOnePerson) {
        case (.keptApart?, true):
            notice(.alarm) { p { words("samePerson.contradiction") } }
        case (.keptApart?, false):
            notice(.plain) { p { words("samePerson.standing.keptApart") } }
        case (.merged?, _):
            notice(.good) { p { words("samePerson.standing.merged") } }
        case (_, true):
            notice(.info) { p { words("samePerson.standing.byOthers") } }
        case (_, false):
            p(.class("lede")) { words("samePerson.standing.open") }
        }
    }

    static func columns(_ model: Model, _ words: Words) -> [Column] {
        [
            Column(words("samePerson.line")), Column(model.one.reference),
            Column(model.other.reference),
        ]
    }

    private static func knownRows(_ model: Model, _ words: Words) -> [[HTML]] {
        let lines = [model.one, model.other].map { AlikeView.rows($0, words) }
        let titles = lines.flatMap { $0.map(\.title) }.reduce(into: [String]()) { all, title in
            if !all.contains(title) { all.append(title) }
        }
        let links = [model.one, model.other].map { line in
            a(.href(line.path)) { line.name(words) }
        }
        return [[HTML(text: words("samePerson.which"))] + links]
            + titles.map { title in
                [HTML(text: title)]
                    + lines.map { rows in
                        rows.first { $0.title == title }?.value
                            ?? span(.class("muted")) { words("form.notGiven") }
                    }
            }
    }

    private static func why(_ model: Model, _ words: Words) -> HTML {
        card(words("samePerson.why")) {
            if let likeness = model.likeness {
                p { AlikeView.likelihood(likeness.likelihood, words) }
                AlikeView.agreements(likeness, words)
                p(.class("hint")) { words("samePerson.fromCards") }
            } else {
                p(.class("muted")) { words("samePerson.noCard") }
            }
        }
    }

    private static func history(_ model: Model, _ words: Words) -> HTML {
        card(words("samePerson.history")) {
            timeline(
                model.history.map { said in
                    TimelineItem(
                        said.at,
                        words(
                            "samePerson.said.\(said.verdict.rawValue)",
                            ["who": said.who.text(words)]
                        ),
                        detail: HTML {
                            p { words("course.said", ["words": said.why]) }
                            p(.class("hint")) {
                                a(.href("/record/entries/\(said.entry)")) {
                                    words("samePerson.entry", ["entry": String(said.entry)])
                                }
                            }
                        }
                    )
                },
                words
            )
        }
    }
}

extension Screen {
    /// A form with what was sent if it is the one that was refused, and else with what it begins with.
    func form(
        isRefused: Bool,
        beginning values: [String: [String]] = [:],
        labels: [String: String]
    ) -> FormView {
        isRefused
            ? form(labels: labels)
            : FormView(
                words,
                FormFields(values),
                token: frame.member?.formToken,
                labels: labels
            )
    }
}
