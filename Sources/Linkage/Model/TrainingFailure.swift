/// Why a model could not be learned.
public enum TrainingFailure: Error, Hashable, Sendable {
    /// There are no candidate pairs.
    case noCandidates
    /// No two records can be compared in any feature.
    case noFeatures
    /// A weight, or the number of records, is no number that counts something.
    case notACount

    /// What happened and what can be done, for the person who asked.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .noCandidates:
            language.pick(
                "No two records resemble each other enough to be compared, so there is nothing to"
                    + " learn from. Check that the columns are the right ones.",
                "No hay dos registros que se parezcan lo bastante para compararlos, así que no hay"
                    + " de qué aprender. Revise que las columnas sean las correctas."
            )
        case .noFeatures:
            language.pick(
                "No column can be compared. Say which columns hold names, dates or numbers.",
                "Ninguna columna se puede comparar. Diga qué columnas tienen nombres, fechas o"
                    + " números."
            )
        case .notACount:
            language.pick(
                "The counts of pairs to learn from are not numbers of pairs.",
                "Las cuentas de pares de las que se aprende no son números de pares."
            )
        }
    }
}
