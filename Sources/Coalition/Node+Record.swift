package import Ledger

/// An entry as the record page lists it.
package struct RecordedEntry: Sendable {
    /// Its place in the log, from 0.
    package let position: UInt64
    /// Its bytes; `nil` when they are gone, or are not what the log covers.
    package let bytes: [UInt8]?
    /// What its bytes say; `nil` when there are none.
    package let entry: Entry?

    init(position: UInt64, bytes: [UInt8]?) {
        self.position = position
        self.bytes = bytes
        entry = bytes.flatMap { try? Entry(decoding: $0) }
    }
}

extension Node {
    /// The checkpoint over every durable entry.
    package var checkpoint: Checkpoint { log.latest }

    /// The same with the log's own signature.
    ///
    /// - Throws: the error of the log's signer.
    package func signedCheckpoint() throws -> SignedCheckpoint { try log.latestCheckpoint }

    /// The newest published checkpoint, which the world sees and new entries cite.
    package var published: SignedCheckpoint? { log.published }

    /// Makes a checkpoint the published one, if those whom the policy asks for vouch for it.
    ///
    /// - Parameter note: a checkpoint of this log with its signature, and those of its witnesses.
    /// - Throws: `TooFewVouch`, `CheckpointRefused`, or an error of the ledger if it is not of this log,
    ///   or older than the published one.
    package func publish(_ note: String) throws {
        guard try policy.judge(note: note).isQuorate else { throw TooFewVouch() }
        // The first note that satisfies a policy is kept even if no entry came since the last one:
        // whoever checks the folder is to find one that does.
        let known = log.published.flatMap { try? policy.judge(note: $0.note) }
        try log.publish(note, storing: known?.isQuorate != true)
    }

    /// A checkpoint without the cosignatures that the policy asks for.
    package struct TooFewVouch: Error {}

    /// The proof that the log of one size continues that of a smaller one.
    ///
    /// - Throws: an error of the ledger for sizes that the log never had.
    func consistencyProof(from old: UInt64, to size: UInt64) throws -> [Digest32] {
        try log.consistencyProof(from: old, to: size)
    }

    /// Evidence that this log's key also signed another history, if this note makes it.
    ///
    /// - Throws: an error of the ledger if the note is none, or the store fails.
    func forkEvidence(against note: SignedNote) throws -> ForkEvidence? {
        try log.forkEvidence(against: note)
    }

    /// How many published checkpoints anybody can have.
    package var publishedCount: UInt64 { log.storedCheckpoints }

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
            let entries = try? log.entries(in: position..<position + 1)
            return RecordedEntry(position: position, bytes: entries?.first?.bytes)
        }
    }

    /// A fresh receipt for an entry: the proof that the newest checkpoint covers it.
    ///
    /// - Throws: an error of the ledger if there is no such entry, or it is not readable.
    package func receipt(of position: UInt64) throws -> Receipt {
        try log.receipt(position: position)
    }
}
