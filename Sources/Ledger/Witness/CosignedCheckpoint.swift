/// That a witness vouched for a checkpoint, and when it says it did.
public struct Cosignature: Hashable, Sendable {
    /// The witness, as the policy names it.
    public let witness: WitnessPolicy.Witness
    /// The time that the witness put to it, in seconds since 1970-01-01 UTC.
    public let time: UInt64
}

/// A checkpoint that the log's key signed, with the cosignatures that a policy knows.
///
/// ``WitnessPolicy/judge(note:)`` makes it, so every signature in it was verified. Whether they are
/// enough is said by ``isQuorate``.
public struct CosignedCheckpoint: Hashable, Sendable {
    /// What was signed.
    public let checkpoint: Checkpoint
    /// The whole note, as it was judged.
    public let note: String
    /// The log's keys that signed it, of those that the policy names: mostly one.
    public let logKeys: [NoteVerifier]
    /// One for each witness of the policy that cosigned, in the policy's order.
    public let cosignatures: [Cosignature]
    /// Whether the witnesses that cosigned satisfy the policy's quorum.
    public let isQuorate: Bool

    private let times: [UInt64]
    private let tolerated: Int

    init(
        checkpoint: Checkpoint,
        note: String,
        logKeys: [NoteVerifier],
        cosignatures: [Cosignature],
        isQuorate: Bool,
        policy: WitnessPolicy
    ) {
        self.checkpoint = checkpoint
        self.note = note
        self.logKeys = logKeys
        self.cosignatures = cosignatures
        self.isQuorate = isQuorate
        let counted = Set(policy.counted.map(\.verifier))
        // An operator with two keys could else lie twice.
        var operators: Set<[UInt8]> = []
        times = cosignatures.filter { cosignature in
            counted.contains(cosignature.witness.verifier)
                && operators.insert(Array(cosignature.witness.verifier.name.utf8)).inserted
        }
        .map(\.time).sorted()
        tolerated = policy.tolerated ?? 0
    }

    /// The time after which whatever cites this note came into being, in seconds since 1970.
    ///
    /// Nobody could know the note before its cosignatures were made. Of the latest *f* + 1 times at
    /// least one is true when at most *f* witnesses lie, where *f* is ``WitnessPolicy/tolerated``; the
    /// earliest of them is the bound. `nil` when the note is not quorate or the policy asks for no
    /// witness: the log's word alone proves no time.
    public var citedAfter: UInt64? {
        guard isQuorate, times.count > tolerated else { return nil }
        return times[times.count - 1 - tolerated]
    }

    /// The time before which whatever this checkpoint covers came into being, in seconds since 1970.
    ///
    /// Of the earliest *f* + 1 times at least one is true when at most *f* witnesses lie; the latest
    /// of them is the bound. `nil` in the same cases as ``citedAfter``.
    public var coveredBefore: UInt64? {
        guard isQuorate, times.count > tolerated else { return nil }
        return times[tolerated]
    }
}
