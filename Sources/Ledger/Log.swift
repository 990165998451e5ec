/// An entry to be made: what the log does not fill in by itself.
public struct EntryDraft: Sendable {
    /// The random name of the entry.
    public var id: EntryID
    /// What sort of thing it says.
    public var kind: EntryKind
    /// What was sealed elsewhere: 0 to 255 values that reveal nothing of it.
    public var commitments: [Digest32]
    /// Who acts.
    public var signer: any EntrySigner
    /// What is to become durable together with the entry.
    public var companions: [ShelfChange]

    /// Creates a draft.
    ///
    /// - Parameters:
    ///   - id: The name of the entry, new and random.
    ///   - kind: What sort of thing it says.
    ///   - commitments: 0 to 255 values.
    ///   - signer: Who acts.
    ///   - companions: What is to become durable together with the entry.
    public init(
        id: EntryID = .random(),
        kind: EntryKind,
        commitments: [Digest32],
        signer: any EntrySigner,
        companions: [ShelfChange] = []
    ) {
        self.id = id
        self.kind = kind
        self.commitments = commitments
        self.signer = signer
        self.companions = companions
    }
}

/// Why a log was not opened, or did not append.
public enum LogError: Error, Hashable, Sendable {
    /// What is stored is not what the log's key signed.
    case unsound(AuditReport)
    /// The signer of this draft, by its place among the drafts, gave a signature that does not verify.
    case badSigner(draft: Int)
}

/// The one writer of a log.
///
/// A log is not `Sendable`: one actor owns it. It keeps every node of the tree in memory, 64 bytes an
/// entry, so that a proof costs a logarithm of the size.
public final class Log {
    /// The line that names this log, and no other.
    public let origin: String
    /// Where the log is kept.
    public let store: any LogStore
    /// The last checkpoint, with the log's signature; a log has one from the moment it is made.
    public private(set) var latestCheckpoint: SignedCheckpoint

    private let checkpointSigner: NoteSigner
    private(set) var nodes = MerkleNodes()
    private var frontier = MerkleFrontier()
    private var heads: [ActorKey: ActorHead] = [:]

    /// The number of entries.
    public var size: UInt64 { latestCheckpoint.checkpoint.size }
    /// The root of the tree over every entry.
    public var root: Digest32 { latestCheckpoint.checkpoint.root }
    /// The public key that this log's checkpoints verify under.
    public var verifier: NoteVerifier { checkpointSigner.verifier }

    /// Opens a log, or begins one in a store that is empty.
    ///
    /// Every entry is read, hashed and held against the checkpoints. The entries' signatures are not
    /// checked again: that is what ``LogAuditor`` is for.
    ///
    /// - Parameters:
    ///   - store: Where the log is kept. No one else may write to it.
    ///   - origin: The line that names this log: not empty, with no control character.
    ///   - checkpointSigner: The log's key.
    ///   - known: Checkpoints kept elsewhere, already verified, that the log must not fall behind.
    /// - Throws: ``LogError/unsound(_:)`` with a report that says which entry is wrong;
    ///   ``CheckpointMalformed`` for an origin that is none; or the store's own error.
    public init(
        store: any LogStore,
        origin: String,
        checkpointSigner: NoteSigner,
        known: [Checkpoint] = []
    ) throws {
        self.store = store
        self.origin = origin
        self.checkpointSigner = checkpointSigner
        let head = try store.head()
        guard head != StoreHead(size: 0, checkpoint: nil) || !known.isEmpty else {
            let empty = try Checkpoint(origin: origin, size: 0, root: MerkleTree.emptyRoot)
            latestCheckpoint = try SignedCheckpoint(signing: empty, by: checkpointSigner)
            let first = StoredCheckpoint(size: 0, note: latestCheckpoint.note)
            try store.commit(CommitBatch(entries: [], checkpoint: first, shelf: []))
            return
        }
        let auditor = LogAuditor(
            store: store,
            origin: origin,
            verifier: checkpointSigner.verifier,
            known: known,
            depth: .structure
        )
        var nodes = MerkleNodes()
        var frontier = MerkleFrontier()
        var heads: [ActorKey: ActorHead] = [:]
        let report = auditor.audit { stored, entry in
            nodes.append(stored.leafHash)
            frontier.append(stored.leafHash)
            heads[entry.actor] = ActorHead(sequence: entry.sequence, leafHash: stored.leafHash)
            return []
        }
        guard report.isSound, let latest = report.latest, latest.size == nodes.size,
            let note = head.checkpoint?.note
        else { throw LogError.unsound(report) }
        latestCheckpoint = try SignedCheckpoint(
            verifying: note,
            origin: origin,
            verifier: checkpointSigner.verifier
        )
        self.nodes = nodes
        self.frontier = frontier
        self.heads = heads
    }

    /// Signs, hashes and stores entries, all of them or none.
    ///
    /// The entries, their companions and the new checkpoint are one transaction. On an error nothing
    /// has changed, on disk or in memory, with one exception that no store can rule out: a commit that
    /// fails in its last moment may have happened. Then the next append throws
    /// ``StoreError/outOfPlace(size:)``, and the log is to be opened again.
    ///
    /// - Parameter drafts: What to append, in this order; none does nothing.
    /// - Returns: A receipt for each, under the new checkpoint.
    /// - Throws: ``EntryMalformed`` for a draft with too many commitments,
    ///   ``LogError/badSigner(draft:)``, the signer's own error, or the store's.
    @discardableResult
    public func append(_ drafts: [EntryDraft]) throws -> [Receipt] {
        guard !drafts.isEmpty else { return [] }
        var frontier = frontier
        var newHeads: [ActorKey: ActorHead] = [:]
        var entries: [Entry] = []
        var stored: [StoredEntry] = []
        let cited = latestCheckpoint.checkpoint.digest
        for draft in drafts {
            let actor = draft.signer.key
            let head = newHeads[actor] ?? heads[actor] ?? ActorHead()
            let entry = try Entry(
                origin: origin,
                id: draft.id,
                kind: draft.kind,
                sequence: head.sequence + 1,
                previous: head.leafHash,
                checkpoint: cited,
                commitments: draft.commitments,
                signer: draft.signer
            )
            let bytes = entry.encoded
            let leafHash = MerkleTree.leafHash(bytes)
            entries.append(entry)
            stored.append(
                StoredEntry(position: frontier.size, bytes: bytes, leafHash: leafHash)
            )
            frontier.append(leafHash)
            newHeads[actor] = ActorHead(sequence: entry.sequence, leafHash: leafHash)
        }
        // An unsound entry could never be taken out again.
        let unsigned = LogAuditor.failures(among: entries.count) { [entries, origin] index in
            entries[index].verifySignature(origin: origin)
        }
        if let draft = unsigned.first {
            throw LogError.badSigner(draft: draft)
        }
        let checkpoint = try SignedCheckpoint(
            signing: Checkpoint(origin: origin, size: frontier.size, root: frontier.root),
            by: checkpointSigner
        )
        try store.commit(
            CommitBatch(
                entries: stored,
                checkpoint: StoredCheckpoint(size: frontier.size, note: checkpoint.note),
                shelf: drafts.flatMap(\.companions)
            )
        )
        latestCheckpoint = checkpoint
        self.frontier = frontier
        heads.merge(newHeads) { _, new in new }
        for entry in stored {
            nodes.append(entry.leafHash)
        }
        return try zip(stored, entries).map { stored, entry in
            try receipt(position: stored.position, entryID: entry.id)
        }
    }

    private func receipt(position: UInt64, entryID: EntryID) throws(ProofError) -> Receipt {
        try Receipt(
            position: position,
            entryID: entryID,
            leafHash: nodes.leafHash(at: position),
            checkpoint: latestCheckpoint.note,
            proof: inclusionProof(position: position)
        )
    }

    /// A new receipt for an entry, under the last checkpoint.
    ///
    /// - Parameter position: The entry's place in the log, from 0.
    /// - Returns: The receipt.
    /// - Throws: ``ProofError/outOfRange``, ``EntryMalformed``, or the store's own error.
    public func receipt(position: UInt64) throws -> Receipt {
        guard position < size, let stored = try store.entry(at: position)
        else { throw ProofError.outOfRange }
        return try receipt(position: position, entryID: Entry(decoding: stored.bytes).id)
    }

    /// The proof that an entry is in the log, under the last checkpoint.
    ///
    /// - Parameter position: The entry's place in the log, from 0.
    /// - Returns: The hashes from the leaf up.
    /// - Throws: ``ProofError/outOfRange`` when there is no such entry.
    public func inclusionProof(position: UInt64) throws(ProofError) -> [Digest32] {
        try nodes.inclusionProof(index: position, size: size)
    }

    /// The proof that the log, under the last checkpoint, continues what it was at a smaller size.
    ///
    /// - Parameter oldSize: The smaller size, up to the log's own.
    /// - Returns: The hashes in the order of RFC 6962; none for 0 and for the whole size.
    /// - Throws: ``ProofError/outOfRange`` when the log is smaller than that.
    public func consistencyProof(from oldSize: UInt64) throws(ProofError) -> [Digest32] {
        try nodes.consistencyProof(from: oldSize, to: size)
    }
}
