/// Makes one pass's blocks.
struct BlockBuilder {
    /// Memory for one thread's keys, kept from pass to pass.
    struct Buffers: ~Copyable {
        var entries = EntryBuffer()
        var other = EntryBuffer()
    }

    private let sources: BlockingSources
    private let pass: BlockingPass
    private let scope: BlockingScope
    private let limits: BlockingLimits

    /// The blocks' rows with the marks of ``BlockIndex``.
    private(set) var blocks: [UInt32] = []
    /// What became of this pass.
    private(set) var report: BlockingReport.Pass

    /// The blocks of the level at hand that are to be split at the next.
    private var oversized = NumberSet()
    /// How many pairs stand in the blocks, those of several blocks counted as often.
    private(set) var pairsInBlocks = 0.0
    private var pairsSplit = 0.0
    private var pairsOfParts = 0.0

    init(
        _ sources: BlockingSources,
        pass: BlockingPass,
        scope: BlockingScope,
        limits: BlockingLimits
    ) {
        self.sources = sources
        self.pass = pass
        self.scope = scope
        self.limits = limits
        report = BlockingReport.Pass(name: pass.name)
    }

    /// Makes the blocks, level by level; what the buffers hold is lost.
    mutating func build(_ entries: inout EntryBuffer, _ other: inout EntryBuffer) {
        let rows = 0..<sources.table.count
        for level in 0...pass.splits.count {
            let maker = KeyMaker(
                sources: sources,
                pass: pass,
                level: level,
                parents: level == 0 ? nil : oversized
            )
            oversized = NumberSet()
            let slices = maker.slices(rows: rows.count)
            for slice in 0..<slices {
                entries.removeAll()
                maker.forEachNumber(rows: rows) { row, number in
                    if slices > 1, Int(number) % slices != slice { return }
                    entries.append(UInt64(number) << 32 | UInt64(row))
                }
                if level == 0 { report.keys += entries.count }
                RadixSort.sort(&entries, lowest: 32, with: &other)
                take(entries, level: level)
            }
            if oversized.count == 0 { break }
        }
        report.pairsForgone += max(0, pairsSplit - pairsOfParts)
    }

    /// Makes blocks of entries that stand in order of their keys.
    private mutating func take(_ entries: borrowing EntryBuffer, level: Int) {
        let entries = unsafe entries.numbers
        var rows: [UInt32] = []
        var start = 0
        while start < entries.count {
            let number = unsafe entries[start] >> 32
            var end = start + 1
            while end < entries.count, unsafe entries[end] >> 32 == number { end += 1 }
            if end - start > 1 {
                rows.removeAll(keepingCapacity: true)
                for index in start..<end {
                    let row = unsafe UInt32(truncatingIfNeeded: entries[index])
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
        let neighbours = Double(limits.neighbours * rows.count)
        pairsInBlocks += isTooLarge ? min(pairs, neighbours) : pairs
        if !isTooLarge {
            if level > 0 { pairsOfParts += pairs }
            blocks.append(contentsOf: rows)
            blocks[blocks.count - 1] |= BlockIndex.last
            return
        }
        report.blocksSorted += 1
        if level > 0 { pairsOfParts += min(pairs, neighbours) }
        if level == 0 { report.pairsForgone += max(0, pairs - neighbours) }
        let order = SortedOrder(sources.table)
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
                || source < sources.table.sources.count - 1
                    && rows[index] >= sources.table.sources[source].upperBound
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
