/// Whose word makes a checkpoint of a log believed: a policy in the form of C2SP tlog-policy.
///
/// It names the log's keys, the witnesses, and the quorum: which of them together are enough. The
/// same file serves the log, which publishes nothing that does not satisfy it, and everybody who
/// checks a proof with no network.
public struct WitnessPolicy: Hashable, Sendable {
    /// A key that a log signs its checkpoints with.
    public struct Log: Hashable, Sendable {
        /// The key, whose name is the log's origin.
        ///
        /// One origin may have several keys, since keys change.
        public let verifier: NoteVerifier
        /// Where the log is, when the file says so.
        public let url: String?
    }

    /// A key that cosigns checkpoints.
    public struct Witness: Hashable, Sendable {
        /// What this file calls the witness; it means nothing elsewhere.
        public let name: String
        /// The key, whose name is the one in the witness's signature lines.
        public let verifier: NoteVerifier
        /// Where the witness takes checkpoints, when the file says so.
        public let url: String?
    }

    /// Some witnesses and groups, of which a number is enough.
    public struct Group: Hashable, Sendable {
        /// What this file calls the group.
        public let name: String
        /// How many members must have cosigned, at least 1.
        public let threshold: Int
        /// The names of the members, at least ``threshold`` of them.
        public let members: [String]
    }

    /// The keys whose checkpoints are accepted.
    public let logs: [Log]
    /// The witnesses, in the order of their lines.
    public let witnesses: [Witness]
    /// The groups, each after its members.
    public let groups: [Group]
    /// The witness or group that must have cosigned, or `nil` when no cosignature is asked for.
    public let quorum: String?

    /// The quorum with every name replaced by what it stands for.
    let rule: QuorumRule?

    /// The keys of one log: those whose name is its origin.
    ///
    /// - Parameter origin: The log's origin line.
    /// - Returns: The keys in the order of their lines; none when the policy does not know the log.
    public func logKeys(origin: String) -> [NoteVerifier] {
        logs.map(\.verifier).filter { $0.name.hasSameBytes(as: origin) }
    }

    /// The witnesses whose cosignatures the quorum counts.
    public var counted: [Witness] {
        guard let rule else { return [] }
        return rule.witnesses.map { witnesses[$0] }
    }

    /// Whether some witnesses together satisfy the quorum.
    ///
    /// - Parameter cosigners: Witnesses of this policy; others are passed over.
    /// - Returns: `true` if they do, or no cosignature is asked for.
    public func isQuorum(_ cosigners: [Witness]) -> Bool {
        let places = witnesses.indices.filter { cosigners.contains(witnesses[$0]) }
        return rule?.isSatisfied(by: Set(places)) ?? true
    }

    /// Reads a checkpoint's note and says who vouched for it.
    ///
    /// Signatures by keys that the policy does not name are passed over, as C2SP signed-note asks. A
    /// wrong signature of a key that it does name spoils the whole note.
    ///
    /// - Parameter note: The whole note.
    /// - Returns: The checkpoint, its cosignatures, and whether they satisfy the quorum.
    /// - Throws: ``CheckpointRefused`` when the note is none, is of a log that the policy does not
    ///   name, or is not signed by that log's key.
    public func judge(note: String) throws(CheckpointRefused) -> CosignedCheckpoint {
        let signed: SignedNote
        let checkpoint: Checkpoint
        do {
            signed = try SignedNote(parsing: note)
        } catch {
            throw .noNote(error)
        }
        do {
            checkpoint = try Checkpoint(parsing: signed.text)
        } catch {
            throw .noCheckpoint(error)
        }
        let keys = logKeys(origin: checkpoint.origin)
        guard !keys.isEmpty else { throw .unknownLog(origin: checkpoint.origin) }
        let found: [NoteVerifier]
        do {
            found = try signed.verify(with: keys + witnesses.map(\.verifier))
        } catch {
            throw .notBelieved(error)
        }
        guard found.contains(where: keys.contains) else {
            throw .notBelieved(.noKnownSignature)
        }
        let cosigners = witnesses.indices.filter { found.contains(witnesses[$0].verifier) }
        return CosignedCheckpoint(
            checkpoint: checkpoint,
            note: note,
            logKeys: keys.filter(found.contains),
            cosignatures: cosigners.compactMap { index in
                signed.cosignedTime(by: witnesses[index].verifier)
                    .map { Cosignature(witness: witnesses[index], time: $0) }
            },
            isQuorate: rule?.isSatisfied(by: Set(cosigners)) ?? true,
            policy: self
        )
    }
}

/// Why a note was not taken for a checkpoint of a log that the policy names.
public enum CheckpointRefused: Error, Hashable, Sendable {
    /// The text is no signed note.
    case noNote(NoteMalformed)
    /// The note's text is no checkpoint.
    case noCheckpoint(CheckpointMalformed)
    /// The policy names no key of the log that the checkpoint is of.
    case unknownLog(origin: String)
    /// The log's signature is missing, or a signature of a named key is wrong.
    case notBelieved(NoteUnverified)
}
