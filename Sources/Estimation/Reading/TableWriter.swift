/// Writes tables as comma-separated values that ``TableReader`` and ``RepeatedReader`` read back.
///
/// Lines end with LF; names and values that would be misread stand in quotation marks.
public enum TableWriter {
    /// Writes a table of capture histories: the lists, then `count`, a line for each history that
    /// somebody has.
    ///
    /// - Parameter table: The table; a count that is not whole is written with its decimals, which no
    ///   reader takes.
    /// - Returns: The text.
    public static func write(_ table: CaptureTable) -> String {
        var records = [table.lists + ["count"]]
        for (history, count) in table.counts.enumerated() where count > 0 {
            records.append(table.lists.indices.map { String(history >> $0 & 1) } + [figure(count)])
        }
        return text(records)
    }

    /// Writes a table of people seen repeatedly: `times`, what is known of them, then `count`.
    ///
    /// - Parameter table: The table.
    /// - Returns: The text.
    public static func write(_ table: RepeatedTable) -> String {
        var records = [["times"] + table.covariates.map(\.name) + ["count"]]
        for group in table.groups {
            let levels = zip(table.covariates, group.levels).map { $0.levels[$1] }
            records.append([String(group.times)] + levels + [figure(group.count)])
        }
        return text(records)
    }

    private static func figure(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }

    private static func text(_ records: [[String]]) -> String {
        records.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
    }

    private static func quoted(_ field: String) -> String {
        let marks: Set<Character> = [",", ";", "\t", "\"", "\n", "\r", "\r\n"]
        guard field.contains(where: marks.contains) || field.hasPrefix("sep=") else { return field }
        return "\""
            + field.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
