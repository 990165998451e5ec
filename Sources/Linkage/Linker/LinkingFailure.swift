/// Why a table was not linked.
public enum LinkingFailure: Error, Hashable, Sendable {
    /// There are no two records to compare.
    case tooFewRecords
    /// More memory would be needed than was allowed.
    ///
    /// - Parameters:
    ///   - needed: Bytes, at the least.
    ///   - limit: Bytes.
    case outOfMemory(needed: Int, limit: Int)

    /// The failure in words, and what can be done.
    public func text(in language: LinkageLanguage) -> String {
        switch self {
        case .tooFewRecords:
            language.pick(
                "There are not two records to compare.",
                "No hay dos registros que comparar."
            )
        case .outOfMemory(let needed, let limit):
            language.pick(
                """
                This needs at least \(needed / 1_000_000) MB and \(limit / 1_000_000) MB are allowed. \
                Allow more, or link fewer records at a time.
                """,
                """
                Hacen falta al menos \(needed / 1_000_000) MB y se permiten \(limit / 1_000_000) MB. \
                Permita más, o vincule menos registros a la vez.
                """
            )
        }
    }
}
