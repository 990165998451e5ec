/// What can be wrong with a log.
public enum AuditReason: Hashable, Sendable {
    // MARK: An entry

    /// No entry is at these positions, or what is there has not even the shape of one.
    case missing
    /// The bytes are no entry.
    case undecodable(EntryMalformed)
    /// The bytes do not hash to what the tree has in this place.
    case altered
    /// With this entry and the one at another position exchanged, the checkpoints are right.
    case swapped(with: UInt64)
    /// The actor did not sign this for this log.
    case badSignature
    /// The actor's sequence number does not follow.
    case sequence(expected: UInt64, found: UInt64)
    /// The entry does not name the actor's previous entry.
    case previousDiffers
    /// The entry cites a checkpoint that was never published.
    case citesUnknownCheckpoint
    /// The entry cites a checkpoint that covers the entry itself.
    case citesLaterCheckpoint
    /// The witnesses of the checkpoint that the entry cites say a later time than those of the first
    /// checkpoint that covers it: in seconds since 1970-01-01 UTC.
    case timesContradict(after: UInt64, before: UInt64)

    // MARK: The tree

    /// Somewhere in these entries something differs from what the checkpoint of this size covers;
    /// later roots cannot be checked.
    case rootDiffers(size: UInt64)
    /// This tile is gone, or is not what the entries hash to.
    case tileDiffers(TilePath)
    /// This bundle is gone or is none.
    case badBundle(TilePath)

    // MARK: A checkpoint

    /// The checkpoint with this number is gone, or is not one of this log.
    case badCheckpoint(number: UInt64)
    /// A signature of the checkpoint with this number is missing or wrong.
    case checkpointNotSigned(number: UInt64)
    /// The checkpoint with this number was not cosigned by as many witnesses as the policy asks for,
    /// though an earlier one was, or it is the last.
    case quorumMissing(number: UInt64)
    /// The checkpoint with this number is smaller than one before it.
    case checkpointOutOfOrder(number: UInt64)
    /// No good checkpoint is published or known.
    case noCheckpoint
    /// The newest checkpoint is none of this log, or not signed.
    case badNewestCheckpoint

    // MARK: What a store notes

    /// The store names another entry as this actor's last than the log has.
    case actorDiffers(ActorKey)
    /// The store does not name the last entry of every actor.
    case actorsIncomplete

    // MARK: The audit itself

    /// What is read could not be read on, so nothing after this was checked.
    case readingFailed(String)
    /// The time that the audit was given is over, so nothing after this was checked.
    case outOfTime
    /// Something that the caller's own check found.
    case other(String)
}

extension AuditReason: CustomStringConvertible {
    /// The reason in one English phrase.
    public var description: String {
        switch self {
        case .missing: "missing"
        case .undecodable(let error): "not an entry (\(error))"
        case .altered: "changed: the bytes do not hash to what the tree has here"
        case .swapped(let other): "exchanged with the entry at \(other)"
        case .badSignature: "not signed by its actor for this log"
        case .sequence(let expected, let found):
            "its actor's number is \(found), and \(expected) was to follow"
        case .previousDiffers: "does not name its actor's previous entry"
        case .citesUnknownCheckpoint: "cites a checkpoint that was never published"
        case .citesLaterCheckpoint: "cites a checkpoint from after it"
        case .timesContradict(let after, let before):
            "younger than \(after) and older than \(before) at once"
        case .rootDiffers(let size):
            "one of them is not what the checkpoint of size \(size) covers"
        case .tileDiffers(let path): "\(path) is gone, or is not what the entries hash to"
        case .badBundle(let path): "\(path) is gone, or is no bundle"
        case .badCheckpoint(let number): "no checkpoint of this log has number \(number)"
        case .checkpointNotSigned(let number):
            "a signature of checkpoint \(number) is missing or wrong"
        case .quorumMissing(let number):
            "checkpoint \(number) was not cosigned by a quorum of the policy"
        case .checkpointOutOfOrder(let number):
            "checkpoint \(number) is smaller than one before it"
        case .noCheckpoint: "no good checkpoint"
        case .badNewestCheckpoint: "the newest checkpoint is none of this log, or not signed"
        case .actorDiffers(let key): "the last entry of actor \(key) is not the one that is noted"
        case .actorsIncomplete: "the last entries of the actors are not all noted"
        case .readingFailed(let error): "reading failed: \(error)"
        case .outOfTime: "the time for this audit is over; what follows was not checked"
        case .other(let text): text
        }
    }
}
