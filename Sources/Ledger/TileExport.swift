/// Why a log was not exported.
public enum TileExportError: Error, Hashable, Sendable {
    /// What is stored is not what the log's key signed, or not what was exported before.
    case unsound(AuditReport)
    /// The folder holds something else than an export.
    case notAnExport
    /// The folder's checkpoint is not signed by this log's key.
    case ofAnotherLog
    /// The folder's tile at this address is not the log's.
    case differs(path: TilePath)
    /// The store's last checkpoint is no longer the one that was audited.
    case changedMeanwhile
    /// A file at this path below the folder cannot be written or removed.
    case notWritable(path: String)
}

/// Writes a log as files that checkers of other makes can read: the layout of C2SP tlog-tiles.
///
/// The folder can be served as it is. It gets `checkpoint`, the signed note, and below `tile` the
/// hashes and the entries. An export into the folder of an earlier one adds to it: no tile is written
/// twice, a partial tile stays until its full tile is there, and the checkpoint comes last, so that it
/// never covers a tile that is missing.
public struct TileExport: Sendable {
    private let store: any LogStore
    private let origin: String
    private let verifier: NoteVerifier
    private let known: [Checkpoint]

    /// Prepares an export.
    ///
    /// - Parameters:
    ///   - store: Where the log is. It may grow meanwhile; what is exported is the log as it was when
    ///     the export began.
    ///   - origin: The origin line of the log.
    ///   - verifier: The public key of the log.
    ///   - known: Checkpoints of this log from elsewhere, already verified, that it must agree with.
    public init(
        store: any LogStore,
        origin: String,
        verifier: NoteVerifier,
        known: [Checkpoint] = []
    ) {
        self.store = store
        self.origin = origin
        self.verifier = verifier
        self.known = known
    }

    /// Audits the log, and writes it when it is sound and continues what the folder holds.
    ///
    /// - Parameter folder: The path of a folder that is empty, is not there yet, or holds an earlier
    ///   export of this log. Nobody else may write to it meanwhile.
    /// - Returns: The checkpoint that the folder now has.
    /// - Throws: ``TileExportError``; ``RecordAltered`` when the store was changed after the audit; or
    ///   the store's own error. The folder's checkpoint is the earlier one then.
    @discardableResult
    public func write(to folder: String) throws -> SignedCheckpoint {
        let folder = TileFolder(path: folder)
        let earlier = try folder.checkpoint(origin: origin, verifier: verifier)
        var nodes = MerkleNodes()
        let report = LogAuditor(
            store: store,
            origin: origin,
            verifier: verifier,
            known: known + [earlier].compactMap(\.self)
        )
        .audit { stored, _ in
            nodes.append(MerkleTree.leafHash(stored.bytes))
            return []
        }
        guard report.isSound, let latest = report.latest, latest.size == nodes.size else {
            throw TileExportError.unsound(report)
        }
        let checkpoint = try signed(latest)
        let tiles = TilePath.all(ofSize: nodes.size)
        let source = TileSource(nodes: nodes, store: store)
        for tile in tiles {
            guard let bytes = try source.bytes(at: tile) else { continue }
            try folder.put(bytes, at: tile)
        }
        try folder.put(checkpoint: checkpoint.note)
        try folder.removeOutgrown(tiles)
        return checkpoint
    }

    /// The note of an audited checkpoint, verified again: the store may have been changed since.
    private func signed(_ checkpoint: Checkpoint) throws -> SignedCheckpoint {
        guard let note = try store.head().checkpoint?.note,
            let signed = try? SignedCheckpoint(verifying: note, origin: origin, verifier: verifier),
            signed.checkpoint == checkpoint
        else { throw TileExportError.changedMeanwhile }
        return signed
    }
}
