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
                "\(sightings.es)\(bound.es) Lo plausible es que sean \(words.es).",
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

    /// At least how many people there are: ``lowerBound``, and never fewer than were seen.
    public var least: Double? { lowerBound.map { max(Double(observed), $0) } }

    /// What the methods and the range allow as a lower bound.
    var boundByMethods: Double? {
        let bound =
            methods.first { $0.name == .chaoCorrected } ?? methods.first { $0.name == .chao }
        guard let low = bound?.interval?.low else { return nil }
        let estimates = methods.filter { $0.name.isEstimate }.compactMap(\.estimate)
        let least = (estimates + [range?.low].compactMap(\.self)).reduce(low, min)
        return max(Double(observed), least)
    }

    private var leastWords: Wording {
        guard let least else { return Wording("", "") }
        let people = RoundedPeople(
            range ?? Interval(low: 0, high: least),
            seen: Double(observed)
        )
        let words = people.down(least)
        return lists.count == 1
            ? Wording(
                " Son al menos \(words), si ser visto una vez no hace menos probable ser visto otra.",
                " They are at least \(words), if being seen once does not make being seen again less "
                    + "likely."
            )
            : Wording(
                " Son al menos \(words), si estar en una lista no hace menos probable estar en otra.",
                " They are at least \(words), if being on one list does not make being on another less "
                    + "likely."
            )
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
                "REFUSED: these data do not allow an estimate of how many people are missing."
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
