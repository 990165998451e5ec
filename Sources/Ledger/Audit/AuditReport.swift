/// One thing that is wrong with a log.
public struct AuditFinding: Hashable, Sendable {
    /// The entries concerned: one, or the range that the trouble lies in; `nil` when it is not about
    /// entries.
    public let positions: Range<UInt64>?
    /// What is wrong.
    public let reason: AuditReason

    /// The first entry concerned.
    public var position: UInt64? { positions?.lowerBound }

    /// Creates a finding about a range of entries.
    ///
    /// - Parameters:
    ///   - positions: The entries concerned, or `nil`.
    ///   - reason: What is wrong.
    public init(positions: Range<UInt64>?, reason: AuditReason) {
        self.positions = positions
        self.reason = reason
    }

    /// Creates a finding about one entry.
    ///
    /// - Parameters:
    ///   - position: The entry concerned.
    ///   - reason: What is wrong.
    public init(position: UInt64, reason: AuditReason) {
        self.init(positions: position..<max(position, position &+ 1), reason: reason)
    }
}

extension AuditFinding: CustomStringConvertible {
    /// The finding in one English line.
    public var description: String {
        guard let positions else { return "log: \(reason)" }
        return positions.upperBound - positions.lowerBound <= 1
            ? "entry \(positions.lowerBound): \(reason)"
            : "entries \(positions.lowerBound) to \(positions.upperBound - 1): \(reason)"
    }
}

/// A published checkpoint that an audit found good.
public struct AuditedCheckpoint: Hashable, Sendable {
    /// The number of entries that it covers.
    public let size: UInt64
    /// The root of the tree over them.
    public let root: Digest32
    /// The time of ``CosignedCheckpoint/citedAfter``.
    public let citedAfter: UInt64?
    /// The time of ``CosignedCheckpoint/coveredBefore``.
    public let coveredBefore: UInt64?
}

/// What an audit found.
public struct AuditReport: Hashable, Sendable {
    /// The number of entries that were read.
    public let entries: UInt64
    /// The number of checkpoints that were read.
    public let checkpoints: UInt64
    /// The newest published checkpoint that is good, with what the policy says of it.
    public let newest: CosignedCheckpoint?
    /// The good published checkpoints, in order.
    public let published: [AuditedCheckpoint]
    /// The sizes of the smallest and the largest good checkpoint that each key of the log signed.
    public let signedSizes: [NoteVerifier: ClosedRange<UInt64>]
    /// What is wrong, by position; first what concerns no position, and what names one entry before
    /// what only says that something is wrong up to there.
    public let findings: [AuditFinding]

    /// The newest published checkpoint that is good.
    public var latest: Checkpoint? { newest?.checkpoint }

    /// The number of entries that are not covered by ``latest`` yet.
    public var unpublished: UInt64 { entries - min(entries, latest?.size ?? 0) }

    /// Whether nothing is wrong.
    public var isSound: Bool { findings.isEmpty }

    init(
        entries: UInt64,
        checkpoints: UInt64,
        newest: CosignedCheckpoint?,
        published: [AuditedCheckpoint],
        signedSizes: [NoteVerifier: ClosedRange<UInt64>],
        findings: [AuditFinding]
    ) {
        self.entries = entries
        self.checkpoints = checkpoints
        self.newest = newest
        self.published = published
        self.signedSizes = signedSizes
        self.findings = findings.enumerated()
            .sorted { left, right in
                let (a, b) = (left.element.positions?.last, right.element.positions?.last)
                return a == b ? left.offset < right.offset : Self.isBefore(a, b)
            }
            .map(\.element)
    }

    /// The same with one finding more.
    func with(_ finding: AuditFinding) -> AuditReport {
        AuditReport(
            entries: entries,
            checkpoints: checkpoints,
            newest: newest,
            published: published,
            signedSizes: signedSizes,
            findings: findings + [finding]
        )
    }

    private static func isBefore(_ a: UInt64?, _ b: UInt64?) -> Bool {
        guard let b else { return false }
        guard let a else { return true }
        return a < b
    }
}
