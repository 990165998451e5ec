/// The passes by which pairs are proposed.
public struct BlockingPlan: Hashable, Sendable {
    /// How many passes there can be.
    public static let mostPasses = 16

    /// The passes; no more than ``mostPasses``.
    public let passes: [BlockingPass]
    /// How large blocks may be.
    public let limits: BlockingLimits

    /// Makes a plan of chosen passes; those beyond ``mostPasses`` are left out.
    public init(passes: [BlockingPass], limits: BlockingLimits) {
        self.passes = Array(passes.prefix(Self.mostPasses))
        self.limits = limits
    }

    /// Chooses the passes that a table's fields allow.
    ///
    /// Numbers that name one person (document, phone) are shared alone; a date or a place together with a
    /// token of the name; two tokens of the name, by sound and by beginning; other columns alone where their
    /// values are rare enough, and else by twos. A table of a million rows and more gets fewer
    /// passes, since each of them finds more there than can be compared.
    ///
    /// - Parameters:
    ///   - table: The records.
    ///   - limits: How large blocks may be; what suits the number of rows when nil.
    public init(_ table: RecordTable, limits: BlockingLimits? = nil) {
        let limits = limits ?? BlockingLimits(rows: table.count)
        let schema = BlockingSchema(table, limits: limits)
        self.init(passes: schema.passes, limits: limits)
    }
}
