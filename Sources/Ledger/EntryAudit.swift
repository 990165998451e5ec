/// The part of an audit that reads the entries: each by itself, and each actor's in a row.
struct EntryAudit {
    /// The stored leaf hashes, up to the first position that holds no entry.
    private(set) var leaves: [Digest32] = []
    /// The true leaf hash of every entry that does not hash to the stored one.
    private(set) var altered: [UInt64: Digest32] = [:]
    private(set) var findings: [AuditFinding] = []
    private(set) var count: UInt64 = 0

    private let auditor: LogAuditor
    private let checkpoints: CheckpointAudit
    private var next: UInt64 = 0
    private var tile: (index: UInt64, hashes: HashTile?)?
    private var heads: [ActorKey: ActorHead] = [:]
    /// The stored leaf hashes of the entries that cannot be trusted to say whose they are.
    private var suspects: Set<Digest32> = []

    init(
        auditor: LogAuditor,
        head: StoreHead,
        checkpoints: CheckpointAudit,
        check: (StoredEntry, Entry) -> [AuditFinding]
    ) {
        self.auditor = auditor
        self.checkpoints = checkpoints
        while next < head.size {
            do {
                let page = try auditor.store.entries(
                    in: next..<head.size,
                    limit: LogAuditor.pageSize
                )
                if page.isEmpty {
                    skip(to: head.size)
                } else {
                    read(page, check: check)
                }
            } catch StoreError.unreadable(let position) where position >= next {
                readAround(position, check: check)
            } catch {
                findings.append(
                    AuditFinding(
                        positions: next..<head.size,
                        reason: .storeFailed("\(error)")
                    )
                )
                return
            }
        }
    }

    /// Reads what lies before an entry that cannot be read, and steps over that one.
    private mutating func readAround(
        _ position: UInt64,
        check: (StoredEntry, Entry) -> [AuditFinding]
    ) {
        if let before = try? auditor.store.entries(in: next..<position) {
            read(before, check: check)
        }
        skip(to: position)
        findings.append(AuditFinding(position: position, reason: .unreadable))
        next = position + 1
    }

    private mutating func skip(to position: UInt64) {
        guard next < position else { return }
        findings.append(AuditFinding(positions: next..<position, reason: .missing))
        next = position
    }

    private mutating func read(
        _ page: [StoredEntry],
        check: (StoredEntry, Entry) -> [AuditFinding]
    ) {
        let entries = page.map { stored in
            Result { () throws(EntryMalformed) in try Entry(decoding: stored.bytes) }
        }
        let origin = auditor.origin
        let unsigned = Set(
            EveryCore.failures(among: page.count) { index in
                guard let entry = try? entries[index].get() else { return true }
                return entry.verifySignature(origin: origin)
            }
        )
        for (index, stored) in page.enumerated() {
            skip(to: stored.position)
            let leafHash = MerkleTree.leafHash(stored.bytes)
            let known = tileHash(at: stored.position) ?? leafHash
            if UInt64(leaves.count) == stored.position {
                leaves.append(known)
            }
            if leafHash != known {
                altered[stored.position] = leafHash
            }
            next = stored.position + 1
            count += 1
            switch entries[index] {
            case .failure(let error):
                suspects.insert(known)
                report(stored.position, .undecodable(error))
            case .success(let entry):
                if unsigned.contains(index) {
                    suspects.insert(known)
                    report(stored.position, .badSignature)
                } else {
                    checkChain(entry, leafHash: leafHash, at: stored.position)
                    checkCitation(entry, at: stored.position)
                }
                findings += check(stored, entry)
            }
        }
    }

    /// What the full tile at a position holds for it.
    private mutating func tileHash(at position: UInt64) -> Digest32? {
        let width = UInt64(TilePath.fullWidth)
        if tile?.index != position / width {
            let bytes = try? auditor.store.tile(level: 0, index: position / width)
            let hashes = bytes.flatMap { try? HashTile(decoding: $0, width: TilePath.fullWidth) }
            tile = (position / width, hashes)
        }
        return tile?.hashes?.hashes[Int(position % width)]
    }

    private mutating func checkChain(_ entry: Entry, leafHash: Digest32, at position: UInt64) {
        let head = heads[entry.actor] ?? ActorHead()
        defer { heads[entry.actor] = ActorHead(sequence: entry.sequence, leafHash: leafHash) }
        // Of an actor whose last entry was spoilt, the next one is not to blame.
        guard !suspects.contains(entry.previous) else { return }
        // An actor can sign any number, the greatest too.
        let expected = head.sequence &+ 1
        guard entry.sequence == expected else {
            return report(position, .sequence(expected: expected, found: entry.sequence))
        }
        guard entry.previous == head.leafHash else { return report(position, .previousDiffers) }
    }

    private mutating func checkCitation(_ entry: Entry, at position: UInt64) {
        if entry.checkpoint == .zero {
            guard checkpoints.good.first.map({ $0.size > position }) ?? true else {
                return report(position, .citesWrongCheckpoint)
            }
        } else if let size = checkpoints.sizes[entry.checkpoint] {
            guard size <= position else { return report(position, .citesWrongCheckpoint) }
        } else if checkpoints.findings.isEmpty {
            // With a checkpoint spoilt, the entries that cite it are not to blame.
            report(position, .citesUnknownCheckpoint)
        }
    }

    private mutating func report(_ position: UInt64, _ reason: AuditReason) {
        findings.append(AuditFinding(position: position, reason: reason))
    }
}
