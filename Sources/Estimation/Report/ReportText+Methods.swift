extension ReportText {
    mutating func writeMethods() {
        page.heading(pick("Each method", "Cada método"))
        page.table(
            [[pick("method", "método"), pick("estimate", "estimación"), pick("95 %", "95 %")]]
                + report.methods.map { method in
                    [
                        method.name.words.text(in: language),
                        method.estimate.map(FigureText.count) ?? "—",
                        method.interval.map { interval in
                            // The upper end of a bound's interval bounds nothing.
                            method.name.isBound ? from(interval.low) : count(interval)
                        } ?? "—",
                    ]
                }
        )
        for method in report.methods {
            let details = details(of: method)
            let said = details.isEmpty ? nil : details.joined(separator: "; ") + "."
            let sentences = [said, method.note?.text(in: language)].compactMap(\.self)
            guard !sentences.isEmpty else { continue }
            page.paragraph(
                "\(method.name.words.text(in: language)): \(sentences.joined(separator: " "))",
                first: "  "
            )
        }
    }

    private func from(_ low: Double) -> String {
        "\(pick("from", "desde")) \(FigureText.count(low))"
    }

    private func details(of method: MethodResult) -> [String] {
        var details: [String] = []
        func add(_ value: String?, _ english: String, _ spanish: String) {
            if let value { details.append("\(pick(english, spanish)) \(value)") }
        }
        if method.name.isBound, method.estimate != nil {
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
        if let wald = method.wald {
            details.append(
                pick("were the model known, ", "si se supiera el modelo, ") + "Wald " + count(wald)
            )
        }
        add(method.profile.map(count), "profile likelihood", "verosimilitud perfil")
        if let unresolved = method.unresolved, !unresolved.isEmpty {
            add(
                unresolved.joined(separator: ", "),
                "no model with an estimate explains the overlap of",
                "ningún modelo con estimación explica la coincidencia de"
            )
        }
        if let unreached = method.unreached, unreached > 0 {
            details.append(
                pick(
                    "\(count(unreached)) models left out, whose fit was not reached",
                    "\(count(unreached)) modelos sin usar, cuyo ajuste no se alcanzó"
                )
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
        if let averages = method.averages {
            details += averages.map(average)
        } else {
            add(method.mean.map(FigureText.count), "mean", "media")
        }
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
        if let priors = method.priors, priors.contains(where: { $0.delta >= 0.5 }) {
            details.append(
                pick(
                    "δ of 1/2 and 1 are shown to warn, not to choose from: the prior would then decide",
                    "δ de 1/2 y 1 se muestran para advertir, no para elegir: decidiría el supuesto"
                )
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
            method.fitProbability.map(FigureText.probability),
            "fit p",
            "ajuste p"
        )
        return details
    }

    private func average(_ average: CriterionAverage) -> String {
        let estimate = FigureText.count(average.estimate)
        let mean = FigureText.count(average.mean)
        let criterion = average.criterion.rawValue.uppercased()
        return pick(
            "by \(criterion) best \(average.model) \(estimate), mean of all models \(mean) (95 % of "
                + "the weight \(count(average.interval)))",
            "por \(criterion) el mejor \(average.model) \(estimate), media de todos los modelos "
                + "\(mean) (95 % del peso \(count(average.interval)))"
        )
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
