import Casework

/// A finding as it is shown: what, by which rule, and because of which answers.
struct FindingView {
    private let model: Screenings.Shown
    private let words: Words
    private let library = IndicatorLibrary.standard
    private let questions: [String: Screenings.Question]

    init(_ model: Screenings.Shown, _ words: Words) {
        self.model = model
        self.words = words
        questions = Dictionary(model.questions.map { ($0.code, $0) }) { first, _ in first }
    }

    private var finding: Finding { model.finding }

    // MARK: The elements

    var headline: HTML {
        let palermo = finding.palermo
        return notice(palermo.conclusion.tone) {
            h2 { words("elements.\(palermo.conclusion.rawValue)") }
            p {
                words(
                    palermo.meansNeeded
                        ? "finding.adult.\(palermo.conclusion.rawValue)"
                        : "finding.child.\(palermo.conclusion.rawValue)"
                )
            }
            p { words("finding.personDecides") }
        }
    }

    var elements: HTML {
        div(.class("three")) {
            for element in finding.palermo.elements {
                card(words(element.element.words)) { about(element) }
            }
        }
    }

    private func about(_ element: ElementFinding) -> HTML {
        HTML {
            p { statusTag(element.state.tone, words("elementState.\(element.state.rawValue)")) }
            if element.element == .means, !finding.palermo.meansNeeded {
                p { strong { words("finding.meansNotNeeded") } }
            }
            p { words("elementBecause.\(element.state.rawValue)") }
            if !element.bases.isEmpty {
                ul {
                    for basis in element.bases {
                        li { words("basis.\(basis.rawValue)") }
                    }
                }
            }
            if element.bases == [.proposedTag] {
                notice(.caution) { p { words("finding.onlyProposed") } }
            }
            behind(element.because)
        }
    }

    /// The answers behind a reason, folded away.
    private func behind(_ codes: [String]) -> HTML {
        let questions = codes.compactMap { self.questions[$0] }
        return HTML {
            if !questions.isEmpty {
                details {
                    summary { words("finding.behind", count: questions.count) }
                    answerList(questions, model.answers, words)
                }
            }
        }
    }

    func unanswered(canAsk: Bool) -> HTML {
        HTML {
            if finding.unanswered > 0 {
                notice(.plain) {
                    p {
                        words(
                            "finding.unanswered",
                            [
                                "open": words.number(finding.unanswered),
                                "all": words.number(model.questions.count),
                            ]
                        )
                    }
                    if canAsk {
                        p {
                            a(.href("/screenings/\(model.screening)")) { words("finding.askMore") }
                        }
                    }
                }
            }
        }
    }

    // MARK: The dimensions

    var dimensions: HTML {
        HTML {
            for group in finding.bySet {
                section(.class("card")) {
                    h2 { library[versioned: group.set].map { words($0.title) } ?? group.set }
                    p { words(group.combination.words) }
                    dataTable(
                        words("finding.dimensions"),
                        [
                            Column(words("finding.column.dimension")),
                            Column(words("finding.column.strong"), isNumber: true),
                            Column(words("finding.column.medium"), isNumber: true),
                            Column(words("finding.column.weak"), isNumber: true),
                            Column(words("finding.column.result")),
                        ],
                        rows: group.dimensions.map { row($0, of: group.set) }
                    )
                    for dimension in group.dimensions where !dimension.answered.isEmpty {
                        details {
                            summary {
                                title(dimension.dimension, of: group.set)
                                span(.class("muted")) {
                                    " · \(words("finding.behind", count: dimension.answered.count))"
                                }
                            }
                            strengths(dimension)
                        }
                    }
                }
            }
        }
    }

    private func row(_ dimension: DimensionFinding, of set: String) -> [HTML] {
        let counts = dimension.counts
        return [
            HTML(text: title(dimension.dimension, of: set)),
            HTML(text: words.number(counts.strong)),
            HTML(text: words.number(counts.medium)),
            HTML(text: words.number(counts.weak)),
            result(dimension),
        ]
    }

    private func result(_ dimension: DimensionFinding) -> HTML {
        div {
            if dimension.isPositive {
                statusTag(.info, words("finding.positive"))
                for rule in dimension.rules {
                    p(.class("hint")) { words(rule.words) }
                }
            } else if dimension.isSettled {
                statusTag(.plain, words("finding.notPositive"))
            } else {
                statusTag(.plain, words("finding.notPositiveYet"))
            }
        }
    }

    private func title(_ dimension: Dimension, of set: String) -> String {
        library[versioned: set]?.title(of: dimension).map { words($0) } ?? dimension.rawValue
    }

    private func strengths(_ dimension: DimensionFinding) -> HTML {
        ul(.class("given")) {
            for code in dimension.answered {
                if let question = questions[code] {
                    li {
                        span { words(question.text) }
                        " "
                        strong {
                            words("strength.\(dimension.strength(of: code)?.rawValue ?? "none")")
                        }
                    }
                }
            }
        }
    }

    // MARK: What else there is to know

    /// The reasons that are not already said above: what no rule covers, and what to be careful of.
    var remarks: HTML {
        let others = finding.reasons.filter { $0.remark != nil }
        return HTML {
            if !others.isEmpty {
                h2 { words("finding.remarks") }
                for reason in others {
                    notice(reason.remark ?? .plain) {
                        p { words(reason.words(in: library)) }
                        behind(reason.codes)
                    }
                }
            }
        }
    }
}

extension ElementState {
    /// None is good or bad news: the answers show it, or do not, or cannot yet.
    fileprivate var tone: Tone {
        switch self {
        case .present: .info
        case .missing: .plain
        case .notEnoughInformation: .caution
        }
    }
}

extension DimensionFinding {
    /// What was answered yes, strongest first.
    fileprivate var answered: [String] { counted + uncounted }

    fileprivate func strength(of code: String) -> Strength? {
        if strong.contains(code) { return .strong }
        if medium.contains(code) { return .medium }
        return weak.contains(code) ? .weak : nil
    }
}

extension FindingReason {
    /// How to show it as a remark; nil for what has a place of its own on the page.
    fileprivate var remark: Tone? {
        switch self {
        case .element, .dimension, .combination: nil
        case .treatedAsChild, .withoutRule: .info
        case .answersDisagree, .setForAnotherAge, .sourceNotChecked, .answersWithoutQuestion:
            .caution
        }
    }
}
