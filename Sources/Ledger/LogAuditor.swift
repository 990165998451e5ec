/// Checks a whole stored log, and says which entry is wrong.
///
/// The auditor trusts the log's public key and nothing else. It never throws: whatever is wrong
/// becomes a finding. Besides a page of entries it holds the leaf hashes in memory, 32 bytes each.
///
/// What it cannot see is a log cut back to an earlier state of its own, checkpoints included, or a
/// second log signed with the same key. A checkpoint kept elsewhere shows both: see `known`.
public struct LogAuditor: Sendable {
    let store: any LogStore
    let origin: String
    let verifier: NoteVerifier
    let known: [Checkpoint]

    static let pageSize = 1024

    /// Prepares an audit.
    ///
    /// - Parameters:
    ///   - store: Where the log is. It may grow meanwhile; what is audited is the log as it was when
    ///     the audit began.
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

    /// Checks every checkpoint and every entry.
    ///
    /// - Parameter check: A check of the caller's own, called for every entry that decodes, by
    ///   position.
    /// - Returns: What was found.
    public func audit(
        check: (StoredEntry, Entry) -> [AuditFinding] = { _, _ in [] }
    ) -> AuditReport {
        let head: StoreHead
        do {
            head = try store.head()
        } catch {
            return AuditReport(
                entries: 0,
                checkpoints: 0,
                latest: nil,
                findings: [AuditFinding(positions: nil, reason: .storeFailed("\(error)"))]
            )
        }
        let checkpoints = CheckpointAudit(auditor: self, head: head)
        let entries = EntryAudit(auditor: self, head: head, checkpoints: checkpoints, check: check)
        let roots = RootAudit(
            size: head.size,
            entries: entries,
            checkpoints: checkpoints.good + known
        )
        return AuditReport(
            entries: entries.count,
            checkpoints: checkpoints.count,
            latest: checkpoints.good.last,
            findings: checkpoints.findings + entries.findings + roots.findings
        )
    }
}
