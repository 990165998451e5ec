/// Gathers the partners of one row after another; each thread has its own.
struct CandidateCursor {
    /// About how many pairs are worth handing on together.
    static let batch = 4096

    /// The pairs gathered since `clear`.
    private(set) var pairs: [CandidatePair] = []
    /// For each pair, the passes that proposed it, one bit for each.
    private(set) var passes: [UInt32] = []
    private let candidates: CandidatePairs
    /// Partners of the row at hand in the high half, the bit of the pass in the low.
    private var found: [UInt64] = []

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
        collect(row)
        guard !found.isEmpty else { return }
        if found.count > 24 { found.sort() } else { sortFew() }
        var index = 0
        while index < found.count {
            let partner = found[index] >> 32
            var mask: UInt32 = 0
            while index < found.count, found[index] >> 32 == partner {
                mask |= UInt32(truncatingIfNeeded: found[index])
                index += 1
            }
            pairs.append(CandidatePair(left: UInt32(row), right: UInt32(partner)))
            passes.append(mask)
        }
    }

    /// Whether the last row gathered has a row as its partner.
    func hasPartner(_ row: UInt32) -> Bool { found.contains { $0 >> 32 == UInt64(row) } }

    /// Walks from each of the row's places to the end of the block.
    private mutating func collect(_ row: Int) {
        found.removeAll(keepingCapacity: true)
        let index = candidates.index
        let start = UInt32(candidates.partnersStart(of: row))
        var pass = 0
        for place in Int(index.rowStarts[row])..<Int(index.rowStarts[row + 1]) {
            let position = index.positions[place]
            while position >= index.passStarts[pass + 1] { pass += 1 }
            let bit = UInt64(1) << UInt64(pass)
            var next = Int(position)
            if index.members[next] & BlockIndex.sorted != 0 {
                collectNeighbours(of: next, from: start, bit: bit)
                continue
            }
            repeat {
                next += 1
                let partner = index.members[next] & BlockIndex.rowMask
                if partner >= start { found.append(UInt64(partner) << 32 | bit) }
            } while index.members[next] & BlockIndex.last == 0
        }
    }

    /// Takes the few members before and after a place in a sorted block that come later in the table.
    private mutating func collectNeighbours(of place: Int, from start: UInt32, bit: UInt64) {
        let members = candidates.index.members
        let limit = candidates.limits.neighbours
        var next = place
        for _ in 0..<limit where members[next] & BlockIndex.last == 0 {
            next += 1
            let partner = members[next] & BlockIndex.rowMask
            if partner >= start { found.append(UInt64(partner) << 32 | bit) }
        }
        next = place
        for _ in 0..<limit where next > 0 && members[next - 1] & BlockIndex.last == 0 {
            next -= 1
            let partner = members[next] & BlockIndex.rowMask
            if partner >= start { found.append(UInt64(partner) << 32 | bit) }
        }
    }

    /// Sorting by insertion, the quickest way for a few.
    private mutating func sortFew() {
        for index in 1..<max(1, found.count) {
            let number = found[index]
            var place = index
            while place > 0, found[place - 1] > number {
                found[place] = found[place - 1]
                place -= 1
            }
            found[place] = number
        }
    }
}
