extension Level.Finding {
    /// How two records compare, as the end of a sentence that begins with what was compared.
    func words(of kind: Feature.Kind, in language: LinkageLanguage) -> String {
        switch self {
        case .missing:
            kind == .nameOrder
                ? language.pick(
                    "too little of the names agrees to say",
                    "coincide muy poco para decirlo"
                )
                : language.pick("missing in one or both", "falta en uno o en ambos")
        case .same: language.pick("the same in both", "igual en ambos")
        case .oneSaysMore: Self.oneSaysMore(kind, language)
        case .otherSpelling:
            language.pick(
                "the same but for a letter or the spacing",
                "igual salvo una letra o un espacio"
            )
        case .soundsAlike:
            language.pick(
                "written differently, spoken alike",
                "se escriben distinto y suenan igual"
            )
        case .nickname:
            language.pick("forms of one name", "formas de un mismo nombre")
        case .initial:
            language.pick("one gives only the initial", "uno da solo la inicial")
        case .partly:
            language.pick("some agree, others do not", "unos coinciden y otros no")
        case .alike:
            language.pick("somewhat alike", "algo parecidos")
        case .sameBeginning:
            language.pick("they begin alike", "empiezan igual")
        case .sameEnd:
            language.pick("they end alike", "terminan igual")
        case .different:
            language.pick("different", "distintos")
        case .asWritten:
            language.pick(
                "given names and surnames in their places",
                "nombres y apellidos en su lugar"
            )
        case .movedPart:
            language.pick(
                "a given name of one is a surname of the other",
                "un nombre de uno es apellido del otro"
            )
        case .exchanged:
            language.pick(
                "given names and surnames are exchanged",
                "los nombres y los apellidos están cambiados"
            )
        default: dateWords(in: language)
        }
    }

    private static func oneSaysMore(_ kind: Feature.Kind, _ language: LinkageLanguage) -> String {
        switch kind {
        case .surnames:
            language.pick(
                "what one gives agrees; a second surname is missing in it",
                "lo que uno da coincide; le falta el segundo apellido"
            )
        case .givenNames:
            language.pick(
                "what one gives agrees; the other has another given name as well",
                "lo que uno da coincide; el otro tiene además otro nombre"
            )
        default:
            language.pick(
                "what one gives agrees; the other says more",
                "lo que uno da coincide; el otro dice más"
            )
        }
    }

    private func dateWords(in language: LinkageLanguage) -> String {
        switch self {
        case .sameYearFirstOfJanuary:
            language.pick(
                "the same year, and 1 January in both, which often means the day is not known",
                "el mismo año, y 1 de enero en ambos, que suele decir que no se sabe el día"
            )
        case .sameYearAndMonth:
            language.pick(
                "the same year and month; a day is not known",
                "el mismo año y mes; falta un día"
            )
        case .sameYearOnly:
            language.pick(
                "the same year; one says no more",
                "el mismo año; uno no dice más"
            )
        case .dayAndMonthExchanged:
            language.pick("day and month are exchanged", "el día y el mes están cambiados")
        case .oneDigit: language.pick("one digit differs", "difiere una cifra")
        case .otherDay: language.pick("only the day differs", "solo difiere el día")
        case .otherMonth: language.pick("only the month differs", "solo difiere el mes")
        case .otherYear: language.pick("only the year differs", "solo difiere el año")
        case .sameYear:
            language.pick("the same year, another day and month", "el mismo año, otro día y mes")
        case .yearsNear:
            language.pick(
                "years at most two apart; one gives only the year",
                "años a dos de distancia o menos; uno da solo el año"
            )
        case .withinTwoYears: language.pick("at most two years apart", "a dos años o menos")
        case .withinTenYears: language.pick("at most ten years apart", "a diez años o menos")
        default: language.pick("different", "distintos")
        }
    }
}

extension Level.Rarity {
    /// How many people have what agrees.
    func words(in language: LinkageLanguage) -> String {
        switch self {
        case .common: language.pick("and many people have it", "y lo tienen muchas personas")
        case .uncommon: language.pick("and some people have it", "y lo tienen algunas personas")
        case .rare: language.pick("and few people have it", "y lo tienen pocas personas")
        case .veryRare: language.pick("and hardly anyone has it", "y casi nadie lo tiene")
        }
    }
}
