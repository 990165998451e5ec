extension ModelQuality.Doubt {
    /// The doubt in a sentence or two, with what can be done.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .fewMatches(let expected):
            language.pick(
                "Only about \(expected) pairs are expected to be one person, too few to learn from;"
                    + " look at each link.",
                "Se espera que solo unos \(expected) pares sean una misma persona, muy pocos para"
                    + " aprender de ellos; mire cada vínculo."
            )
        case .notSeparated(let f1):
            language.pick(
                "Many pairs cannot be told apart by these columns: about \(Self.percent(f1)) of what"
                    + " is linked and of what should be is right. More columns would help.",
                "Muchos pares no se distinguen con estas columnas: cerca del \(Self.percent(f1)) de"
                    + " lo vinculado y de lo que debería estarlo es correcto. Más columnas ayudarían."
            )
        case .manyMatches(let perRecord):
            language.pick(
                "Each record would be the same person as about \(Int(perRecord)) others. Either the"
                    + " file repeats people very often, or columns that tell people apart are missing.",
                "Cada registro sería la misma persona que unos \(Int(perRecord)) más. O el archivo"
                    + " repite mucho a las personas, o faltan columnas que las distingan."
            )
        case .notSettled:
            language.pick(
                "Learning was stopped before it had settled; the probabilities are rough.",
                "El aprendizaje se detuvo antes de asentarse; las probabilidades son aproximadas."
            )
        case .upsideDown(let feature):
            language.pick(
                "In the column “\(feature)”, agreeing speaks against one person. Check what it holds.",
                "En la columna «\(feature)», coincidir habla en contra de que sea la misma persona."
                    + " Revise qué contiene."
            )
        case .namesakes:
            language.pick(
                "Nothing but names is compared, so two people of one name look like one person.",
                "Solo se comparan nombres, así que dos personas del mismo nombre parecen una sola."
            )
        }
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
