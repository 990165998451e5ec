/// How large blocks may be.
public struct BlockingLimits: Hashable, Codable, Sendable {
    /// A block is split when its records would have more partners in it than this, on average.
    public var partners: Int
    /// In a block that cannot be split, each record is compared with so many that follow it in order.
    public var neighbours: Int

    /// Makes limits; both are held to at least 1.
    public init(partners: Int, neighbours: Int = 5) {
        self.partners = max(1, partners)
        self.neighbours = max(1, neighbours)
    }

    /// What suits a number of rows: 20 partners in small tables, which leaves the records of one person
    /// together even when there are many, and as few as 4 where there are a million rows and more.
    public init(rows: Int) {
        self.init(partners: min(20, max(4, 4_000_000 / max(1, rows))))
    }
}
