import Foundation

/// What must be said whenever the number is.
///
/// Each estimate of hidden people outlives its corrections, so its limits are part of it.
enum AccompanyingText {
    static func paragraphs(for report: EstimationReport) -> [Wording] {
        guard report.verdict != .refused else {
            return [scope(report), withheld(report), privacy]
        }
        guard report.timesSeen == nil else {
            return [scope(report), oneList, review(report), misuse, privacy]
        }
        return [
            scope(report), assumption, directions, seen(report), linkage(report),
            sensitivity(report), method(report), review(report), misuse, privacy,
        ].compactMap { $0 }
    }

    private static func scope(_ report: EstimationReport) -> Wording {
        let said = report.declarations
        return Wording(
            "Población: \(said.population ?? "no declarada"). Lugar: \(said.place ?? "no declarado"). "
                + "Periodo: \(said.window ?? "no declarado"). Se cuentan personas distintas en todo el "
                + "periodo; el número no se divide entre días ni se lleva a otros lugares o años.",
            "Population: \(said.population ?? "not declared"). Place: \(said.place ?? "not declared"). "
                + "Window: \(said.window ?? "not declared"). Distinct people are counted over the whole "
                + "window; the number is not to be divided by days or carried to other places or years."
        )
    }

    private static let assumption = Wording(
        "Se supone que, entre las personas que nadie vio, no hay entre las listas más dependencia que la "
            + "del modelo. Los datos no pueden comprobarlo.",
        "It is assumed that, among the people nobody saw, the lists depend on each other no more than "
            + "the model says. The data cannot test this."
    )

    private static let directions = Wording(
        "Quienes se van o son rescatados tras el primer contacto no pueden volver a ser vistos: eso sube "
            + "el número. Las listas hechas por referencia, y las personas difíciles de encontrar para "
            + "todas, lo bajan. A quienes ninguna lista puede alcanzar el número no los cuenta.",
        "People who leave or are rescued after a first contact cannot be seen again: that raises the "
            + "number. Lists made by referral, and people who are hard for every list to find, lower "
            + "it. People whom no list can ever reach are not in the number at all."
    )

    private static let oneList = Wording(
        "Una sola lista solo dice «al menos»: supone que ser visto una vez no hace menos probable ser visto "
            + "otra. Quien se va o es rescatado tras el primer contacto hace que aun esa cota sea "
            + "demasiado alta. Los demás métodos suponen más y se muestran solo para comparar.",
        "One list only says “at least”: it supposes that being seen once makes being seen again no less "
            + "likely. People who leave or are rescued after a first contact make even this bound too "
            + "high. The other methods suppose more and are shown for comparison only."
    )

    private static func seen(_ report: EstimationReport) -> Wording? {
        guard let range = report.range, range.high > 0 else { return nil }
        let seen = FigureText.count(Double(report.observed))
        guard range.high.isFinite else {
            let most = FigureText.share(min(1, Double(report.observed) / max(range.low, 1)))
            return Wording(
                "Se vio a \(seen) personas: como mucho el \(most) de todas, según el intervalo.",
                "\(seen) people were seen: at most \(most) of all, by the range."
            )
        }
        let least = FigureText.share(Double(report.observed) / range.high)
        let most = FigureText.share(min(1, Double(report.observed) / max(range.low, 1)))
        return Wording(
            "Se vio a \(seen) personas: entre el \(least) y el \(most) de todas, según el intervalo.",
            "\(seen) people were seen: between \(least) and \(most) of all, by the range."
        )
    }

    private static func linkage(_ report: EstimationReport) -> Wording? {
        guard let links = report.sensitivity?.links else { return nil }
        let said = report.declarations.linkage
        var es = "Enlace entre listas: \(said ?? "no se declaró cómo ni con qué calidad")."
        var en = "Linking between lists: \(said ?? "how and how well was not declared")."
        for kind in LinkErrorEstimate.Kind.allCases {
            let moved = links.filter { $0.kind == kind && $0.share <= 0.1 }
                .compactMap { link in
                    link.stepwise.map { (FigureText.share(link.share), FigureText.count($0)) }
                }
            guard !moved.isEmpty else { continue }
            let list = moved.map { "\($0.0) → \($0.1)" }.joined(separator: ", ")
            switch kind {
            case .missed:
                es += " Si además faltara una parte de los enlaces, «por pasos» daría: \(list)."
                en += " Were a further part of the links missed, “stepwise” would give: \(list)."
            case .falseLinks:
                es += " Si además hubiera enlaces falsos: \(list)."
                en += " Were there further false links: \(list)."
            }
        }
        return Wording(es, en)
    }

    private static func sensitivity(_ report: EstimationReport) -> Wording? {
        guard let sensitivity = report.sensitivity else { return nil }
        var es: [String] = []
        var en: [String] = []
        if let band = sensitivity.bands.last {
            let models = FigureText.count(Double(band.models))
            es.append(
                "Los modelos que los datos no descartan con claridad (\(models)) dan "
                    + "\(band.range.words.es)."
            )
            en.append(
                "The models that the data do not clearly rule out (\(models)) give "
                    + "\(band.range.words.en)."
            )
        }
        if let range = Interval(holding: sensitivity.withoutList.compactMap(\.stepwise)) {
            es.append("Sin una u otra lista se obtiene \(range.words.es).")
            en.append("Without one list or another it is \(range.words.en).")
        }
        let logs = sensitivity.consistency
            .filter { $0.resighted >= EstimationGates.resighted }.compactMap(\.logRatio)
        if let worst = logs.max(by: { abs($0) < abs($1) }) {
            let off = FigureText.share(abs(exp(worst) - 1))
            es.append(
                "Donde se puede comprobar (las personas de cada lista, estimadas con las demás), el "
                    + "error mayor es del \(off) \(worst < 0 ? "de menos" : "de más")."
            )
            en.append(
                "Where it can be checked (the people of each list, estimated from the others), the "
                    + "largest error is \(off) too \(worst < 0 ? "low" : "high")."
            )
        }
        return es.isEmpty ? nil : Wording(es.joined(separator: " "), en.joined(separator: " "))
    }

    private static func method(_ report: EstimationReport) -> Wording {
        var es: [String] = []
        var en: [String] = []
        for method in report.methods {
            guard let resamples = method.resamples else { continue }
            let count = FigureText.count(Double(resamples))
            es.append(
                "«\(method.name.words.es)» es la unión de BCa y percentiles de \(count) repeticiones que "
                    + "eligen el modelo de nuevo"
            )
            en.append(
                "that of “\(method.name.words.en)” is the hull of BCa and percentile over \(count) "
                    + "resamples, each with its own choice of model"
            )
        }
        if report.methods.contains(where: { $0.name == .decomposable }) {
            let name = MethodResult.Name.decomposable.words
            es.append("«\(name.es)» es el 95 % de la probabilidad")
            en.append("that of “\(name.en)” is 95 % of the probability")
        }
        let made = Wording(
            "Semilla \(report.seed), versión \(report.version).",
            "Seed \(report.seed), version \(report.version)."
        )
        guard !es.isEmpty else { return made }
        return Wording(
            "Intervalos del 95 %: \(es.joined(separator: "; ")). \(made.es)",
            "95 % intervals: \(en.joined(separator: "; ")). \(made.en)"
        )
    }

    private static func review(_ report: EstimationReport) -> Wording {
        let reviewer = report.declarations.reviewer
        return Wording(
            reviewer.map { "Revisado por: \($0)." }
                ?? "No se ha declarado ninguna revisión externa; debería hacerla un estadístico independiente junto con "
                + "personas de las comunidades afectadas.",
            reviewer.map { "Reviewed by: \($0)." }
                ?? "No outside review has been declared; an independent statistician should make one, together "
                + "with people of the communities concerned."
        )
    }

    private static func withheld(_ report: EstimationReport) -> Wording {
        report.least == nil
            ? Wording(
                "Con estos datos no se da ningún número, ni siquiera una cota. Lo que permiten decir son "
                    + "los recuentos.",
                "These data give no number, not even a bound. What they allow to be said are the counts."
            )
            : Wording(
                "Con estos datos no se da ningún número. Lo que permiten decir son los recuentos y la "
                    + "cota inferior, con su supuesto.",
                "These data give no number. What they allow to be said are the counts and the lower "
                    + "bound, with what it supposes."
            )
    }

    private static let misuse = Wording(
        "No sirve como meta, cuota ni argumento para redadas o recortes; no dice nada de ninguna "
            + "persona, nacionalidad o ruta, ni permite comparar lugares o periodos con otras listas.",
        "It is no target, no quota and no argument for raids or cuts; it says nothing about any person, "
            + "nationality or route, and does not compare places or windows with other lists."
    )

    private static let privacy = Wording(
        "Los recuentos de menos de 10 personas pueden delatar a alguien: no deben publicarse sin agrupar.",
        "Counts below 10 people can give somebody away: they must not be published unless pooled."
    )
}
