extension FindingReason {
    /// The rule in one sentence; the answers behind it are in ``codes``.
    ///
    /// - Parameter library: Where the titles of sets and dimensions are found. What it does not have
    ///   is called by its identifier.
    /// - Returns: A sentence that begins with what it speaks of and ends in a full stop.
    package func words(in library: IndicatorLibrary) -> Wording {
        switch self {
        case .treatedAsChild(let age): Self.words(treatedAsChild: age)
        case .element(let finding): Self.words(finding)
        case .answersDisagree(let element, _):
            element.words.followed(
                es:
                    "las respuestas no coinciden: las preguntas directas se contestaron con un no y "
                    + "otras respuestas muestran el elemento. Conviene revisarlas.",
                en: "the answers disagree: the direct questions were answered no and other answers "
                    + "show the element. They are worth going over."
            )
        case .dimension(let set, let finding):
            Self.words(finding, title: library[versioned: set]?.title(of: finding.dimension))
        case .combination(_, let combination): combination.words
        case .withoutRule(let set, _):
            Self.title(of: set, in: library).followed(
                es: "indicadores que ninguna regla publicada pondera; los valora una persona.",
                en: "indicators that no published rule weighs; a person weighs them."
            )
        case .setForAnotherAge(let set):
            Self.title(of: set, in: library).followed(
                es: "es para otra edad y sus respuestas no se tomaron en cuenta.",
                en: "it is for another age and its answers were not read."
            )
        case .sourceNotChecked(let set, let mark):
            Self.title(of: set, in: library).followed(
                es: mark == .secondary
                    ? "proviene de una fuente secundaria y falta cotejarlo con el original."
                    : "se escribió de memoria y falta confirmarlo.",
                en: mark == .secondary
                    ? "it comes from a secondary source and has not been checked against the "
                        + "original."
                    : "it was set down from memory and has not been confirmed."
            )
        case .answersWithoutQuestion:
            Wording(
                es: "Hay respuestas a preguntas que estos conjuntos no hacen; no se tomaron en "
                    + "cuenta.",
                en: "There are answers to questions that these sets do not ask; they were not read."
            )
        }
    }

    /// The codes of the answers behind the reason.
    package var codes: [String] {
        switch self {
        case .element(let finding): finding.because
        case .dimension(_, let finding): finding.isPositive ? finding.counted : finding.open
        case .answersDisagree(_, let codes), .withoutRule(_, let codes),
            .answersWithoutQuestion(let codes):
            codes
        case .treatedAsChild, .combination, .setForAnotherAge, .sourceNotChecked: []
        }
    }

    private static func title(of set: String, in library: IndicatorLibrary) -> Wording {
        library[versioned: set]?.title ?? Wording(es: set, en: set)
    }

    private static func words(treatedAsChild age: AgeBand) -> Wording {
        let subject =
            age == .unknown
            ? Wording(es: "No se conoce la edad", en: "The age is not known")
            : Wording(es: "La persona es menor de 18 años", en: "The person is under 18")
        return subject.followed(
            es: "se aplican las reglas para menores de 18 años y los medios no hacen falta.",
            en: "the rules for people under 18 apply and no means is needed."
        )
    }

    private static func words(_ finding: ElementFinding) -> Wording {
        let element = finding.element.words
        switch finding.state {
        case .present:
            let bases = finding.bases.map(\.words)
            return element.followed(
                es: "presente, por " + bases.map(\.es).joined(separator: "; por ") + ".",
                en: "present, by " + bases.map(\.en).joined(separator: "; by ") + "."
            )
        case .missing:
            return element.followed(
                es:
                    "faltante: todas las preguntas directas se contestaron con un no y ninguna otra "
                    + "respuesta apunta a este elemento.",
                en:
                    "missing: every direct question was answered no and no other answer points to it."
            )
        case .notEnoughInformation:
            return element.followed(
                es: "información insuficiente: hay preguntas directas sin respuesta, o respuestas "
                    + "que apuntan a este elemento y no bastan.",
                en: "not enough information: there are direct questions without an answer, or "
                    + "answers that point to it and are not enough."
            )
        }
    }

    private static func words(_ finding: DimensionFinding, title: Wording?) -> Wording {
        let id = finding.dimension.rawValue
        let title = title ?? Wording(es: id, en: id)
        if finding.isPositive {
            let rules = finding.rules.map(\.words)
            return title.followed(
                es: "positiva, por la " + rules.map(\.es).joined(separator: "; por la ") + ".",
                en: "positive, by " + rules.map(\.en).joined(separator: "; by ") + "."
            )
        }
        return finding.isSettled
            ? title.followed(
                es: "no positiva: no se cumple ninguna regla.",
                en: "not positive: no rule is met."
            )
            : title.followed(
                es: "no positiva hasta ahora; las preguntas sin respuesta podrían cambiarlo.",
                en: "not positive so far; the questions without an answer could change that."
            )
    }
}

extension Wording {
    fileprivate func followed(es: String, en: String) -> Wording {
        Wording(es: "\(self.es): \(es)", en: "\(self.en): \(en)")
    }
}
