extension CaptureTable {
    /// The table had one list never been kept: those who are on no other were not seen.
    ///
    /// - Parameter list: The index of the list.
    /// - Returns: The table, nil when fewer than two lists or nobody remain.
    func without(_ list: Int) -> CaptureTable? {
        seen(on: lists.indices.filter { $0 != list }, counts)
    }

    /// The table had two lists been one: their union, in the place of the first.
    ///
    /// - Parameters:
    ///   - first: The index of one list.
    ///   - second: The index of the other.
    /// - Returns: The table, nil when only one list remains.
    func merging(_ first: Int, _ second: Int) -> CaptureTable? {
        let (kept, gone) = (min(first, second), max(first, second))
        var joined = [Double](repeating: 0, count: counts.count)
        for (history, people) in counts.enumerated() {
            let either = (history >> kept | history >> gone) & 1
            joined[history & ~(1 << gone) | either << kept] += people
        }
        var names = lists
        names[kept] = "\(lists[kept])+\(lists[gone])"
        names.remove(at: gone)
        return try? CaptureTable(
            lists: names,
            counts: Self.fold(joined, onto: lists.indices.filter { $0 != gone })
        )
    }

    /// The people of one list by their histories on the others; those on no other are not seen.
    ///
    /// - Parameter list: The index of the list.
    /// - Returns: The table, nil when fewer than two other lists or nobody remain.
    func within(_ list: Int) -> CaptureTable? {
        var own = counts
        for history in own.indices where history >> list & 1 == 0 { own[history] = 0 }
        return seen(on: lists.indices.filter { $0 != list }, own)
    }

    /// The table of those who are on some of the lists, of people by histories on all.
    private func seen(on kept: [Int], _ people: [Double]) -> CaptureTable? {
        var counts = Self.fold(people, onto: kept)
        counts[0] = 0
        return try? CaptureTable(lists: kept.map { lists[$0] }, counts: counts)
    }

    /// Counts by histories on some of the lists, whose order gives the bits.
    private static func fold(_ counts: [Double], onto kept: [Int]) -> [Double] {
        var folded = [Double](repeating: 0, count: 1 << kept.count)
        for (history, people) in counts.enumerated() {
            let seen = kept.enumerated().reduce(0) { $0 | (history >> $1.element & 1) << $1.offset }
            folded[seen] += people
        }
        return folded
    }
}
