extension ComparisonRefused: CustomStringConvertible {
    /// Says why the files are not compared and what to do.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: A sentence or two.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .wrongNumberOfFiles(let found, let needed):
            language.pick(
                "The run needs \(needed) files, one of each agency; \(found) came.",
                "La ronda necesita \(needed) archivos, uno por institución; llegaron \(found)."
            )
        case .repeatedAgency(let agency):
            language.pick(
                "Two files are of “\(agency)”. Give one of each agency.",
                "Dos archivos son de «\(agency)». Dé uno por institución."
            )
        case .otherRun(let agency):
            language.pick(
                "The file of “\(agency)” is of another run, or its terms are not those of the first.",
                "El archivo de «\(agency)» es de otra ronda, o sus términos no son los del primero."
            )
        case .otherSettings(let agency):
            language.pick(
                "The file of “\(agency)” was encoded with other settings. Encode it again with those"
                    + " that were agreed.",
                "El archivo de «\(agency)» se codificó con otros ajustes. Codifíquelo otra vez con los"
                    + " acordados."
            )
        case .otherKey(let agency):
            language.pick(
                "The file of “\(agency)” was encoded with another key. Compare the numbers of both"
                    + " offers, and encode again.",
                "El archivo de «\(agency)» se codificó con otra llave. Comparen los números de ambas"
                    + " ofertas y codifiquen otra vez."
            )
        case .expired:
            language.pick(
                "The run has ended. Remove its files and key; a new run needs a new key.",
                "La ronda terminó. Elimine sus archivos y su llave; otra ronda necesita otra llave."
            )
        case .listTooSmall(let agency, let count, let least):
            language.pick(
                "The list of “\(agency)” has \(count) different records; at least \(least) were agreed,"
                    + " so that no list asks after one person.",
                "La lista de «\(agency)» tiene \(count) registros distintos; se acordaron al menos"
                    + " \(least), para que ninguna lista pregunte por una persona."
            )
        case .notOneAskedFor:
            language.pick(
                "A yes-or-no question is about one person: one list has one record, the other many.",
                "Una pregunta de sí o no es sobre una persona: una lista tiene un registro y la otra"
                    + " muchos."
            )
        case .answeredBefore:
            language.pick(
                "This run was answered before. Each is answered once; a new question is a new run.",
                "Esta ronda ya fue contestada. Cada una se contesta una vez; otra pregunta es otra ronda."
            )
        }
    }

    /// The explanation in English.
    public var description: String { text(in: .english) }
}
