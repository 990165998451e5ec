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
/// The folder can be served as it is. It gets `checkpoint`, the signed note; below `tile` the hashes and
/// the entries; and below `checkpoints` the published notes, which entries cite. An export into the folder of an earlier one adds to it: no tile is written
/// twice, a partial tile stays until its full tile is there, and the checkpoint comes last, so that it
/// never covers a tile that is missing.
public struct TileExport: Sendable {
    /// Where the newest published checkpoint is in the folder.
    public static let checkpointPath = "checkpoint"
    /// Where the folder says how many published checkpoints it has, as a decimal number and a line
    /// feed.
    public static let countPath = "checkpoints/count"

    private let store: any LogStore
    private let origin: String
    private let policy: WitnessPolicy
    private let known: [Checkpoint]

    /// Prepares an export.
    ///
    /// - Parameters:
    ///   - store: Where the log is. It may grow meanwhile; what is exported is the published log as it
    ///     was when the export began.
    ///   - origin: The origin line of the log.
    ///   - policy: The log's keys, and who must have vouched for what is exported.
    ///   - known: Checkpoints of this log from elsewhere, already verified, that it must agree with.
    public init(
        store: any LogStore,
        origin: String,
        policy: WitnessPolicy,
        known: [Checkpoint] = []
    ) {
        self.store = store
        self.origin = origin
        self.policy = policy
        self.known = known
    }

    /// Audits the log, and writes what is published of it when it is sound and continues what the
    /// folder holds.
    ///
    /// - Parameter folder: The path of a folder that is empty, is not there yet, or holds an earlier
    ///   export of this log. Nobody else may write to it meanwhile.
    /// - Returns: The checkpoint that the folder now has.
    /// - Throws: ``TileExportError``; ``RecordAltered`` when the store was changed after the audit; or
    ///   the store's own error. The folder's checkpoint is the earlier one then.
    @discardableResult
    public func write(to folder: String) throws -> CosignedCheckpoint {
        let folder = TileFolder(path: folder)
        let earlier = try folder.checkpoint(origin: origin, policy: policy)
        let report = LogAuditor(
            reader: StoreReader(store),
            origin: origin,
            policy: policy,
            known: known + [earlier].compactMap(\.self)
        )
        .audit()
        guard report.isSound, let newest = report.newest else {
            throw TileExportError.unsound(report)
        }
        let size = newest.checkpoint.size
        let tree = try TileTree(store: store, size: size)
        guard try tree.shape(at: size).root == newest.checkpoint.root else {
            throw TileExportError.changedMeanwhile
        }
        let tiles = TilePath.all(ofSize: size)
        for path in tiles {
            try folder.put(tree.bytes(at: path), at: path)
        }
        let notes = TilePath.all(.checkpoints, count: report.checkpoints)
        for path in notes {
            try folder.put(store.notes(path.places), at: path)
        }
        try folder.write(Array("\(report.checkpoints)\n".utf8), to: Self.countPath)
        try folder.write(Array(newest.note.utf8), to: Self.checkpointPath)
        try folder.removeOutgrown(tiles + notes)
        return newest
    }
}
