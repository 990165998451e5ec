/// Gathers the partners of one row after another; each thread has its own.
struct CandidateCursor: ~Copyable {
    /// About how many pairs are worth handing on together.
    static let batch = 4096

    /// The pairs gathered since `clear`.
    private(set) var pairs: [CandidatePair] = []
    /// For each pair, the passes that proposed it, one bit for each.
    private(set) var passes: [UInt32] = []
    private let candidates: CandidatePairs
    /// Partners of the row at hand in the high half, the bit of the pass in the low.
    private var found = EntryBuffer()
    private var other = EntryBuffer()
    /// What was read ahead, so that reading it is not in vain for the compiler.
    private var touched: UInt32 = 0
    /// The blocks of a row are fetched from memory so many rows before they are gone through.
    private static let ahead = 4

    init(_ candidates: CandidatePairs) {
        self.candidates = candidates
        pairs.reserveCapacity(2 * Self.batch)
        passes.reserveCapacity(2 * Self.batch)
    }

    /// Forgets the pairs.
    mutating func clear() {
        pairs.removeAll(keepingCapacity: true)
        passes.removeAll(keepingCapacity: true)
    }

    /// Adds the pairs of which `row` comes first.
    mutating func gather(_ row: Int) {
        touched &+= Self.touch(row + Self.ahead, of: candidates.index)
        Self.collect(row, of: candidates, into: &found)
        guard found.count > 0 else { return }
        if found.count > 64 {
            RadixSort.sort(&found, lowest: 32, with: &other)
        } else {
            unsafe Self.sortFew(found.numbers)
        }
        let found = unsafe found.numbers
        var index = 0
        while index < found.count {
            let partner = unsafe found[index] >> 32
            var mask: UInt32 = 0
            while index < found.count, unsafe found[index] >> 32 == partner {
                mask |= unsafe UInt32(truncatingIfNeeded: found[index])
                index += 1
            }
            pairs.append(CandidatePair(left: UInt32(row), right: UInt32(partner)))
            passes.append(mask)
        }
    }

    /// Whether the last row gathered has a row as its partner.
    func hasPartner(_ row: UInt32) -> Bool {
        let found = unsafe found.numbers
        return unsafe found.contains { $0 >> 32 == UInt64(row) }
    }

    /// Reads where a row's blocks go on.
    private static func touch(_ row: Int, of index: borrowing BlockIndex) -> UInt32 {
        guard row + 1 < index.rowStarts.count else { return 0 }
        let members = index.members.span
        let positions = index.positions.span
        var sum: UInt32 = 0
        for place in Int(index.rowStarts[row])..<Int(index.rowStarts[row + 1]) {
            sum &+= members[Int(positions[place])]
        }
        return sum
    }

    /// Walks from each of the row's places to the end of the block.
    private static func collect(
        _ row: Int,
        of candidates: borrowing CandidatePairs,
        into found: inout EntryBuffer
    ) {
        found.removeAll()
        let start = UInt32(candidates.partnersStart(of: row))
        let limit = candidates.limits.neighbours
        let members = candidates.index.members.span
        let passStarts = candidates.index.passStarts.span
        let rowStarts = candidates.index.rowStarts.span
        let positions = candidates.index.positions.span
        var pass = 0
        for place in Int(rowStarts[row])..<Int(rowStarts[row + 1]) {
            let position = positions[place]
            while position >= passStarts[pass + 1] { pass += 1 }
            let bit = UInt64(1) << UInt64(pass)
            var next = Int(position)
            var member = members[next]
            guard member & BlockIndex.sorted == 0 else {
                found.appendNeighbours(of: next, in: members, limit: limit, from: start, bit: bit)
                continue
            }
            while member & BlockIndex.last == 0 {
                next += 1
                member = members[next]
                let partner = member & BlockIndex.rowMask
                if partner >= start { found.append(UInt64(partner) << 32 | bit) }
            }
        }
    }

    /// Sorting by insertion, the quickest way for a few.
    private static func sortFew(_ found: UnsafeMutableBufferPointer<UInt64>) {
        for index in 1..<max(1, found.count) {
            let number = unsafe found[index]
            var place = index
            while place > 0, unsafe found[place - 1] > number {
                unsafe found[place] = found[place - 1]
                place -= 1
            }
            unsafe found[place] = number
        }
    }
}

extension EntryBuffer {
    /// Adds the few members before and after a place in a sorted block that come later in the table.
    fileprivate mutating func appendNeighbours(
        of place: Int,
        in members: borrowing Span<UInt32>,
        limit: Int,
        from start: UInt32,
        bit: UInt64
    ) {
        var next = place
        for _ in 0..<limit where members[next] & BlockIndex.last == 0 {
            next += 1
            let partner = members[next] & BlockIndex.rowMask
            if partner >= start { append(UInt64(partner) << 32 | bit) }
        }
        next = place
        for _ in 0..<limit where next > 0 && members[next - 1] & BlockIndex.last == 0 {
            next -= 1
            let partner = members[next] & BlockIndex.rowMask
            if partner >= start { append(UInt64(partner) << 32 | bit) }
        }
    }
}
