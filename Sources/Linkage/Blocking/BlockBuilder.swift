/// Makes one pass's blocks.
struct BlockBuilder {
    let table: RecordTable
    let pass: BlockingPass
    let scope: BlockingScope
    let limits: BlockingLimits

    /// The blocks' rows with the marks of ``BlockIndex``.
    private(set) var blocks: [UInt32] = []
    /// What became of this pass.
    private(set) var report: BlockingReport.Pass

    /// The blocks of the level at hand that are to be split at the next.
    private var oversized = NumberSet()
    private var pairsSplit = 0.0
    private var pairsOfParts = 0.0

    init(table: RecordTable, pass: BlockingPass, scope: BlockingScope, limits: BlockingLimits) {
        self.table = table
        self.pass = pass
        self.scope = scope
        self.limits = limits
        report = BlockingReport.Pass(name: pass.name)
    }

    /// Makes the blocks, level by level.
    mutating func build() {
        var parents = NumberSet()
        for level in 0...pass.splits.count {
            oversized = NumberSet()
            let maker = KeyMaker(table: table, pass: pass, level: level)
            let slices = maker.slices(rows: table.count)
            for slice in 0..<slices {
                var entries: [UInt64] = []
                if slices == 1 {
                    maker.forEachNumber(rows: 0..<table.count, parents: parents) { row, number in
                        entries.append(UInt64(number) << 32 | UInt64(row))
                    }
                } else {
                    maker.forEachNumber(rows: 0..<table.count, parents: parents) { row, number in
                        guard Int(number) % slices == slice else { return }
                        entries.append(UInt64(number) << 32 | UInt64(row))
                    }
                }
                if level == 0 { report.keys += entries.count }
                RadixSort.sort(&entries, lowest: 32)
                take(entries, level: level)
            }
            if oversized.count == 0 { break }
            parents = oversized
        }
        report.pairsForgone += max(0, pairsSplit - pairsOfParts)
    }

    /// Makes blocks of entries that stand in order of their keys.
    private mutating func take(_ entries: [UInt64], level: Int) {
        var rows: [UInt32] = []
        var start = 0
        while start < entries.count {
            let number = entries[start] >> 32
            var end = start + 1
            while end < entries.count, entries[end] >> 32 == number { end += 1 }
            if end - start > 1 {
                rows.removeAll(keepingCapacity: true)
                for entry in entries[start..<end] {
                    let row = UInt32(truncatingIfNeeded: entry)
                    // Two ways to one number put a record twice into its block.
                    if rows.last != row { rows.append(row) }
                }
                if rows.count > 1 { take(block: rows, UInt32(number), level: level) }
            }
            start = end
        }
    }

    private mutating func take(block rows: [UInt32], _ number: UInt32, level: Int) {
        let pairs = pairCount(rows)
        guard pairs > 0 else { return }
        let isTooLarge = 2 * pairs / Double(rows.count) > Double(limits.partners)
        if isTooLarge, level < pass.splits.count {
            oversized.insert(number)
            if level == 0 {
                report.blocksSplit += 1
                pairsSplit += pairs
            }
            return
        }
        report.blocks += 1
        if !isTooLarge {
            if level > 0 { pairsOfParts += pairs }
            blocks.append(contentsOf: rows)
            blocks[blocks.count - 1] |= BlockIndex.last
            return
        }
        report.blocksSorted += 1
        let neighbours = Double(limits.neighbours * rows.count)
        if level > 0 { pairsOfParts += min(pairs, neighbours) }
        if level == 0 { report.pairsForgone += max(0, pairs - neighbours) }
        let order = SortedOrder(table)
        let inOrder = rows.map { (order[Int($0)], $0) }.sorted { $0 < $1 }
        blocks.append(contentsOf: inOrder.map { $0.1 | BlockIndex.sorted })
        blocks[blocks.count - 1] |= BlockIndex.last
    }

    /// How many pairs of a block are in the scope.
    private func pairCount(_ rows: [UInt32]) -> Double {
        let all = Double(rows.count) * Double(rows.count - 1) / 2
        guard scope == .acrossSources else { return all }
        var (within, start, source) = (0.0, 0, 0)
        for index in 0...rows.count {
            while index == rows.count
                || source < table.sources.count - 1
                    && rows[index] >= table.sources[source].upperBound
            {
                within += Double(index - start) * Double(index - start - 1) / 2
                start = index
                source += 1
                if index == rows.count { break }
            }
        }
        return all - within
    }
}

/// The order in which blocks that cannot be split are sorted: by a date, and by the first token of the
/// name within it.
struct SortedOrder {
    private let dates: [PartialDate]
    private let names: NameColumn

    init(_ table: RecordTable) {
        dates =
            table.columns.lazy.compactMap { column in
                guard case .dates(let dates) = column.values else { return nil }
                return dates
            }.first ?? []
        names = table.names
    }

    /// A row's place in the order.
    subscript(row: Int) -> UInt64 {
        var number: UInt64 = 0
        if row < dates.count {
            let date = dates[row]
            number = UInt64(date.year) << 16 | UInt64(date.month) << 8 | UInt64(date.day)
        }
        let token = names[row].first.map { UInt64($0.id) } ?? 0
        return number << 32 | token
    }
}
