/// Makes one pass's blocks.
struct BlockBuilder {
    /// Memory for one thread's keys, kept from pass to pass.
    struct Buffers: ~Copyable {
        var entries = EntryBuffer()
        var other = EntryBuffer()
        /// The entries of blocks that are to be split: a row in the high half, the block's number in the
        /// low.
        var waiting = EntryBuffer()
        /// The entries of those that come of them and are to be split again.
        var next = EntryBuffer()
    }

    /// How many entries are sorted together, so that memory does not grow with the table.
    private static let mostEntries = 6_000_000

    private let sources: BlockingSources
    private let pass: BlockingPass
    private let scope: BlockingScope
    private let limits: BlockingLimits

    /// The blocks' rows with the marks of ``BlockIndex``.
    private(set) var blocks: [UInt32] = []
    /// What became of this pass.
    private(set) var report: BlockingReport.Pass

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
    mutating func build(_ buffers: inout Buffers) {
        buffers.waiting.removeAll()
        let maker = KeyMaker(pass.key, required: pass.key.parts.count, sources: sources)
        let rows = 0..<sources.table.count
        let slices = 1 + maker.expectedCount(rows: rows.count) / Self.mostEntries
        for slice in 0..<slices {
            buffers.entries.removeAll()
            maker.forEachNumber(rows: rows) { row, number in
                if slices > 1, Int(number) % slices != slice { return }
                buffers.entries.append(UInt64(number) << 32 | UInt64(row))
            }
            report.keys += buffers.entries.count
            RadixSort.sort(&buffers.entries, lowest: 32, with: &buffers.other)
            take(buffers.entries, oversized: &buffers.waiting, level: 0)
        }
        for level in 1..<pass.splits.count + 1 where buffers.waiting.count > 0 {
            split(&buffers, BlockSplitter(pass, level: level, sources: sources), level: level)
        }
        report.pairsForgone += max(0, pairsSplit - pairsOfParts)
    }

    /// Makes smaller blocks of those that wait to be split.
    private mutating func split(_ buffers: inout Buffers, _ splitter: BlockSplitter, level: Int) {
        buffers.next.removeAll()
        // In the order of rows the columns are read from the first to the last.
        RadixSort.sort(&buffers.waiting, lowest: 32, with: &buffers.other)
        // A record goes to two or three blocks, for its years or its other tokens.
        let slices = 1 + 2 * buffers.waiting.count / Self.mostEntries
        for slice in 0..<slices {
            buffers.entries.removeAll()
            splitter.forEachNumber(buffers.waiting) { row, number in
                if slices > 1, Int(number) % slices != slice { return }
                buffers.entries.append(UInt64(number) << 32 | UInt64(row))
            }
            RadixSort.sort(&buffers.entries, lowest: 32, with: &buffers.other)
            take(buffers.entries, oversized: &buffers.next, level: level)
        }
        swap(&buffers.waiting, &buffers.next)
    }

    /// Makes blocks of entries that stand in order of their keys.
    private mutating func take(
        _ entries: borrowing EntryBuffer,
        oversized: inout EntryBuffer,
        level: Int
    ) {
        let entries = unsafe entries.numbers
        let count = entries.count
        var rows: [UInt32] = []
        var start = 0
        while start < count {
            let number = unsafe entries[start] >> 32
            var end = start + 1
            while end < count, unsafe entries[end] >> 32 == number { end += 1 }
            if end - start > 1 {
                rows.removeAll(keepingCapacity: true)
                for index in start..<end {
                    let row = unsafe UInt32(truncatingIfNeeded: entries[index])
                    // Two ways to one number put a record twice into its block.
                    if rows.last != row { rows.append(row) }
                }
                if rows.count > 1, !take(block: rows, level: level) {
                    for row in rows { oversized.append(UInt64(row) << 32 | number) }
                }
            }
            start = end
        }
    }

    /// Adds a block; false, with nothing added, when it is to be split.
    private mutating func take(block rows: [UInt32], level: Int) -> Bool {
        let pairs = pairCount(rows)
        guard pairs > 0 else { return true }
        let isTooLarge = 2 * pairs / Double(rows.count) > Double(limits.partners)
        if isTooLarge, level < pass.splits.count {
            if level == 0 {
                report.blocksSplit += 1
                pairsSplit += pairs
            }
            return false
        }
        report.blocks += 1
        let neighbours = Double(limits.neighbours * rows.count)
        pairsInBlocks += isTooLarge ? min(pairs, neighbours) : pairs
        if !isTooLarge {
            if level > 0 { pairsOfParts += pairs }
            blocks.append(contentsOf: rows)
            blocks[blocks.count - 1] |= BlockIndex.last
            return true
        }
        report.blocksSorted += 1
        if level > 0 { pairsOfParts += min(pairs, neighbours) }
        if level == 0 { report.pairsForgone += max(0, pairs - neighbours) }
        let order = SortedOrder(sources.table)
        let inOrder = rows.map { (order[Int($0)], $0) }.sorted { $0 < $1 }
        blocks.append(contentsOf: inOrder.map { $0.1 | BlockIndex.sorted })
        blocks[blocks.count - 1] |= BlockIndex.last
        return true
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
