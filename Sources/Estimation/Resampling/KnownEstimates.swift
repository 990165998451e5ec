/// Estimates from resamples that came before, for tables so small that the same come again.
struct KnownEstimates {
    private let histories: [Int]
    private var byCounts: [[UInt16]: Double?]?

    init(table: CaptureTable) {
        histories = table.counts.indices.filter { table.counts[$0] > 0 }
        byCounts = table.observed <= Self.mostPeople ? [:] : nil
    }

    private static let mostPeople = 200.0

    mutating func estimate(_ counts: [Double], else work: ([Double]) -> Double?) -> Double? {
        guard byCounts != nil else { return work(counts) }
        let key = histories.map { UInt16(counts[$0]) }
        if let known = byCounts?[key] { return known }
        let estimate = work(counts)
        byCounts?[key] = .some(estimate)
        return estimate
    }
}
