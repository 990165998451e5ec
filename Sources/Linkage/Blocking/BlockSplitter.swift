/// Gives the records of blocks that were too large the numbers of the smaller blocks they go to.
struct BlockSplitter {
    private let split: BlockingPass.Split
    /// What the blocks share that are split.
    private let maker: KeyMaker?
    /// What is added, one value for each record; empty when a record can have several.
    private let added: [UInt32]
    private let several: SeveralValues?

    /// Makes ready for one level of a pass, 1 and more.
    init(_ pass: BlockingPass, level: Int, sources: BlockingSources) {
        let whole = pass.levels[level - 1]
        split = pass.splits[level - 1]
        switch split {
        case .token:
            maker = KeyMaker(whole, required: pass.key.parts.count, sources: sources)
            added = []
            several = nil
        case .part(let part):
            maker = nil
            let weight = PartSums.weight(whole.parts.count)
            let hasSeveral =
                part.hasSeveralValues && !whole.parts.contains { $0.hasSeveralValues }
            several =
                hasSeveral
                ? SeveralValues(part, of: sources.table, isRequired: false, weight: weight) : nil
            added =
                hasSeveral ? [] : PartValues.one(part, of: sources.table).map { $0 &* weight }
        }
    }

    /// Calls `body` with the number of each block to which records of larger blocks go.
    ///
    /// - Parameters:
    ///   - waiting: Rows in the high half, the numbers of their blocks in the low, in the order of rows.
    ///   - body: Given the row and the new number.
    @inline(__always)
    func forEachNumber(
        _ waiting: borrowing EntryBuffer,
        _ body: (_ row: Int, _ number: UInt32) -> Void
    ) {
        if let maker {
            maker.forEachLonger(waiting, body)
            return
        }
        if let several {
            let (offsets, values) = (several.offsets.span, several.values.span)
            for index in 0..<waiting.count {
                let (row, number) = waiting.halves(index)
                let sum = unmix(number)
                for index in Int(offsets[row])..<Int(offsets[row + 1]) {
                    body(row, mix(sum &+ values[index]))
                }
            }
            return
        }
        let added = added.span
        for index in 0..<waiting.count {
            let (row, number) = waiting.halves(index)
            body(row, mix(unmix(number) &+ added[row]))
        }
    }
}
