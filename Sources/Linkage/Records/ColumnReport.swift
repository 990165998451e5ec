/// What was found while a field's values were prepared.
public struct ColumnReport: Hashable, Sendable {
    /// Records without a value, or with one that says there is none or that cannot be read.
    public internal(set) var missing = 0
    /// Dates that no calendar has, or that cannot be read; what cannot be counts as missing.
    public internal(set) var impossible = 0
    /// For a field of dates, one for each source: the order of day and month, or nil when no date of the
    /// source left it open.
    public internal(set) var dateOrders: [DateOrder?] = []
}

/// In which order a file writes day and month, and how sure that is.
public struct DateOrder: Hashable, Sendable {
    /// Whether the month comes before the day (`05/17/1990`).
    public var isMonthFirst: Bool
    /// Dates that can only be read in this order.
    public var shown: Int
    /// Dates that can only be read in the other order, and are.
    public var against: Int
    /// Dates that can be read in both, and are read in this one.
    public var undecided: Int

    /// The order and its reason, in words.
    ///
    /// - Parameter language: The reader's.
    /// - Returns: One sentence.
    public func text(in language: LinkageLanguage) -> String {
        let english = isMonthFirst ? "month before day" : "day before month"
        let spanish = isMonthFirst ? "mes antes que día" : "día antes que mes"
        if shown == 0 {
            return language.pick(
                "Dates are read with \(english); no date of the file shows which it is.",
                "Las fechas se leen con \(spanish); ninguna fecha del archivo muestra cuál es."
            )
        }
        return language.pick(
            "Dates are read with \(english): \(shown) can only be so, \(against) only otherwise.",
            "Las fechas se leen con \(spanish): \(shown) solo pueden ser así, \(against) solo al revés."
        )
    }
}
