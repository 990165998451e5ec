package import Ledger

/// An entry as the record page lists it.
package struct RecordedEntry: Sendable {
    /// Its place in the log, from 0.
    package let position: UInt64
    /// What the store holds there; `nil` when it is gone or has not even the shape of an entry.
    package let stored: StoredEntry?
    /// What its bytes say; `nil` when they are no entry.
    package let entry: Entry?

    init(position: UInt64, stored: StoredEntry?) {
        self.position = position
        self.stored = stored
        entry = stored.flatMap { try? Entry(decoding: $0.bytes) }
    }
}

extension Node {
    /// The newest signed checkpoint, durable before anybody can see it.
    package var checkpoint: SignedCheckpoint { log.latestCheckpoint }

    /// The bytes of one of the log's tiles, for anybody; `nil` when the log has not grown so far.
    ///
    /// - Throws: an error of the ledger if the store does not hold what the log covers.
    package func tile(at path: TilePath) throws -> [UInt8]? {
        try log.tile(at: path)
    }

    /// Entries from the store, newest first.
    ///
    /// - Parameters:
    ///   - end: one more than the newest wanted; beyond the log's end is the same as its end.
    ///   - count: how many at most.
    /// - Returns: one for each position, also where nothing readable is stored.
    package func entries(before end: UInt64, count: Int) -> [RecordedEntry] {
        let end = min(end, log.size)
        let start = end - min(end, UInt64(max(count, 0)))
        // One by one, so that one that is damaged does not hide the others.
        return (start..<end).reversed().map { position in
            let stored = try? store.entry(at: position)
            return RecordedEntry(position: position, stored: stored)
        }
    }

    /// A fresh receipt for an entry: the proof that the newest checkpoint covers it.
    ///
    /// - Throws: an error of the ledger if there is no such entry, or it is not readable.
    package func receipt(of position: UInt64) throws -> Receipt {
        try log.receipt(position: position)
    }
}
