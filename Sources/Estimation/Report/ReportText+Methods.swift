extension ReportText {
    mutating func writeMethods() {
        page.heading(pick("Each method", "Cada método"))
        page.table(
            [[pick("method", "método"), pick("estimate", "estimación"), pick("95 %", "95 %")]]
                + report.methods.map { method in
                    [
                        method.name.words.text(in: language),
                        method.estimate.map(FigureText.count) ?? "—",
                        method.interval.map(count) ?? "—",
                    ]
                }
        )
        for method in report.methods {
            let details = details(of: method)
            guard !details.isEmpty else { continue }
            page.paragraph(
                "\(method.name.words.text(in: language)): \(details.joined(separator: "; ")).",
                first: "  "
            )
        }
    }

    private func details(of method: MethodResult) -> [String] {
        var details: [String] = []
        func add(_ value: String?, _ english: String, _ spanish: String) {
            if let value { details.append("\(pick(english, spanish)) \(value)") }
        }
        if method.name.isBound {
            details.append(pick("at least, and no more", "al menos, y nada más"))
        }
        if let terms = method.terms { details.append(self.terms(terms, of: method.name)) }
        if let compared = method.compared {
            let order = method.order.map { pick(" of order up to \($0)", " de orden hasta \($0)") }
            details.append(
                method.name == .decomposable
                    ? "\(count(compared)) \(pick("graphs", "grafos"))"
                    : "\(count(compared)) \(pick("models", "modelos"))\(order ?? "")"
            )
        }
        add(method.bca.map(count), "BCa", "BCa")
        add(method.percentile.map(count), "percentile", "percentiles")
        add(
            method.acceleration.map { FigureText.decimal($0, places: 4) },
            "acceleration",
            "aceleración"
        )
        add(method.z0.map { FigureText.decimal($0, places: 2) }, "z₀", "z₀")
        if let resamples = method.resamples {
            let failed = method.failed ?? 0
            details.append(
                pick(
                    "\(count(resamples)) resamples, \(count(failed)) without an estimate",
                    "\(count(resamples)) repeticiones, \(count(failed)) sin estimación"
                )
            )
        }
        add(method.mean.map(FigureText.count), "mean", "media")
        add(method.median.map(FigureText.count), "median", "mediana")
        add(
            method.modes.flatMap { $0.count > 1 ? $0 : nil }.map {
                $0.map(FigureText.count).joined(separator: ", ")
            },
            "peaks at",
            "picos en"
        )
        if let graph = method.topGraph, let probability = method.topProbability {
            let share = FigureText.decimal(probability * 100, places: 0)
            details.append(
                pick("top graph \(graph) (\(share) %)", "grafo principal \(graph) (\(share) %)")
            )
        }
        for prior in method.priors ?? [] {
            let delta = FigureText.decimal(prior.delta, places: 4)
            details.append(
                "δ = \(delta): \(FigureText.count(prior.median)) [\(count(prior.interval))]"
            )
        }
        add(method.rHat.map { FigureText.decimal($0, places: 3) }, "R-hat", "R-hat")
        add(method.effectiveSize.map(FigureText.count), "effective draws", "muestras efectivas")
        add(method.chains.map(String.init), "chains", "cadenas")
        add(
            method.rejectedShare.map { FigureText.decimal($0 * 100, places: 1) + " %" },
            "draws at the cap",
            "muestras en el tope"
        )
        add(
            method.fitProbability.map {
                $0 < 0.001 ? "< 0.001" : "= " + FigureText.decimal($0, places: 3)
            },
            "fit p",
            "ajuste p"
        )
        if let note = method.note { details.append(note.text(in: language)) }
        return details
    }

    private func terms(_ terms: [String], of name: MethodResult.Name) -> String {
        let listed = terms.joined(separator: ", ")
        return switch (name, terms.isEmpty) {
        case (.truncatedPoisson, true):
            pick("everybody taken as alike", "todas las personas tomadas como iguales")
        case (.truncatedPoisson, false): pick("by ", "según ") + listed
        case (_, true): pick("lists taken as independent", "listas tomadas como independientes")
        case (_, false): pick("dependences ", "dependencias ") + listed
        }
    }
}
