/// The part of an audit that follows every actor from entry to entry, and every citation.
struct ChainAudit {
    private(set) var findings: [AuditFinding] = []
    /// The last entry of each actor.
    private(set) var heads: [ActorKey: ActorHead] = [:]

    private let notes: NoteAudit
    /// What the entries hash to, or should, that cannot be trusted to say whose they are.
    private var suspects: Set<Digest32> = []
    /// Where these entries are.
    private var spoilt: Set<UInt64> = []

    init(notes: NoteAudit) {
        self.notes = notes
    }

    /// Takes the entry that follows.
    ///
    /// - Parameters:
    ///   - item: The entry.
    ///   - leafHash: What the entry hashes to.
    ///   - tileHash: What the tile has for it, where there is one.
    ///   - position: Its place in the log.
    mutating func follow(
        _ item: AuditedBundle.Item,
        leafHash: Digest32?,
        tileHash: Digest32?,
        at position: UInt64
    ) {
        var isSpoilt = tileHash != nil && tileHash != leafHash
        switch item {
        case .missing: isSpoilt = true
        case .malformed(let error):
            isSpoilt = true
            report(position, .undecodable(error))
        case .entry(_, isSigned: false):
            isSpoilt = true
            report(position, .badSignature)
        case .entry(let entry, isSigned: true):
            checkChain(entry, leafHash: leafHash ?? .zero, at: position)
            checkCitation(entry, at: position)
        }
        if isSpoilt {
            suspects.formUnion([leafHash, tileHash].compactMap(\.self))
            spoilt.insert(position)
        }
    }

    private mutating func checkChain(_ entry: Entry, leafHash: Digest32, at position: UInt64) {
        let new = ActorHead(sequence: entry.sequence, leafHash: leafHash, position: position)
        let head = heads.updateValue(new, forKey: entry.actor) ?? ActorHead()
        // Of an actor whose last entry was spoilt, the next one is not to blame.
        guard !head.isFollowed(by: entry), !suspects.contains(entry.previous) else { return }
        let expected = head.sequence &+ 1
        report(
            position,
            entry.sequence == expected
                ? .previousDiffers : .sequence(expected: expected, found: entry.sequence)
        )
    }

    private mutating func checkCitation(_ entry: Entry, at position: UInt64) {
        guard entry.checkpoint != .zero else { return }
        guard let cited = notes.cited(entry.checkpoint) else {
            // With a checkpoint spoilt, the entries that cite it are not to blame.
            if notes.isComplete { report(position, .citesUnknownCheckpoint) }
            return
        }
        guard cited.size <= position else { return report(position, .citesLaterCheckpoint) }
        if let after = cited.citedAfter, let before = notes.firstCovering(position)?.coveredBefore,
            after > before
        {
            report(position, .timesContradict(after: after, before: before))
        }
    }

    private mutating func report(_ position: UInt64, _ reason: AuditReason) {
        findings.append(AuditFinding(position: position, reason: reason))
    }

    /// Holds the heads, as they are at the last full tile, against what the store notes.
    mutating func compare(with stored: [StoredActor]) {
        var left = heads
        for actor in stored {
            let head = left.removeValue(forKey: actor.key)
            // A note that names a spoilt entry is not to blame.
            guard !spoilt.contains(actor.position) else { continue }
            guard head?.position == actor.position, head?.sequence == actor.sequence else {
                findings.append(AuditFinding(positions: nil, reason: .actorDiffers(actor.key)))
                continue
            }
        }
        if !left.isEmpty {
            findings.append(AuditFinding(positions: nil, reason: .actorsIncomplete))
        }
    }
}
