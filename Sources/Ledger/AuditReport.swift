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

/// What can be wrong with a log.
public enum AuditReason: Hashable, Sendable {
    /// No entry is stored at these positions, and a checkpoint or a later entry says there was one.
    case missing
    /// The bytes are no entry.
    case undecodable(EntryMalformed)
    /// The bytes do not hash to what the tree has in this place.
    case leafHashDiffers
    /// The bytes are those of the entry that belongs at another position.
    case holdsEntry(of: UInt64)
    /// With this entry and the one at another position exchanged, the checkpoints are right.
    case swapped(with: UInt64)
    /// The actor did not sign this for this log.
    case badSignature
    /// The actor's sequence number does not follow.
    case sequence(expected: UInt64, found: UInt64)
    /// The entry does not name the actor's previous entry.
    case previousDiffers
    /// The entry cites a checkpoint that this log does not have.
    case citesUnknownCheckpoint
    /// The entry cites a checkpoint that covers the entry itself, or none though there was one.
    case citesWrongCheckpoint
    /// Somewhere in these entries something differs from what the checkpoint of this size covers;
    /// later roots cannot be checked.
    case rootDiffers(size: UInt64)
    /// The checkpoint filed under this size is not one, or not of this size and log.
    case badCheckpoint(size: UInt64)
    /// The checkpoint filed under this size was not signed by the log's key.
    case checkpointNotSigned(size: UInt64)
    /// There is no good checkpoint at all.
    case noCheckpoint
    /// What is stored at this position has not even the shape of an entry.
    case unreadable
    /// This hash tile is gone, or holds other hashes than the tree has.
    case tileDiffers(TilePath)
    /// The store names another entry as this actor's last than the log has.
    case actorDiffers(ActorKey)
    /// The store does not name the last entry of every actor.
    case actorsIncomplete
    /// The store failed, so nothing after this was checked.
    case storeFailed(String)
    /// Something that the caller's own check found.
    case other(String)
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

extension AuditReason: CustomStringConvertible {
    /// The reason in one English phrase.
    public var description: String {
        switch self {
        case .missing: "missing"
        case .undecodable(let error): "not an entry (\(error))"
        case .leafHashDiffers: "changed: the bytes do not hash to what the tree has here"
        case .holdsEntry(let other): "holds the entry that belongs at \(other)"
        case .swapped(let other): "exchanged with the entry at \(other)"
        case .badSignature: "not signed by its actor for this log"
        case .sequence(let expected, let found):
            "its actor's number is \(found), and \(expected) was to follow"
        case .previousDiffers: "does not name its actor's previous entry"
        case .citesUnknownCheckpoint: "cites a checkpoint that this log does not have"
        case .citesWrongCheckpoint: "cites no checkpoint from before it"
        case .rootDiffers(let size):
            "one of them is not what the checkpoint of size \(size) covers"
        case .badCheckpoint(let size): "no checkpoint of this log under size \(size)"
        case .checkpointNotSigned(let size):
            "checkpoint of size \(size) not signed by the log's key"
        case .noCheckpoint: "no good checkpoint"
        case .unreadable: "has not the shape of an entry"
        case .tileDiffers(let path): "\(path) is gone, or is not what the entries hash to"
        case .actorDiffers(let key): "the last entry of actor \(key) is not the one that is noted"
        case .actorsIncomplete: "the last entries of the actors are not all noted"
        case .storeFailed(let error): "the store failed: \(error)"
        case .other(let text): text
        }
    }
}

/// What an audit found.
public struct AuditReport: Hashable, Sendable {
    /// The number of entries that were read.
    public let entries: UInt64
    /// The number of checkpoints that were read.
    public let checkpoints: UInt64
    /// The largest good checkpoint, if there is any.
    public let latest: Checkpoint?
    /// What is wrong, by position; first what concerns no position.
    public let findings: [AuditFinding]

    /// Whether nothing is wrong.
    public var isSound: Bool { findings.isEmpty }

    init(entries: UInt64, checkpoints: UInt64, latest: Checkpoint?, findings: [AuditFinding]) {
        self.entries = entries
        self.checkpoints = checkpoints
        self.latest = latest
        self.findings = findings.enumerated()
            .sorted { left, right in
                let (a, b) = (left.element.position, right.element.position)
                return a == b ? left.offset < right.offset : Self.isBefore(a, b)
            }
            .map(\.element)
    }

    /// The same with one finding more.
    func with(_ finding: AuditFinding) -> AuditReport {
        AuditReport(
            entries: entries,
            checkpoints: checkpoints,
            latest: latest,
            findings: findings + [finding]
        )
    }

    private static func isBefore(_ a: UInt64?, _ b: UInt64?) -> Bool {
        guard let b else { return false }
        guard let a else { return true }
        return a < b
    }
}
