/// The part of an audit that reads the published checkpoints: whether they are this log's, signed,
/// vouched for as the policy asks, and in order.
struct NoteAudit {
    private(set) var findings: [AuditFinding] = []
    /// The good ones in the order of their numbers, the newest one last.
    private(set) var good: [AuditedCheckpoint] = []
    /// The newest checkpoint, judged.
    private(set) var newest: CosignedCheckpoint?
    private(set) var count: UInt64 = 0
    /// The sizes of the smallest and the largest good checkpoint that each key of the log signed.
    private(set) var signedSizes: [NoteVerifier: ClosedRange<UInt64>] = [:]
    /// Whether every checkpoint was there and good.
    var isComplete: Bool { findings.isEmpty }

    private let origin: String
    private let policy: WitnessPolicy
    /// The places among the good ones by the digests of the notes, as entries cite them.
    private var places: [Digest32: Int] = [:]
    /// The number of the last checkpoint that a quorum vouched for.
    private var lastQuorate: UInt64?

    init(origin: String, policy: WitnessPolicy) {
        self.origin = origin
        self.policy = policy
    }

    func cited(_ digest: Digest32) -> AuditedCheckpoint? { places[digest].map { good[$0] } }

    /// The first published checkpoint that covers an entry.
    func firstCovering(_ position: UInt64) -> AuditedCheckpoint? {
        var (low, high) = (0, good.count)
        while low < high {
            let middle = (low + high) / 2
            if good[middle].size > position { high = middle } else { low = middle + 1 }
        }
        return low < good.count ? good[low] : nil
    }

    /// A note and what the policy says of it.
    private enum Judged: Sendable {
        case missing
        case good(CosignedCheckpoint, digest: Digest32)
        case refused(CheckpointRefused)
    }

    /// Reads the notes of one bundle.
    ///
    /// - Returns: Whether there was one.
    mutating func read(_ path: TilePath, from reader: any LogReader) throws -> Bool {
        let items: BundleItems?
        do { items = try reader.bundle(at: path) } catch is TileMalformed { items = nil }
        guard let items else {
            report(.badBundle(path))
            return false
        }
        let judged = EveryCore.map(path.width) { [policy] index -> Judged in
            guard let bytes = items[index] else { return .missing }
            // Bytes that are no text become a text that no one signed.
            return Self.judge(String(decoding: bytes, as: UTF8.self), policy)
        }
        for (index, judged) in judged.enumerated() {
            take(judged, number: path.places.lowerBound + UInt64(index))
        }
        return items.ranges.contains { $0 != nil }
    }

    private static func judge(_ note: String, _ policy: WitnessPolicy) -> Judged {
        do {
            return .good(try policy.judge(note: note), digest: .sha256(Array(note.utf8)))
        } catch {
            return .refused(error)
        }
    }

    private mutating func take(_ judged: Judged, number: UInt64) {
        count += 1
        switch judged {
        case .missing: report(.badCheckpoint(number: number))
        case .refused(.notBelieved): report(.checkpointNotSigned(number: number))
        case .refused: report(.badCheckpoint(number: number))
        case .good(let cosigned, let digest):
            guard cosigned.checkpoint.origin.hasSameBytes(as: origin) else {
                return report(.badCheckpoint(number: number))
            }
            guard cosigned.checkpoint.size >= good.last?.size ?? 0 else {
                return report(.checkpointOutOfOrder(number: number))
            }
            // A policy can be younger than the log: what was published before it needs no quorum.
            if cosigned.isQuorate {
                lastQuorate = number
            } else if lastQuorate != nil {
                report(.quorumMissing(number: number))
            }
            append(cosigned, digest)
        }
    }

    private mutating func append(_ cosigned: CosignedCheckpoint, _ digest: Digest32) {
        places[digest] = good.count
        let size = cosigned.checkpoint.size
        for key in cosigned.logKeys {
            let known = signedSizes[key] ?? size...size
            signedSizes[key] = min(known.lowerBound, size)...max(known.upperBound, size)
        }
        good.append(
            AuditedCheckpoint(
                size: cosigned.checkpoint.size,
                root: cosigned.checkpoint.root,
                citedAfter: cosigned.citedAfter,
                coveredBefore: cosigned.coveredBefore
            )
        )
        newest = cosigned
    }

    /// Takes the newest checkpoint, which may be a numbered one or have later cosignatures.
    mutating func take(newest note: String?) {
        guard let note else {
            if count > 0 { report(.badNewestCheckpoint) }
            return
        }
        guard case .good(let cosigned, let digest) = Self.judge(note, policy),
            cosigned.checkpoint.origin.hasSameBytes(as: origin)
        else { return report(.badNewestCheckpoint) }
        guard cosigned.checkpoint.size >= good.last?.size ?? 0 else {
            return report(.checkpointOutOfOrder(number: count))
        }
        if places[digest] == nil { append(cosigned, digest) }
        newest = cosigned
        if !cosigned.isQuorate {
            report(.quorumMissing(number: places[digest].map { UInt64($0) } ?? count))
        }
    }

    private mutating func report(_ reason: AuditReason) {
        let finding = AuditFinding(positions: nil, reason: reason)
        if !findings.contains(finding) { findings.append(finding) }
    }
}
