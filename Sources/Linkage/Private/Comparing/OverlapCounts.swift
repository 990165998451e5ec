/// How many persons are on just which lists: all that a run learns whose question is *how many*.
public struct OverlapCounts: Hashable, Sendable {
    /// The agencies, 2 to 6; agency *j* is bit *j* of a history.
    public let agencies: [String]
    /// Persons by history, 2^*K* counts; the first, of those on no list, is 0.
    public let counts: [Int]

    /// The table as comma-separated values that `enlace estimate` reads: the agencies, then `count`, and a
    /// line for each history that somebody has.
    public var csv: String {
        var lines = [(agencies.map(CSVField.quoted) + ["count"]).joined(separator: ",")]
        for (history, count) in counts.enumerated() where count > 0 {
            let lists = agencies.indices.map { String(history >> $0 & 1) }
            lines.append((lists + [String(count)]).joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
