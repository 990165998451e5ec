/// Checks a whole log, and says which entry is wrong.
///
/// The auditor trusts the keys that the policy names and nothing else. It never throws: whatever is
/// wrong becomes a finding. In memory it holds some bundles of entries, 48 bytes for each published
/// checkpoint, and the last entry of each actor.
///
/// It always ends: no object is read twice or at more than its largest size, it stops where a bundle
/// and its tile are missing, and at its deadline.
///
/// What it cannot see is a log cut back to an earlier state of its own, checkpoints included, or a
/// second history that a quorum of witnesses vouched for. A checkpoint kept elsewhere shows both: see
/// `known`.
public struct LogAuditor: Sendable {
    private let reader: any LogReader
    private let origin: String
    private let policy: WitnessPolicy
    private let known: [Checkpoint]
    private let checksSignatures: Bool

    /// The number of bundles that are read before their findings are put together.
    private static let bundlesAtOnce: UInt64 = 32

    /// Prepares an audit.
    ///
    /// - Parameters:
    ///   - reader: Where the log is. It may grow meanwhile; what is audited is the log as it was when
    ///     the audit began.
    ///   - origin: The origin line of the log.
    ///   - policy: The log's keys, and the witnesses that must have vouched for its checkpoints.
    ///   - known: Checkpoints of this log from elsewhere, already verified, that it must agree with.
    ///   - checksSignatures: `false` leaves out the signatures of the entries, and nothing else.
    public init(
        reader: any LogReader,
        origin: String,
        policy: WitnessPolicy,
        known: [Checkpoint] = [],
        checksSignatures: Bool = true
    ) {
        self.reader = reader
        self.origin = origin
        self.policy = policy
        self.known = known
        self.checksSignatures = checksSignatures
    }

    /// Checks every checkpoint, every entry and every tile.
    ///
    /// - Parameters:
    ///   - deadline: When to stop; an audit that is not finished by then says so as a finding.
    ///   - check: A check of the caller's own, called for every entry that decodes, by position.
    /// - Returns: What was found.
    public func audit(
        until deadline: ContinuousClock.Instant? = nil,
        check: (UInt64, Entry) -> [AuditFinding] = { _, _ in [] }
    ) -> AuditReport {
        var findings: [AuditFinding] = []
        var notes = NoteAudit(origin: origin, policy: policy)
        var entries: EntryAudit?
        do {
            let outline = try reader.outline()
            try read(&notes, outline, deadline)
            if notes.newest == nil, known.isEmpty {
                findings.append(AuditFinding(positions: nil, reason: .noCheckpoint))
            }
            entries = EntryAudit(notes: notes, known: known, reader: reader, outline: outline)
            try read(&entries, deadline, check)
        } catch is OutOfTime {
            findings.append(AuditFinding(positions: entries?.rest, reason: .outOfTime))
        } catch {
            findings.append(
                AuditFinding(positions: entries?.rest, reason: .readingFailed("\(error)"))
            )
        }
        return AuditReport(
            entries: entries?.count ?? 0,
            checkpoints: notes.count,
            newest: notes.newest,
            published: notes.good,
            signedSizes: notes.signedSizes,
            findings: findings + notes.findings + (entries?.findings ?? [])
        )
    }

    private struct OutOfTime: Error {}

    private func read(
        _ notes: inout NoteAudit,
        _ outline: LogOutline,
        _ deadline: ContinuousClock.Instant?
    ) throws {
        var index: UInt64 = 0
        while let path = TilePath(.checkpoints, index: index, ofCount: outline.checkpoints) {
            try requireTime(deadline)
            // Past a missing bundle there is nothing that could be in order.
            guard try notes.read(path, from: reader) else { break }
            index += 1
        }
        notes.take(newest: outline.checkpoint)
    }

    private func read(
        _ entries: inout EntryAudit?,
        _ deadline: ContinuousClock.Instant?,
        _ check: (UInt64, Entry) -> [AuditFinding]
    ) throws {
        var ahead = bundles(of: entries, after: 0)
        while case let bundles = ahead.value, !bundles.isEmpty {
            try requireTime(deadline)
            ahead = self.bundles(of: entries, after: bundles.count)
            for bundle in bundles {
                try entries?.take(bundle.get(), check)
            }
        }
        try entries?.finish()
    }

    /// Begins to read the bundles that follow some that are read and not yet taken.
    private func bundles(
        of entries: EntryAudit?,
        after count: Int
    ) -> EveryCore.Ahead<[Result<AuditedBundle, any Error>]> {
        let paths = entries?.paths(atMost: Self.bundlesAtOnce, after: count) ?? []
        return EveryCore.mapAhead(paths.count) { [self] index in
            Result {
                try AuditedBundle(
                    paths[index],
                    from: reader,
                    origin: origin,
                    checkingSignatures: checksSignatures
                )
            }
        }
    }

    private func requireTime(_ deadline: ContinuousClock.Instant?) throws {
        guard let deadline, deadline < .now else { return }
        throw OutOfTime()
    }
}
