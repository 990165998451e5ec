/// The part of an audit that reads the checkpoints, whether they are this log's and signed.
struct CheckpointAudit {
    /// The checkpoints that are, by size.
    private(set) var good: [Checkpoint] = []
    /// The sizes of the good ones by their digests, as entries cite them.
    private(set) var sizes: [Digest32: UInt64] = [:]
    private(set) var findings: [AuditFinding] = []
    private(set) var count: UInt64 = 0

    init(auditor: LogAuditor, head: StoreHead) {
        defer {
            if good.isEmpty, auditor.known.isEmpty {
                findings.append(AuditFinding(positions: nil, reason: .noCheckpoint))
            }
        }
        // Those that came after the head was read belong to entries that are not audited.
        guard let last = head.checkpoint?.number, last < .max else { return }
        var next: UInt64 = 0
        while next <= last {
            let page: [StoredCheckpoint]
            do {
                page = try auditor.store.checkpoints(
                    in: next..<(last + 1),
                    limit: LogAuditor.pageSize
                )
            } catch StoreError.unreadable {
                findings.append(AuditFinding(positions: nil, reason: .unreadable))
                return
            } catch {
                findings.append(AuditFinding(positions: nil, reason: .storeFailed("\(error)")))
                return
            }
            guard let end = page.last?.number else { return }
            read(page, auditor: auditor)
            next = end + 1
        }
    }

    private mutating func read(_ page: [StoredCheckpoint], auditor: LogAuditor) {
        let notes = page.map { try? SignedNote(parsing: $0.note) }
        let verifier = auditor.verifier
        let unsigned = EveryCore.failures(among: page.count) { index in
            guard let note = notes[index] else { return true }
            return (try? note.verify(with: [verifier])) != nil
        }
        for (index, stored) in page.enumerated() {
            count += 1
            guard let note = notes[index], let checkpoint = try? Checkpoint(parsing: note.text),
                checkpoint.size == stored.size, checkpoint.origin.hasSameBytes(as: auditor.origin)
            else {
                findings.append(
                    AuditFinding(positions: nil, reason: .badCheckpoint(size: stored.size))
                )
                continue
            }
            guard !unsigned.contains(index) else {
                findings.append(
                    AuditFinding(positions: nil, reason: .checkpointNotSigned(size: stored.size))
                )
                continue
            }
            good.append(checkpoint)
            sizes[.sha256(Array(stored.note.utf8))] = checkpoint.size
        }
    }
}
