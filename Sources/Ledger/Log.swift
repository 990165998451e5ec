/// Why a log was not opened, or did not append.
public enum LogError: Error, Hashable, Sendable {
    /// What is stored is not what the log's key signed.
    case unsound(AuditReport)
    /// The signature of this entry, by its place among those to be appended, does not verify.
    case badSignature(entry: Int)
    /// The entry with this place among those to be appended does not follow its actor's last one:
    /// another was faster, and it is to be made anew.
    case outOfSequence(entry: Int)
    /// The entry with this place among those to be appended cites no recent published checkpoint.
    case citesUnknownCheckpoint(entry: Int)
    /// What was written reads back otherwise, so nothing was signed: the disk is not to be trusted.
    case readBackDiffers(position: UInt64)
    /// A checkpoint to be published is not one of this log, or older than the published one.
    case notPublishable
}

/// The one writer of a log.
///
/// A log is not `Sendable`: one actor owns it. In memory it holds the growing tiles at the right edge
/// of its tree, some full tiles that were used last, and the last entry of every actor.
///
/// Entries are durable and covered by ``latestCheckpoint`` when ``append(_:)`` returns. What the
/// world sees is ``published``: a checkpoint that whoever owns the log had cosigned, and handed to
/// ``publish(_:)``.
public final class Log {
    /// The line that names this log, and no other.
    public let origin: String
    /// Where the log is kept.
    public let store: any LogStore
    /// The checkpoint over every durable entry, not yet signed.
    public private(set) var latest: Checkpoint
    /// The newest published checkpoint; `nil` until there is one.
    public private(set) var published: SignedCheckpoint?

    private let checkpointSigner: NoteSigner
    /// ``latest``, signed, since somebody asked for it.
    private var signed: SignedCheckpoint?
    /// `nil` after a failed commit, until it is read again from the store.
    private var tree: TileTree?
    private var actors: ActorHeads
    /// The number of published checkpoints that are stored, and so may be cited.
    public private(set) var storedCheckpoints: UInt64
    /// Whether the published checkpoint is in the store, and not only in memory.
    private var isPublishedStored: Bool

    /// The number of entries.
    public var size: UInt64 { latest.size }
    /// The root of the tree over every entry.
    public var root: Digest32 { latest.root }
    /// The public key that this log's checkpoints verify under.
    public var verifier: NoteVerifier { checkpointSigner.verifier }

    /// Opens a log, or begins one in a store that is empty.
    ///
    /// Opening reads the right edge of the tree, holds it against the last published checkpoint and
    /// the known ones, and checks every entry that none of these covers. Older entries are held
    /// against the tree when they are read through the log, and all of them by ``LogAuditor``.
    ///
    /// - Parameters:
    ///   - store: Where the log is kept. No one else may write to it.
    ///   - origin: The line that names this log: not empty, with no control character.
    ///   - checkpointSigner: The log's key.
    ///   - former: Keys that the log had before; what they signed is believed, and no more signed.
    ///   - known: Checkpoints kept elsewhere, already verified, that the log must not fall behind.
    /// - Throws: ``LogError/unsound(_:)`` with a report that says what is wrong;
    ///   ``CheckpointMalformed`` for an origin that is none; or the store's own error.
    public init(
        store: any LogStore,
        origin: String,
        checkpointSigner: NoteSigner,
        former: [NoteVerifier] = [],
        known: [Checkpoint] = []
    ) throws {
        self.store = store
        self.origin = origin
        self.checkpointSigner = checkpointSigner
        let opening = LogOpening(
            store: store,
            origin: origin,
            verifier: checkpointSigner.verifier,
            former: former,
            known: known
        )
        let opened = try opening.open()
        tree = opened.tree
        actors = opened.actors
        published = opened.published
        storedCheckpoints = opened.checkpoints
        isPublishedStored = true
        latest = try Checkpoint(origin: origin, size: opened.tree.size, root: opened.root)
    }

    /// The checkpoint over every durable entry, with the log's signature and no other.
    ///
    /// It is signed when it is first asked for, after what it covers was read back from the store.
    public var latestCheckpoint: SignedCheckpoint {
        get throws {
            if let signed, signed.checkpoint == latest { return signed }
            let made = try SignedCheckpoint(signing: latest, by: checkpointSigner)
            signed = made
            return made
        }
    }

    // MARK: - Appending

    /// Signs, hashes and stores entries, all of them or none.
    ///
    /// The entries and their companions are one transaction. What was written is read back from the
    /// store and hashed again before a checkpoint over it is signed. On an error nothing has changed,
    /// on disk or in memory, with one exception that no store can rule out: a commit that fails in its
    /// last moment may have happened. Then the next append throws ``StoreError/outOfPlace(size:)``,
    /// and the log is to be opened again.
    ///
    /// - Parameter drafts: What to append, in this order; none does nothing.
    /// - Returns: Where they are, and their receipts for whoever asks.
    /// - Throws: ``EntryMalformed`` for a draft with too many commitments,
    ///   ``LogError/badSignature(entry:)``, the signer's own error,
    ///   ``LogError/readBackDiffers(position:)``, or the store's own error.
    @discardableResult
    public func append(_ drafts: [EntryDraft]) throws -> Committed {
        var actors = actors.changing()
        let cited = published?.digest ?? .zero
        let entries = try drafts.enumerated().map { offset, draft in
            let head = actors[draft.signer.key]
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
            let made = Appended(entry)
            // A key in memory was not lent to anybody; of a card or a service the log knows nothing, and
            // an unsound entry could never be taken out again.
            guard draft.signer is SigningKey || entry.verifySignature(origin: origin) else {
                throw LogError.badSignature(entry: offset)
            }
            actors.follow(made, at: size + UInt64(offset))
            return made
        }
        return try append(entries, actors, companions: drafts.flatMap(\.companions))
    }

    /// Checks and stores entries that were made and signed elsewhere, all of them or none.
    ///
    /// - Parameters:
    ///   - signed: What to append, in this order; none does nothing.
    ///   - checking: `false` when somebody else has checked the signatures already.
    /// - Returns: Where they are, and their receipts for whoever asks.
    /// - Throws: ``LogError/badSignature(entry:)``, ``LogError/outOfSequence(entry:)``,
    ///   ``LogError/citesUnknownCheckpoint(entry:)``, ``LogError/readBackDiffers(position:)``, or the
    ///   store's own error.
    @discardableResult
    public func append(
        signed: [SignedEntry],
        checkingSignatures checking: Bool = true
    ) throws -> Committed {
        var actors = actors.changing()
        let hashed = EveryCore.leafHashes(of: signed.map(\.entry.bytes))
        let entries = try zip(signed, hashed).enumerated().map { offset, pair in
            let made = Appended(pair.0.entry, leafHash: pair.1)
            guard actors[made.entry.actor].isFollowed(by: made.entry) else {
                throw LogError.outOfSequence(entry: offset)
            }
            guard try isRecent(made.entry.checkpoint) else {
                throw LogError.citesUnknownCheckpoint(entry: offset)
            }
            actors.follow(made, at: size + UInt64(offset))
            return made
        }
        if checking {
            let unsigned = EveryCore.failures(among: entries.count) { [origin] index in
                entries[index].entry.verifySignature(origin: origin)
            }
            if let entry = unsigned.first { throw LogError.badSignature(entry: entry) }
        }
        return try append(entries, actors, companions: signed.flatMap(\.companions))
    }

    private func append(
        _ appended: [Appended],
        _ actors: ActorHeads.Changing,
        companions: [ShelfChange]
    ) throws -> Committed {
        let start = size
        let end = start + UInt64(appended.count)
        let committed = Committed(positions: start..<end, log: self, entries: appended)
        guard !appended.isEmpty else { return committed }
        let tree = try grownTree()
        self.tree = nil
        let tiles = appended.flatMap { tree.append($0.leafHash) }
        let note = isPublishedStored ? nil : published
        try store.commit(
            CommitBatch(
                entries: appended.enumerated().map { offset, entry in
                    StoredEntry(position: start + UInt64(offset), bytes: entry.entry.encoded)
                },
                tiles: tiles,
                actors: actors.settled(upTo: end),
                checkpoint: note.map {
                    StoredCheckpoint(
                        number: storedCheckpoints,
                        size: $0.checkpoint.size,
                        note: $0.note
                    )
                },
                shelf: companions
            )
        )
        try readBack(appended, from: start, tiles)
        latest = try Checkpoint(origin: origin, size: end, root: tree.shape(at: end).root)
        self.tree = tree
        self.actors.settle(actors, upTo: end)
        if note != nil {
            storedCheckpoints += 1
            isPublishedStored = true
        }
        return committed
    }

    /// Holds what the store gives back against what it was given: a bit that a disk flips on the way
    /// must not be signed for.
    private func readBack(
        _ appended: [Appended],
        from start: UInt64,
        _ tiles: [StoredTile]
    ) throws {
        for first in stride(from: 0, to: appended.count, by: TilePath.fullWidth) {
            let some = appended[first...].prefix(TilePath.fullWidth)
            let position = start + UInt64(first)
            let items = try store.bundle(of: position..<position + UInt64(some.count))
            let hashes = EveryCore.leafHashes(of: some.indices.map { items[$0 - first] ?? [] })
            for (offset, made) in some.enumerated() {
                guard items.ranges[offset] != nil, hashes[offset] == made.leafHash else {
                    throw LogError.readBackDiffers(position: position + UInt64(offset))
                }
            }
        }
        for tile in tiles {
            guard try store.tile(level: tile.level, index: tile.index) == tile.hashes else {
                throw LogError.readBackDiffers(position: tile.index << (8 * (tile.level + 1)))
            }
        }
    }

    /// The tree; read again when the last append broke off.
    func grownTree() throws -> TileTree {
        if let tree { return tree }
        let again = try TileTree(store: store, size: size)
        guard try again.shape(at: size).root == root else {
            throw LogError.readBackDiffers(position: size)
        }
        tree = again
        return again
    }

    // MARK: - Publishing

    /// Makes a checkpoint the one that the world sees and that new entries cite.
    ///
    /// A note of a new size is durable when this returns. One that only has newer cosignatures on the
    /// size that is published is kept in memory, and becomes durable with the first entry that cites
    /// it, so that a quiet night does not fill the disk.
    ///
    /// - Parameters:
    ///   - note: A checkpoint of this log with its signature, and by now those of others.
    ///   - storing: `true` to make it durable whatever its size.
    /// - Throws: ``NoteMalformed``, ``NoteUnverified``, ``CheckpointMalformed`` or ``WrongOrigin``;
    ///   ``LogError/notPublishable`` for a size below the published one or beyond the log's, a root
    ///   that is not the tree's, or a note of more than 65,535 bytes; or the store's own error.
    public func publish(_ note: String, storing: Bool = false) throws {
        let signed = try SignedCheckpoint(verifying: note, origin: origin, verifier: verifier)
        let (checkpoint, old) = (signed.checkpoint, published?.checkpoint.size)
        guard checkpoint.size <= size, checkpoint.size >= old ?? 0,
            note.utf8.count <= EntryBundle.maximumEntryByteCount,
            try grownTree().shape(at: checkpoint.size).root == checkpoint.root
        else { throw LogError.notPublishable }
        if checkpoint.size != old || storing {
            try store.commit(
                CommitBatch(
                    checkpoint: StoredCheckpoint(
                        number: storedCheckpoints,
                        size: checkpoint.size,
                        note: note
                    )
                )
            )
            storedCheckpoints += 1
            isPublishedStored = true
        } else if signed != published {
            isPublishedStored = false
        }
        published = signed
    }

    /// Whether a digest is that of the published checkpoint, or of one of the last stored before it.
    private func isRecent(_ digest: Digest32) throws -> Bool {
        guard digest != published?.digest ?? .zero else { return true }
        let first = storedCheckpoints - min(storedCheckpoints, Self.recentCheckpoints)
        return try store.checkpoints(in: first..<storedCheckpoints).contains {
            .sha256(Array($0.note.utf8)) == digest
        }
    }

    /// How many of the last stored checkpoints an entry made elsewhere may cite.
    static let recentCheckpoints: UInt64 = 64
}
