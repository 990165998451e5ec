extension CaptureTable {
    /// The table that would have been seen, had linking missed a share of the links between two lists.
    ///
    /// Of the people on just two lists that share, rounded to whole people for each pair, appears as two
    /// people on one list each. Those on three lists and more stay: that all of their links break is
    /// rare.
    ///
    /// - Parameter share: The share of links missed, from 0 to 1.
    /// - Returns: The table, with more people and less overlap.
    func missingLinks(_ share: Double) -> CaptureTable {
        shiftingLinks { -Self.whole(share * $0) }
    }

    /// The table that would have been seen, had linking made false links between two lists.
    ///
    /// The mirror of ``missingLinks(_:)``: for each pair of lists, that share of the people on just these
    /// two is the number of pairs of people, one on just the first and one on just the second, who are
    /// taken for one person. Where a list has too few people of its own, all false links are fewer in
    /// proportion.
    ///
    /// - Parameter share: The number of false links over that of links, from 0 up.
    /// - Returns: The table, with fewer people and more overlap.
    func addingFalseLinks(_ share: Double) -> CaptureTable {
        let possible = lists.indices.map { list in
            let taken = pairs.filter { $0 >> list & 1 == 1 }
                .reduce(0) { $0 + Self.whole(share * counts[$1]) }
            return taken > counts[1 << list] ? counts[1 << list] / taken : 1
        }
        let part = possible.min() ?? 1
        return shiftingLinks { people in
            let links = Self.whole(share * people)
            return part < 1 ? (part * links).rounded(.down) : links
        }
    }

    private var pairs: [Int] { counts.indices.filter { $0.nonzeroBitCount == 2 } }

    /// The table with so many more links for each pair of lists, by the people on just these two.
    private func shiftingLinks(_ more: (Double) -> Double) -> CaptureTable {
        var shifted = counts
        for pair in pairs {
            let links = more(counts[pair])
            shifted[pair] += links
            shifted[pair & -pair] -= links
            shifted[pair & (pair - 1)] -= links
        }
        return (try? CaptureTable(lists: lists, counts: shifted)) ?? self
    }

    private static func whole(_ people: Double) -> Double { (people + 0.5).rounded(.down) }
}
