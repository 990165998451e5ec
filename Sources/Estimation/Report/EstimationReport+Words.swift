extension EstimationReport {
    /// The answer in one or two sentences, the lower bound first and never a lone point.
    public var answer: Wording {
        let seen = FigureText.count(Double(observed))
        let sightings =
            lists.count == 1
            ? Wording("Se vio a \(seen) personas.", "\(seen) people were seen.")
            : Wording(
                "Se vio a \(seen) personas en \(lists.count) listas.",
                "\(seen) people were seen on \(lists.count) lists."
            )
        let bound = atLeast(RoundedPeople(range ?? Interval(low: 0, high: lowerBound ?? 0)))
        if let range {
            return Wording(
                "\(sightings.es)\(bound.es) Plausiblemente son \(range.words.es).",
                "\(sightings.en)\(bound.en) Plausibly they are \(range.words.en)."
            )
        }
        guard verdict == .refused else {
            return Wording("\(sightings.es)\(bound.es)", "\(sightings.en)\(bound.en)")
        }
        return Wording(
            "\(sightings.es) No se puede dar un número.\(bound.es)",
            "\(sightings.en) No number can be given.\(bound.en)"
        )
    }

    private func atLeast(_ people: RoundedPeople) -> Wording {
        guard let lowerBound else { return Wording("", "") }
        let rounded = (lowerBound / people.unit).rounded(.down) * people.unit
        let bound = FigureText.count(max(rounded, Double(observed)))
        return Wording(" Son al menos \(bound).", " They are at least \(bound).")
    }
}

extension EstimationVerdict {
    /// The verdict in a sentence.
    public var words: Wording {
        switch self {
        case .refused:
            Wording(
                "SE RECHAZA: estos datos no permiten estimar cuántas personas faltan.",
                "REFUSED: these data do not allow to estimate how many people are missing."
            )
        case .indicative:
            Wording(
                "SOLO INDICA: el intervalo orienta, y no debe citarse sin estas razones.",
                "INDICATIVE: the range gives an idea, and must not be cited without these reasons."
            )
        case .sound:
            Wording(
                "SÓLIDO: ninguna comprobación falló. El supuesto de abajo sigue sin poder comprobarse.",
                "SOUND: no check failed. The assumption below still cannot be tested."
            )
        }
    }
}
