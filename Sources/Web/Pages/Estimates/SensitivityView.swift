import Estimation

/// What other choices would have given.
enum SensitivityView {
    static func view(_ sensitivity: Sensitivity, _ words: Words) -> HTML {
        card(words("estimates.sensitivity")) {
            p { words("estimates.sensitivityIntro") }
            bands(sensitivity, words)
            alternatives("estimates.withoutList", sensitivity.withoutList, words)
            alternatives("estimates.mergedPairs", sensitivity.mergedPairs, words)
            consistency(sensitivity, words)
            links(sensitivity, words)
        }
    }

    private static func number(_ key: String, _ words: Words) -> Column {
        Column(words(key), isNumber: true)
    }

    private static func bands(_ sensitivity: Sensitivity, _ words: Words) -> HTML {
        guard !sensitivity.bands.isEmpty else { return HTML() }
        return dataTable(
            words("estimates.models"),
            [
                Column(words("estimates.near")), number("estimates.modelCount", words),
                number("estimates.interval", words),
            ],
            rows: sensitivity.bands.map { band in
                [
                    HTML(text: "ΔBIC ≤ \(words.number(band.within, places: 0))"),
                    HTML(text: words.number(band.models)), HTML(text: words.people(band.range)),
                ]
            }
        )
    }

    private static func alternatives(
        _ key: String,
        _ rows: [AlternativeEstimate],
        _ words: Words
    ) -> HTML {
        guard !rows.isEmpty else { return HTML() }
        return dataTable(
            words(key),
            [
                Column(words("estimates.theLists")), number("estimates.stepwise", words),
                number("estimates.bestModel", words),
            ],
            rows: rows.map { row in
                [
                    HTML(text: row.lists.joined(separator: " + ")),
                    HTML(text: row.stepwise.map(words.people) ?? "—"),
                    HTML(text: row.bic.map(words.people) ?? "—"),
                ]
            }
        )
    }

    private static func consistency(_ sensitivity: Sensitivity, _ words: Words) -> HTML {
        guard !sensitivity.consistency.isEmpty else { return HTML() }
        return dataTable(
            words("estimates.consistency"),
            [
                Column(words("estimates.list")), number("estimates.known", words),
                number("estimates.othersSay", words),
            ],
            rows: sensitivity.consistency.map { row in
                [
                    HTML(text: row.list), HTML(text: words.number(row.known)),
                    HTML(text: row.estimate.map(words.people) ?? "—"),
                ]
            }
        )
    }

    private static func links(_ sensitivity: Sensitivity, _ words: Words) -> HTML {
        guard !sensitivity.links.isEmpty else { return HTML() }
        return dataTable(
            words("estimates.links"),
            [
                Column(words("estimates.linkError")), number("estimates.independence", words),
                number("estimates.stepwise", words),
            ],
            rows: sensitivity.links.map { row in
                [
                    HTML(
                        text: words(
                            "estimates.link.\(row.kind.rawValue)",
                            ["share": words.percent(row.share)]
                        )
                    ),
                    HTML(text: row.independence.map(words.people) ?? "—"),
                    HTML(text: row.stepwise.map(words.people) ?? "—"),
                ]
            }
        )
    }
}
