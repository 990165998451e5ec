/// The blocks of all passes, and where each row stands in them.
///
/// Blocks lie one after another in `members`, each with its rows in ascending order. For each row,
/// `positions` has its places in `members`, those apart from which a block has nothing more to offer.
/// To propose a row's partners one walks from each of its places to the block's end.
struct BlockIndex: Sendable {
    /// A member's number of its row, without the marks.
    static let rowMask: UInt32 = 0x3fff_ffff
    /// Marks the last member of a block.
    static let last: UInt32 = 1 << 31
    /// Marks the members of a block that is in a sorted order, of which only neighbours are paired.
    static let sorted: UInt32 = 1 << 30

    /// Rows with marks, block after block.
    private(set) var members: [UInt32] = []
    /// Where each pass's blocks begin in `members`; one more than there are passes.
    private(set) var passStarts: [UInt32] = [0]
    /// Where each row's places begin in `positions`; one more than there are rows.
    private(set) var rowStarts: [UInt32] = []
    /// Places in `members`, row after row.
    private(set) var positions: [UInt32] = []

    /// Adds one pass's blocks.
    mutating func append(pass blocks: [UInt32]) {
        members.append(contentsOf: blocks)
        passStarts.append(UInt32(members.count))
    }

    /// Notes for each of `count` rows where it stands, after all passes were added.
    mutating func finish(count: Int) {
        rowStarts = [UInt32](repeating: 0, count: count + 1)
        for member in members where Self.offersPartners(member) {
            rowStarts[Int(member & Self.rowMask) + 1] += 1
        }
        for row in 0..<count { rowStarts[row + 1] += rowStarts[row] }
        positions = [UInt32](repeating: 0, count: Int(rowStarts[count]))
        // Each start moves to its row's end while places are noted, and is the next row's start then.
        for (place, member) in members.enumerated() where Self.offersPartners(member) {
            let row = Int(member & Self.rowMask)
            positions[Int(rowStarts[row])] = UInt32(place)
            rowStarts[row] += 1
        }
        for row in stride(from: count, to: 0, by: -1) { rowStarts[row] = rowStarts[row - 1] }
        rowStarts[0] = 0
    }

    /// The last row of an ascending block is partner to those before it and has none after it.
    private static func offersPartners(_ member: UInt32) -> Bool {
        member & last == 0 || member & sorted != 0
    }

    /// How much memory the index takes.
    var byteCount: Int { 4 * (members.count + rowStarts.count + positions.count) }
}
