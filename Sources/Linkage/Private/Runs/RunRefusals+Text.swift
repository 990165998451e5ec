extension RunTerms.Refusal: CustomStringConvertible {
    /// Says why these are no terms and what to do.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A sentence.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .agencies(let count):
            language.pick(
                "\(count) agencies cannot make this run: a count is among two to six, a question or a"
                    + " linkage between two.",
                "\(count) instituciones no pueden hacer esta ronda: un conteo es entre dos y seis; una"
                    + " pregunta o un enlace, entre dos."
            )
        case .agencyName:
            language.pick(
                "Each agency needs a name of its own.",
                "Cada institución necesita un nombre propio."
            )
        case .words:
            language.pick(
                "Give the run a name and a purpose, of a thousand bytes each at most.",
                "Dé a la ronda un nombre y un propósito, de mil bytes cada uno como máximo."
            )
        case .smallestList:
            language.pick(
                "The smallest list must have at least one record.",
                "La lista más pequeña debe tener al menos un registro."
            )
        case .id:
            language.pick(
                "The number of a run is 16 bytes.",
                "El número de una ronda es de 16 bytes."
            )
        }
    }

    /// The explanation in English.
    public var description: String { text(in: .english) }
}

extension RunAgreement.Refusal: CustomStringConvertible {
    /// Says why two offers make no key and what to do.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A sentence or two.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .otherTerms:
            language.pick(
                "The other offer is of another run or has other terms. Agree on them to the letter.",
                "La otra oferta es de otra ronda o tiene otros términos. Acuérdenlos a la letra."
            )
        case .sameAgency:
            language.pick(
                "Both offers are of the same agency. Use the one that the other agency sent.",
                "Las dos ofertas son de la misma institución. Use la que envió la otra."
            )
        case .notTwoAgencies:
            language.pick(
                "Two agencies make a key together. Among more, one draws it and seals it to the others.",
                "Dos instituciones hacen una llave juntas. Entre más, una la crea y la sella a las demás."
            )
        case .badKey:
            language.pick(
                "The other offer holds no usable key. Ask for a new one.",
                "La otra oferta no trae una llave utilizable. Pida una nueva."
            )
        }
    }

    /// The explanation in English.
    public var description: String { text(in: .english) }
}

extension SealingFailed: CustomStringConvertible {
    /// Says why nothing was sealed and what to do.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A sentence or two.
    public func text(in language: LinkageLanguage) -> String {
        language.pick(
            "The public key cannot be sealed to. Ask for it again.",
            "No se puede sellar con esa llave pública. Pídala otra vez."
        )
    }

    /// The explanation in English.
    public var description: String { text(in: .english) }
}
