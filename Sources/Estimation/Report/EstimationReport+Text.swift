extension EstimationReport {
    /// Lays the report out as plain text: the verdict with its reasons and the range first, then the
    /// counts, each method, what other choices would give, and what must be said with the number.
    ///
    /// - Parameter language: The language of the words; names of lists stay as they are.
    /// - Returns: Lines of at most 80 characters; names of lists that are too long for a table are cut.
    public func text(in language: EstimationLanguage) -> String {
        var page = ReportText(report: self, language: language)
        page.writeAnswer()
        page.writeCounts()
        page.writeMethods()
        page.writeSensitivity()
        page.writeAccompanying()
        return page.page.text
    }
}

/// The report while it is laid out.
struct ReportText {
    let report: EstimationReport
    let language: EstimationLanguage
    var page = TextPage()

    init(report: EstimationReport, language: EstimationLanguage) {
        self.report = report
        self.language = language
    }

    func pick(_ english: String, _ spanish: String) -> String {
        language.pick(english, spanish)
    }

    /// What a reader must take away, should they read no further.
    mutating func writeAnswer() {
        page.heading(
            pick("How many people were never seen", "Cuántas personas nunca fueron vistas")
        )
        page.paragraph(report.answer.text(in: language))
        page.blank()
        page.paragraph(report.verdictWords.text(in: language))
        for (number, reason) in report.reasons.enumerated() {
            let mark = reason.refuses ? "!" : " "
            let place = number < 9 ? " \(number + 1)" : "\(number + 1)"
            page.paragraph(reason.words.text(in: language), first: " \(mark) \(place). ")
        }
    }

    mutating func writeCounts() {
        page.heading(pick("Who was seen", "A quiénes se vio"))
        if let times = report.timesSeen {
            page.table(
                [[pick("times seen", "veces vista"), pick("people", "personas")]]
                    + times.map { [String($0.times), count($0.people)] }
            )
            return
        }
        page.table(
            [
                [
                    pick("list", "lista"), pick("people", "personas"),
                    pick("on no other", "solo en ella"),
                ]
            ]
                + report.listCounts.map { [$0.list, count($0.people), count($0.alone)] }
        )
        guard !report.overlaps.isEmpty else { return }
        page.heading(pick("On both of two lists", "En ambas de dos listas"))
        page.paragraph(
            pick(
                "What two lists alone would say (Chapman) shows which pairs depend on each other; it is "
                    + "no estimate.",
                "Lo que dos listas por sí solas dirían (Chapman) muestra qué pares dependen uno del otro; "
                    + "no es una estimación."
            )
        )
        page.table(
            [
                [
                    pick("lists", "listas"), pick("on both", "en ambas"),
                    pick("alone would say", "dirían"),
                ]
            ]
                + report.overlaps.map { pair in
                    [
                        pair.lists.joined(separator: " · "), count(pair.shared),
                        pair.chapman.map(FigureText.count) ?? "—",
                    ]
                }
        )
    }

    mutating func writeAccompanying() {
        page.heading(pick("What must be said with it", "Lo que debe decirse con ello"))
        for paragraph in report.accompanying {
            page.paragraph(paragraph.text(in: language), first: "  - ")
        }
    }

    func count(_ people: Int) -> String { FigureText.count(Double(people)) }

    func count(_ interval: Interval) -> String {
        "\(FigureText.count(interval.low)) – \(FigureText.count(interval.high))"
    }
}
