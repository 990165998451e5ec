/// An entry on its way into the log, hashed once.
struct Appended: Sendable {
    let entry: Entry
    let leafHash: Digest32

    init(_ entry: Entry) {
        self.init(entry, leafHash: entry.leafHash)
    }

    init(_ entry: Entry, leafHash: Digest32) {
        self.entry = entry
        self.leafHash = leafHash
    }
}

/// Entries that a log made durable together.
public struct Committed {
    /// Their places in the log, in the order in which they were given.
    public let positions: Range<UInt64>

    private let log: Log
    private let entries: [Appended]

    init(positions: Range<UInt64>, log: Log, entries: [Appended]) {
        self.positions = positions
        self.log = log
        self.entries = entries
    }

    /// A receipt for each, under the log's ``Log/latestCheckpoint``.
    ///
    /// - Returns: The receipts, in order.
    /// - Throws: The error of the log's signer, or the store's own.
    public func receipts() throws -> [Receipt] {
        guard !entries.isEmpty else { return [] }
        let signed = try log.latestCheckpoint
        let shape = try log.grownTree().shape(at: signed.checkpoint.size)
        return try zip(positions, entries).map { position, appended in
            Receipt(
                position: position,
                entryID: appended.entry.id,
                leafHash: appended.leafHash,
                checkpoint: signed.note,
                proof: try shape.inclusionProof(index: position)
            )
        }
    }
}
