extension ReportText {
    mutating func writeSensitivity() {
        guard let sensitivity = report.sensitivity else { return }
        page.heading(pick("Had somebody chosen otherwise", "Si se hubiera elegido otra cosa"))
        if !sensitivity.bands.isEmpty { writeBands(sensitivity) }
        writeAlternatives(
            sensitivity.withoutList,
            pick("without", "sin"),
            joinedBy: ", "
        )
        writeAlternatives(
            sensitivity.mergedPairs,
            pick("taken as one list", "como una sola lista"),
            joinedBy: " + "
        )
        writeConsistency(sensitivity.consistency)
        writeLinks(sensitivity.links)
    }

    private mutating func writeBands(_ sensitivity: Sensitivity) {
        page.paragraph(
            pick(
                "Of \(count(sensitivity.modelCount)) models of order up to \(sensitivity.order), "
                    + "\(count(sensitivity.admissibleCount)) have an estimate. By how far their BIC is above "
                    + "the lowest:",
                "De \(count(sensitivity.modelCount)) modelos de orden hasta \(sensitivity.order), "
                    + "\(count(sensitivity.admissibleCount)) tienen estimación. Según cuánto supera su "
                    + "BIC al más bajo:"
            )
        )
        page.table(
            [
                [
                    pick("BIC above best", "BIC sobre el mejor"), pick("models", "modelos"),
                    pick("from – to", "de – a"), pick("weighted mean", "media ponderada"),
                ]
            ]
                + sensitivity.bands.map {
                    [
                        "≤ " + FigureText.count($0.within), count($0.models), count($0.range),
                        FigureText.count($0.weightedMean),
                    ]
                }
        )
    }

    private mutating func writeAlternatives(
        _ alternatives: [AlternativeEstimate],
        _ title: String,
        joinedBy separator: String
    ) {
        guard !alternatives.isEmpty else { return }
        page.blank()
        page.table(
            [
                [
                    title, pick("seen", "vistas"),
                    MethodResult.Name.stepwise.words.text(in: language),
                    "BIC",
                ]
            ]
                + alternatives.map {
                    [
                        $0.lists.joined(separator: separator), count($0.observed),
                        $0.stepwise.map(FigureText.count) ?? "—",
                        $0.bic.map(FigureText.count) ?? "—",
                    ]
                }
        )
    }

    private mutating func writeConsistency(_ consistency: [ListConsistency]) {
        guard !consistency.isEmpty else { return }
        page.blank()
        page.paragraph(
            pick(
                "The people of each list, whose number is known, estimated from the other lists:",
                "Las personas de cada lista, cuyo número se conoce, estimadas con las demás:"
            )
        )
        page.table(
            [
                [
                    pick("list", "lista"), pick("known", "se sabe"), pick("on others", "en otras"),
                    pick("estimate", "estimación"),
                ]
            ]
                + consistency.map {
                    [
                        $0.list, count($0.known), count($0.resighted),
                        $0.estimate.map(FigureText.count) ?? "—",
                    ]
                }
        )
    }

    private mutating func writeLinks(_ links: [LinkErrorEstimate]) {
        guard !links.isEmpty else { return }
        page.blank()
        page.table(
            [
                [
                    pick("had linking", "si el enlace"), pick("seen", "vistas"),
                    pick("independent", "independientes"),
                    MethodResult.Name.stepwise.words.text(in: language),
                ]
            ]
                + links.map { link in
                    let share = FigureText.count(link.share * 100)
                    let what =
                        switch link.kind {
                        case .missed: pick("missed \(share) %", "omitiera \(share) %")
                        case .falseLinks: pick("\(share) % false links", "sumara \(share) % falsos")
                        }
                    return [
                        what, count(link.observed), link.independence.map(FigureText.count) ?? "—",
                        link.stepwise.map(FigureText.count) ?? "—",
                    ]
                }
        )
    }
}
