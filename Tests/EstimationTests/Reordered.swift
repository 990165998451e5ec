import Estimation

extension CaptureTable {
    /// The same table with its lists in another order: list *i* is the old list `order[i]`.
    func reordered(_ order: [Int]) throws -> CaptureTable {
        var moved = counts
        for history in counts.indices {
            var old = 0
            for (new, list) in order.enumerated() where history >> new & 1 == 1 { old |= 1 << list }
            moved[history] = counts[old]
        }
        return try CaptureTable(lists: order.map { lists[$0] }, counts: moved)
    }
}
