import Casework

extension Home {
    static func view(_ home: Home, _ screen: Screen) -> HTML {
        let words = screen.words
        let counts = home.figures(words)
        return Layout.page(words("home.title"), in: screen.frame, isWide: true) {
            h1 { words("home.hello", ["name": screen.frame.member?.name ?? ""]) }
            p(.class("lede")) {
                words(
                    counts.isEmpty ? "home.looking" : "home.working",
                    ["agency": home.agency]
                )
            }
            if !counts.isEmpty {
                Web.figures(counts, words)
            }
            if !home.urgent.isEmpty {
                card(words("home.urgent")) { taskList(home.urgent.map { row($0, screen) }) }
            } else if home.sent != nil {
                notice(.good) { p { words("home.nothingUrgent") } }
            }
            if let openings = home.openings {
                card(words("home.openings")) { openingsView(openings, words) }
            }
            if counts.isEmpty {
                looking(words)
            }
        }
    }

    private func figures(_ words: Words) -> [Figure] {
        var figures: [Figure] = []
        if let toAnswer {
            figures.append(
                Figure(
                    toAnswer.waiting,
                    words("home.toAnswer"),
                    "/referrals",
                    tone: toAnswer.overdue > 0 ? .alarm : .plain
                )
            )
            figures += Self.alarm(toAnswer.overdue, words("home.toAnswerOverdue"))
        }
        if let sent {
            if sent.waiting > 0 || toAnswer == nil {
                figures.append(Figure(sent.waiting, words("home.sentWaiting"), "/referrals"))
            }
            figures += Self.alarm(sent.overdue, words("home.sentOverdue"))
            if sent.declined > 0 {
                figures.append(
                    Figure(sent.declined, words("home.sentDeclined"), "/referrals", tone: .caution)
                )
            }
        }
        if let encountersWithoutConsent {
            figures.append(
                Figure(encountersWithoutConsent, words("home.withoutConsent"), "/encounters")
            )
        }
        if let dossiers {
            if dossiers.led > 0 || dossiers.shared == 0 {
                figures.append(Figure(dossiers.led, words("home.led"), "/dossiers"))
            }
            if dossiers.shared > 0 {
                figures.append(Figure(dossiers.shared, words("home.shared"), "/dossiers"))
            }
        }
        if let flags, flags > 0 {
            figures.append(Figure(flags, words("home.flags"), "/flags", tone: .caution))
        }
        if let draftsToReview {
            figures.append(Figure(draftsToReview, words("home.drafts"), "/documents"))
        }
        return figures
    }

    private static func alarm(_ count: Int, _ text: String) -> [Figure] {
        count > 0 ? [Figure(count, text, "/referrals", tone: .alarm)] : []
    }

    private static func row(_ deadline: Deadline, _ screen: Screen) -> TaskRow {
        let words = screen.words
        return TaskRow(
            words(
                "home.deadline.\(deadline.kind.rawValue)",
                ["agency": deadline.agency, "reference": deadline.reference]
            ),
            deadline.path,
            hint: words.dayAndTime(deadline.at),
            tone: tone(of: deadline.at, now: screen.now),
            status: words.deadline(deadline.at, now: screen.now)
        )
    }

    private static func tone(of deadline: Moment, now: Moment) -> Tone {
        if deadline < now { return .alarm }
        return deadline < now.adding(hours: 12) ? .caution : .info
    }

    private static func openingsView(_ openings: [Opening], _ words: Words) -> HTML {
        guard !openings.isEmpty else {
            return p(.class("muted")) { words("home.openingsNone") }
        }
        return HTML {
            p(.class("hint")) { words("home.openingsHow") }
            timeline(
                openings.map { opening in
                    opening.step.item(
                        words,
                        more: p {
                            a(.href("/dossiers/\(opening.dossier)")) {
                                words("dossiers.one", ["reference": opening.reference])
                            }
                        }
                    )
                },
                words
            )
        }
    }

    private static func looking(_ words: Words) -> HTML {
        div(.class("two")) {
            card(words("nav.record")) {
                p { words("home.recordText") }
                p { a(.href("/record")) { words("home.recordLink") } }
            }
            card(words("nav.directory")) {
                p { words("home.directoryText") }
                p { a(.href("/directory")) { words("home.directoryLink") } }
            }
        }
    }
}
