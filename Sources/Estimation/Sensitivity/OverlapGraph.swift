/// Which lists share people.
struct OverlapGraph {
    /// The names of the lists.
    private let table: CaptureTable
    private let overlaps: [Double]

    init(_ table: CaptureTable) {
        self.table = table
        overlaps = table.overlaps
    }

    /// How many people two lists share.
    func shared(_ first: Int, _ second: Int) -> Double { overlaps[1 << first | 1 << second] }

    /// How many people a list has.
    func people(on list: Int) -> Double { overlaps[1 << list] }

    /// The pairs of lists, in order.
    var pairs: [(Int, Int)] {
        table.lists.indices.flatMap { first in
            table.lists.indices.dropFirst(first + 1).map { (first, $0) }
        }
    }

    /// The lists that share somebody with another list.
    var informative: [Int] {
        table.lists.indices.filter { list in
            table.lists.indices.contains { $0 != list && shared(list, $0) > 0 }
        }
    }

    /// The groups of lists that shared people connect, by their first lists.
    var groups: [[Int]] {
        var group = Array(table.lists.indices)
        for (first, second) in pairs where shared(first, second) > 0 {
            let (kept, gone) = (group[first], group[second])
            for list in group.indices where group[list] == gone { group[list] = kept }
        }
        return Dictionary(grouping: table.lists.indices) { group[$0] }.values
            .sorted { $0[0] < $1[0] }
    }
}
