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
        let bound = leastWords
        if let range {
            let words = range.words(seen: Double(observed))
            return Wording(
                "\(sightings.es)\(bound.es) Plausiblemente son \(words.es).",
                "\(sightings.en)\(bound.en) Plausibly they are \(words.en)."
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

    /// At least how many people there are: the lower end of the interval of Chao's bound, never above the
    /// range, and nil where there is no bound.
    ///
    /// The bound is itself an estimate, so that its middle would claim too much.
    public var least: Double? {
        let bound =
            methods.first { $0.name == .chaoCorrected } ?? methods.first { $0.name == .chao }
        guard let low = bound?.interval?.low else { return nil }
        return max(Double(observed), min(low, range?.low ?? low))
    }

    private var leastWords: Wording {
        guard let least else { return Wording("", "") }
        let people = RoundedPeople(
            range ?? Interval(low: 0, high: least),
            seen: Double(observed)
        )
        let words = people.down(least)
        return Wording(" Son al menos \(words).", " They are at least \(words).")
    }
}

extension EstimationReport {
    /// The verdict in a sentence.
    public var verdictWords: Wording {
        guard verdict != .indicative || range != nil else {
            return Wording(
                "SOLO COTA: no hay intervalo, y la cota no debe citarse sin estas razones.",
                "BOUND ONLY: there is no range, and the bound must not be cited without these reasons."
            )
        }
        return verdict.words
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
