import Ledger
import TestSupport
import Testing

struct LogTests {
    private let fixture: LogFixture
    private let store = ArrayStore()

    init() throws {
        fixture = try LogFixture()
    }

    @Test
    func `a new log covers nothing, and has published nothing`() throws {
        let log = try fixture.open(store)
        #expect(log.size == 0)
        #expect(log.root == MerkleTree.emptyRoot)
        #expect(log.published == nil)
        #expect(try store.head() == StoreHead(size: 0, checkpoint: nil))
        #expect(try log.append([]).receipts().isEmpty)
        try log.publish(log.latestCheckpoint.note)
        #expect(try log.published == log.latestCheckpoint)
        #expect(try fixture.audit(store).isSound)
    }

    @Test
    func `each receipt of a batch proves its entry to someone who has only the key`() throws {
        let log = try fixture.open(store)
        var receipts: [Receipt] = []
        for count in [1, 3, 2, 7] {
            receipts += try log.append(fixture.drafts(count, from: Int(log.size))).receipts()
        }
        #expect(receipts.map(\.position) == Array(0..<13))
        for receipt in receipts {
            let position = receipt.position
            let stored = try #require(try store.entries(in: position..<(position + 1)).first)
            let entry = try receipt.verify(
                entryBytes: stored.bytes,
                origin: LogFixture.origin,
                verifier: fixture.signer.verifier
            )
            #expect(entry.id == receipt.entryID)
            let later = try log.receipt(position: position)
            #expect(later.leafHash == receipt.leafHash)
            try later.verify(
                entryBytes: stored.bytes,
                origin: LogFixture.origin,
                verifier: fixture.signer.verifier
            )
        }
        #expect(throws: ProofError.outOfRange) { try log.receipt(position: 13) }
        #expect(throws: ProofError.outOfRange) { try log.inclusionProof(position: 13, size: 13) }
        #expect(throws: ProofError.outOfRange) { try log.inclusionProof(position: 0, size: 14) }
    }

    @Test
    func `a receipt does not prove another entry, log or key`() throws {
        let log = try fixture.open(store)
        let receipts = try log.append(fixture.drafts(3)).receipts()
        let stored = try store.entries(in: 0..<3)
        let verifier = fixture.signer.verifier
        #expect(throws: ReceiptRefused.otherEntry) {
            try receipts[0].verify(
                entryBytes: stored[1].bytes,
                origin: LogFixture.origin,
                verifier: verifier
            )
        }
        #expect(throws: ReceiptRefused.badSignature) {
            try receipts[0].verify(
                entryBytes: stored[0].bytes,
                origin: "example.org/other",
                verifier: verifier
            )
        }
        let other = try LogFixture(seed: 2).signer.verifier
        #expect(throws: ReceiptRefused.badCheckpoint) {
            try receipts[0].verifyInclusion(origin: LogFixture.origin, verifier: other)
        }
        let moved = Receipt(
            position: 1,
            entryID: receipts[0].entryID,
            leafHash: receipts[0].leafHash,
            checkpoint: receipts[0].checkpoint,
            proof: receipts[0].proof
        )
        #expect(throws: ReceiptRefused.badProof(.rootDiffers)) {
            try moved.verifyInclusion(origin: LogFixture.origin, verifier: verifier)
        }
    }

    @Test
    func `every checkpoint is proved to continue every earlier one`() throws {
        let log = try fixture.open(store)
        var checkpoints = [log.latest]
        for count in [1, 2, 5, 1, 8] {
            try log.append(fixture.drafts(count, from: Int(log.size)))
            checkpoints.append(log.latest)
        }
        for old in checkpoints {
            try MerkleTree.verifyConsistency(
                oldSize: old.size,
                oldRoot: old.root,
                newSize: log.size,
                newRoot: log.root,
                proof: log.consistencyProof(from: old.size, to: log.size)
            )
        }
        #expect(throws: ProofError.outOfRange) {
            try log.consistencyProof(from: log.size + 1, to: log.size)
        }
    }

    @Test(arguments: UInt64(0)..<10)
    func `a log opened again goes on where it was`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<5 {
            let log = try fixture.open(store)
            let count = Int.random(in: 1...6, using: &generator)
            try log.append(fixture.drafts(count, from: Int(log.size)))
            try log.publish(log.latestCheckpoint.note)
        }
        let report = try fixture.audit(store)
        #expect(report.findings == [])
        let log = try fixture.open(store)
        #expect(report.latest == log.latest)
        #expect(report.entries == log.size)
    }

    @Test
    func `a batch that could not be stored leaves no trace, and the next one is sound`() throws {
        let log = try fixture.open(store)
        try log.append(fixture.drafts(3))
        let before = log.latest
        store.tamper { $0.failsAtCommit = true }
        #expect(throws: ArrayStore.DiskFull.self) { try log.append(fixture.drafts(4, from: 3)) }
        #expect(log.latest == before)
        #expect(log.size == 3)
        #expect(try store.size() == 3)
        #expect(try store.shelfValue(space: "facts", key: Array("3".utf8)) == nil)
        store.tamper { $0.failsAtCommit = false }
        let receipts = try log.append(fixture.drafts(4, from: 3)).receipts()
        #expect(receipts.map(\.position) == [3, 4, 5, 6])
        try log.publish(log.latestCheckpoint.note)
        #expect(try fixture.audit(store).findings == [])
        #expect(try store.shelfValue(space: "facts", key: Array("3".utf8)) != nil)
    }

    private struct BrokenSigner: EntrySigner {
        let key: ActorKey
        func sign(_ bytes: [UInt8]) -> [UInt8] { [UInt8](repeating: 1, count: 64) }
    }

    @Test
    func `a signature that does not verify keeps the whole batch out`() throws {
        let log = try fixture.open(store)
        var drafts = fixture.drafts(3)
        drafts[1].signer = BrokenSigner(key: drafts[1].signer.key)
        #expect(throws: LogError.badSignature(entry: 1)) { try log.append(drafts) }
        #expect(log.size == 0)
        #expect(try store.size() == 0)
    }

    @Test
    func `too many commitments keep the whole batch out`() throws {
        let log = try fixture.open(store)
        var drafts = fixture.drafts(2)
        drafts[1].commitments = Array(repeating: .zero, count: 256)
        #expect(throws: EntryMalformed.tooManyCommitments) { try log.append(drafts) }
        #expect(try store.size() == 0)
    }

    @Test
    func `a second writer is noticed`() throws {
        let first = try fixture.open(store)
        let second = try fixture.open(store)
        try first.append(fixture.drafts(2))
        #expect(throws: StoreError.outOfPlace(size: 2)) { try second.append(fixture.drafts(1)) }
        try first.publish(first.latestCheckpoint.note)
        #expect(try fixture.audit(store).isSound)
    }

    @Test
    func `a log is not opened with another key or origin`() throws {
        try fixture.fill(store, batches: [2])
        let other = try LogFixture(seed: 2).signer
        #expect(throws: LogError.self) {
            try Log(store: store, origin: LogFixture.origin, checkpointSigner: other)
        }
        #expect(throws: LogError.self) {
            try Log(store: store, origin: "example.org/x", checkpointSigner: fixture.signer)
        }
    }

    @Test
    func `a changed log is not opened, and the refusal says which entry`() throws {
        try fixture.fill(store, batches: [2, 3])
        store.tamper { $0.entries[3].bytes[5] ^= 1 }
        let error = #expect(throws: LogError.self) { try fixture.open(store) }
        guard case .unsound(let report) = error else { return }
        #expect(report.findings.first?.position == 3)
    }

    @Test
    func `each actor's entries are numbered and chained, and cite the checkpoint before`() throws {
        try fixture.fill(store, batches: [4, 1, 6])
        let entries = try store.entries(in: 0..<11).map { try Entry(decoding: $0.bytes) }
        for actor in fixture.actors {
            let own = entries.filter { $0.actor == actor.key }
            #expect(own.map(\.sequence) == own.indices.map { UInt64($0) + 1 })
            #expect(own.map(\.previous) == ([.zero] + own.map(\.leafHash)).dropLast())
        }
        let notes = try store.checkpoints(in: 0..<12).map(\.note)
        let checkpoints = try notes.map { try Checkpoint(parsing: SignedNote(parsing: $0).text) }
        #expect(checkpoints.map(\.size) == [4, 5, 11])
        let digests = notes.map { Digest32.sha256(Array($0.utf8)) }
        let cited =
            Array(repeating: .zero, count: 4) + [digests[0]]
            + Array(repeating: digests[1], count: 6)
        #expect(entries.map(\.checkpoint) == cited)
    }
}
