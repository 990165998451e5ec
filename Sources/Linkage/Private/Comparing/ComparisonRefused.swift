/// Why files are not compared.
public enum ComparisonRefused: Error, Hashable, Sendable {
    /// There is not one file of each agency of the run: this many came, and so many are needed.
    case wrongNumberOfFiles(found: Int, needed: Int)
    /// Two files are of this agency.
    case repeatedAgency(String)
    /// The file of this agency belongs to another run, or was made under other terms than the first.
    case otherRun(String)
    /// The file of this agency was made with other settings than the first.
    case otherSettings(String)
    /// The file of this agency was made with another key than the first.
    case otherKey(String)
    /// The run has ended, at this second since 1970.
    case expired(Int64)
    /// The list of this agency has too few records.
    case listTooSmall(agency: String, count: Int, least: Int)
    /// A yes-or-no question is about one person: one of the lists has one record.
    case notOneAskedFor
    /// This run was answered before; each is answered once.
    case answeredBefore
}
