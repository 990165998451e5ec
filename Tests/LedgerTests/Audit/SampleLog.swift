import Ledger
import Testing

/// One log that the tests of attacks copy: a full tile of entries, a tile that still grows, and some
/// entries that are not yet published.
struct SampleLog {
    static let batches = [1, 3, 1, 2, 5, 1, 250, 5, 30]
    static let published: UInt64 = 298
    static let size: UInt64 = 301
    /// The entries of the full tile.
    static let tiled: UInt64 = 256

    /// Some positions of the full tile, its ends and both ends of batches among them.
    static let inTile: [Int] = [0, 1, 3, 4, 6, 7, 11, 12, 13, 100, 254, 255]
    /// Some published positions after it, in two batches.
    static let afterTile: [Int] = [256, 262, 263, 267, 268, 280, 297]

    static let shared = Result { try SampleLog() }

    let fixture: LogFixture
    private let store = ArrayStore()

    init() throws {
        fixture = try LogFixture()
        try fixture.fill(store, batches: Self.batches)
        try fixture.open(store).append(fixture.drafts(3, from: Int(Self.published)))
    }

    /// The batch that holds a published position.
    static func batch(of position: Int) -> Range<UInt64> {
        var first = 0
        for count in batches {
            if position < first + count { return UInt64(first)..<UInt64(first + count) }
            first += count
        }
        return 0..<0
    }

    func tampered(_ change: (inout ArrayStore.State) throws -> Void) rethrows -> ArrayStore {
        let copy = store.copy()
        try copy.tamper(change)
        return copy
    }

    /// What the auditor finds after a change.
    func report(_ change: (inout ArrayStore.State) throws -> Void) throws -> AuditReport {
        try fixture.audit(tampered(change))
    }

    func entries() throws -> [StoredEntry] { try store.entries(in: 0..<Self.size) }

    /// The same entry with other commitments, signed anew by its own actor.
    func signedAnew(_ position: Int) throws -> [UInt8] {
        let old = try Entry(decoding: store.entries(in: 0..<Self.size)[position].bytes)
        return try Entry(
            origin: LogFixture.origin,
            id: old.id,
            kind: old.kind,
            sequence: old.sequence,
            previous: old.previous,
            checkpoint: old.checkpoint,
            commitments: [.sha256([1, 2, 3])],
            signer: #require(fixture.actors.first { $0.key == old.actor })
        )
        .encoded
    }
}

extension AuditReport {
    /// The entries that findings name, each by itself.
    var named: Set<UInt64> {
        Set(findings.compactMap { $0.positions?.count == 1 ? $0.position : nil })
    }

    func has(_ reason: AuditReason, at position: Int) -> Bool {
        findings.contains(AuditFinding(position: UInt64(position), reason: reason))
    }
}

func place(_ position: Int) -> Range<UInt64> { UInt64(position)..<UInt64(position + 1) }
