extension PalermoElement {
    package var words: Wording {
        switch self {
        case .act: Wording(es: "Acto", en: "Act")
        case .means: Wording(es: "Medios", en: "Means")
        case .purpose: Wording(es: "Propósito", en: "Purpose")
        }
    }
}

extension ElementState {
    package var words: Wording {
        switch self {
        case .present: Wording(es: "elementos presentes", en: "elements present")
        case .missing: Wording(es: "elementos faltantes", en: "elements missing")
        case .notEnoughInformation:
            Wording(es: "información insuficiente", en: "not enough information")
        }
    }
}

extension ElementFinding.Basis {
    package var words: Wording {
        switch self {
        case .directQuestion: Wording(es: "una pregunta directa", en: "a direct question")
        case .proposedTag:
            Wording(
                es: "un indicador general, por una relación que propone este sistema",
                en: "a general indicator, by a relation that this system proposes"
            )
        case .positiveDimension: Wording(es: "una dimensión positiva", en: "a positive dimension")
        }
    }
}

extension StrengthRule {
    package var words: Wording {
        switch self {
        case .twoStrong:
            Wording(
                es: "regla a: al menos dos indicadores fuertes",
                en: "rule a: at least two strong indicators"
            )
        case .oneStrongAndAnother:
            Wording(
                es: "regla b: al menos uno fuerte y otro medio o débil",
                en: "rule b: at least one strong and one medium or weak"
            )
        case .threeMedium:
            Wording(
                es: "regla c: al menos tres indicadores medios",
                en: "rule c: at least three medium indicators"
            )
        case .twoMediumAndOneWeak:
            Wording(
                es: "regla d: al menos dos medios y uno débil",
                en: "rule d: at least two medium and one weak"
            )
        }
    }
}

extension Combination {
    package var words: Wording {
        switch self {
        case .notEnoughInformation:
            Wording(
                es:
                    "Ninguna dimensión es positiva hasta ahora; las preguntas sin respuesta podrían "
                    + "cambiarlo.",
                en: "No dimension is positive so far; the questions without an answer could change "
                    + "that."
            )
        case .noDimensionPositive:
            Wording(es: "Ninguna dimensión es positiva.", en: "No dimension is positive.")
        case .exploitationOnly:
            Wording(
                es: "Solo la explotación es positiva.",
                en: "Exploitation is positive, and nothing else."
            )
        case .deceptionAndExploitation:
            Wording(
                es: "Son positivas la captación con engaño y la explotación, y ninguna otra.",
                en: "Deceptive recruitment and exploitation are positive, and nothing else."
            )
        case .recruitmentExploitationAndCoercion:
            Wording(
                es: "Son positivas la captación con engaño o con coacción, la explotación y la "
                    + "coacción en el lugar de destino: es la fila más completa de la tabla "
                    + "publicada.",
                en: "Deceptive or coercive recruitment, exploitation and coercion at destination "
                    + "are positive: the fullest row of the published table."
            )
        case .exploitationWithAbuseOfVulnerability:
            Wording(
                es: "Son positivas la explotación y el abuso de una situación de vulnerabilidad, "
                    + "que puede valer como medio o reforzarlo.",
                en: "Exploitation and abuse of vulnerability are positive; the abuse may stand as "
                    + "the means or reinforce it."
            )
        case .exploitationOfChildWithAct:
            Wording(
                es: "Por la edad no hacen falta los medios: la explotación es positiva y el acto "
                    + "está presente.",
                en: "At this age no means is needed: exploitation is positive and the act is "
                    + "present."
            )
        case .notDefined:
            Wording(
                es: "La tabla publicada no describe esta combinación: se muestran las dimensiones "
                    + "y una persona concluye.",
                en: "The published table does not describe this combination: the dimensions are "
                    + "shown and a person concludes."
            )
        }
    }
}
