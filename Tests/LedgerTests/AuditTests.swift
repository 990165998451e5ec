import Ledger
import TestSupport
import Testing

/// What someone with the disk in hand can do to a log, and what the auditor says of it.
struct AuditTests {
    private static let batches = [1, 3, 1, 2, 5, 1]
    private static let size = 13

    private let fixture: LogFixture
    private let store = ArrayStore()

    init() throws {
        fixture = try LogFixture()
        try fixture.fill(store, batches: Self.batches)
    }

    /// The batch that holds a position.
    private func batch(of position: Int) -> Range<UInt64> {
        var first = 0
        for count in Self.batches {
            if position < first + count { return UInt64(first)..<UInt64(first + count) }
            first += count
        }
        return 0..<0
    }

    private func report(_ change: (inout ArrayStore.State) -> Void) -> AuditReport {
        let copy = store.copy()
        copy.tamper(change)
        return fixture.audit(copy)
    }

    private func position(_ position: Int) -> Range<UInt64> {
        UInt64(position)..<UInt64(position + 1)
    }

    @Test
    func `a log that was left alone is sound`() throws {
        let report = fixture.audit(store)
        #expect(report.findings == [])
        #expect(report.isSound)
        #expect(report.entries == UInt64(Self.size))
        #expect(report.checkpoints == UInt64(Self.batches.count))
    }

    @Test(arguments: 0..<size)
    func `one changed byte names its entry and no other`(index: Int) throws {
        var generator = SplitMix64(seed: UInt64(index))
        let length = try store.entries(in: 0..<UInt64(Self.size))[index].bytes.count
        for _ in 0..<12 {
            let byte = Int.random(in: 0..<length, using: &generator)
            let change = UInt8.random(in: 1...255, using: &generator)
            let report = report { $0.entries[index].bytes[byte] ^= change }
            #expect(!report.isSound)
            #expect(Set(report.findings.map(\.positions)) == [position(index)], "byte \(byte)")
        }
    }

    @Test(arguments: 0..<size)
    func `an entry that its own actor signed anew is narrowed to its batch`(index: Int) throws {
        let stored = try store.entries(in: 0..<UInt64(Self.size))[index]
        let old = try Entry(decoding: stored.bytes)
        let new = try Entry(
            origin: LogFixture.origin,
            id: old.id,
            kind: old.kind,
            sequence: old.sequence,
            previous: old.previous,
            checkpoint: old.checkpoint,
            commitments: [.sha256([1, 2, 3])],
            signer: #require(fixture.actors.first { $0.key == old.actor })
        )
        let report = report { $0.entries[index].bytes = new.encoded }
        let narrowed = report.findings.filter { finding in
            guard case .rootDiffers = finding.reason else { return false }
            return true
        }
        #expect(narrowed.map(\.positions) == [batch(of: index)])
    }

    /// The entry is named, and whatever else is said is about its actor's next one or its batch.
    private func expect(_ report: AuditReport, accuses index: Int) {
        #expect(report.findings.contains { $0.positions == position(index) })
        for finding in report.findings where finding.positions != position(index) {
            switch finding.reason {
            case .rootDiffers: #expect(finding.positions == batch(of: index))
            case .sequence, .previousDiffers: #expect(finding.position ?? 0 > UInt64(index))
            default: Issue.record("unexpected: \(finding)")
            }
        }
    }

    @Test(arguments: 0..<(size - 1))
    func `a deleted entry is named`(index: Int) {
        let report = report { $0.entries.remove(at: index) }
        let missing = AuditFinding(position: UInt64(index), reason: .missing)
        #expect(report.findings.contains(missing))
        expect(report, accuses: index)
    }

    @Test(arguments: 0..<(size - 1))
    func `a deleted entry is found when the later ones were moved up`(index: Int) {
        let report = report { state in
            state.entries.remove(at: index)
            for later in index..<state.entries.count {
                state.entries[later].position -= 1
            }
        }
        let last = UInt64(Self.size - 1)
        #expect(report.findings.contains(AuditFinding(position: last, reason: .missing)))
        #expect(
            report.findings.contains { finding in
                guard case .rootDiffers = finding.reason else { return false }
                return finding.positions == batch(of: index)
            }
        )
    }

    @Test(arguments: 1...size)
    func `entries cut from the end are named`(count: Int) {
        let report = report { $0.entries.removeLast(count) }
        let missing = UInt64(Self.size - count)..<UInt64(Self.size)
        #expect(report.findings == [AuditFinding(positions: missing, reason: .missing)])
    }

    private static let pairs = (0..<size).flatMap { first in
        ((first + 1)..<size).map { (first, $0) }
    }

    @Test(arguments: pairs)
    func `two exchanged entries are both named`(first: Int, second: Int) {
        let report = report { state in
            let bytes = state.entries[first].bytes
            state.entries[first].bytes = state.entries[second].bytes
            state.entries[second].bytes = bytes
        }
        for (index, other) in [(first, second), (second, first)] {
            let finding = AuditFinding(
                position: UInt64(index),
                reason: .holdsEntry(of: UInt64(other))
            )
            #expect(report.findings.contains(finding))
        }
    }

    @Test(arguments: pairs)
    func `two exchanged entries are both named when their leaf hashes went with them`(
        first: Int,
        second: Int
    ) {
        let report = report { state in
            state.entries.swapAt(first, second)
            state.entries[first].position = UInt64(first)
            state.entries[second].position = UInt64(second)
        }
        for (index, other) in [(first, second), (second, first)] {
            let finding = AuditFinding(
                position: UInt64(index),
                reason: .swapped(with: UInt64(other))
            )
            #expect(report.findings.contains(finding))
        }
        #expect(
            !report.findings.contains { if case .rootDiffers = $0.reason { true } else { false } }
        )
    }

    @Test(arguments: pairs)
    func `an entry overwritten by another is named`(first: Int, second: Int) {
        let report = report { $0.entries[second].bytes = $0.entries[first].bytes }
        #expect(
            report.findings.contains(
                AuditFinding(position: UInt64(second), reason: .holdsEntry(of: UInt64(first)))
            )
        )
    }

    @Test(arguments: 0..<size)
    func `an entry repeated at the end is named`(index: Int) {
        let report = report { state in
            var again = state.entries[index]
            again.position = UInt64(Self.size)
            state.entries.append(again)
        }
        let end = position(Self.size)
        #expect(!report.isSound)
        #expect(report.findings.allSatisfy { $0.positions == end })
    }

    @Test(arguments: UInt64(0)..<20)
    func `entries put in another order are found where the order first differs`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let start = Int.random(in: 0..<(Self.size - 2), using: &generator)
        let report = report { state in
            let moved = state.entries.remove(at: start)
            state.entries.insert(moved, at: start + 2)
            for index in state.entries.indices {
                state.entries[index].position = UInt64(index)
            }
        }
        #expect(
            report.findings.contains { finding in
                switch finding.reason {
                case .rootDiffers: finding.positions == batch(of: start)
                case .swapped: finding.positions == position(start)
                default: false
                }
            }
        )
    }

    @Test(arguments: 0..<batches.count)
    func `a changed checkpoint is named, and no entry that cites it`(index: Int) throws {
        var generator = SplitMix64(seed: UInt64(index))
        let stored = try store.checkpoints(in: 0..<UInt64(Self.size))[index]
        for _ in 0..<20 {
            var bytes = Array(stored.note.utf8)
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= 1
            let note = String(decoding: bytes, as: UTF8.self)
            let report = report { $0.checkpoints[index].note = note }
            #expect(report.findings.count == 1)
            switch report.findings.first?.reason {
            case .badCheckpoint(let size), .checkpointNotSigned(let size):
                #expect(size == stored.size)
            case let other: Issue.record("unexpected: \(String(describing: other))")
            }
        }
    }

    @Test
    func `checkpoints filed under each other's sizes are named`() {
        let report = report { state in
            let note = state.checkpoints[2].note
            state.checkpoints[2].note = state.checkpoints[3].note
            state.checkpoints[3].note = note
        }
        #expect(
            report.findings.map(\.reason) == [.badCheckpoint(size: 4), .badCheckpoint(size: 5)]
        )
    }

    @Test
    func `a deleted checkpoint is missed by the entries that cite it`() {
        let report = report { $0.checkpoints.remove(at: 2) }
        #expect(
            report.findings == [
                AuditFinding(position: 4, reason: .citesUnknownCheckpoint)
            ]
        )
    }

    @Test
    func `a log without checkpoints, or without anything, is not sound`() {
        #expect(
            report { $0.checkpoints = [] }.findings.contains(
                AuditFinding(positions: nil, reason: .noCheckpoint)
            )
        )
        #expect(!fixture.audit(ArrayStore()).isSound)
    }

    @Test
    func `a log cut back to an earlier state contradicts a checkpoint kept elsewhere`() throws {
        let log = try fixture.open(store)
        let copy = store.copy()
        copy.tamper { state in
            state.entries.removeLast(6)
            state.checkpoints.removeLast(2)
        }
        #expect(fixture.audit(copy).isSound)
        let report = fixture.audit(copy, known: [log.latestCheckpoint.checkpoint])
        #expect(report.findings == [AuditFinding(positions: 7..<13, reason: .missing)])
    }

    @Test
    func `a second log with the same key contradicts a checkpoint kept elsewhere`() throws {
        let fork = ArrayStore()
        try fixture.fill(fork, batches: Self.batches)
        #expect(fixture.audit(fork).isSound)
        let kept = try fixture.open(store).latestCheckpoint.checkpoint
        #expect(
            fixture.audit(fork, known: [kept]).findings.map(\.reason) == [.rootDiffers(size: 13)]
        )
        #expect(fixture.audit(store, known: [kept]).isSound)
    }

    @Test
    func `a checkpoint of the future or of nothing is not to be cited`() throws {
        let other = ArrayStore()
        let log = try fixture.open(other)
        try log.append(fixture.drafts(1))
        try log.publish(log.latestCheckpoint.note)
        let after = log.latestCheckpoint
        for cited in [after.digest, .sha256([1])] {
            let entry = try Entry(
                origin: LogFixture.origin,
                id: .random(),
                kind: "test.fact",
                sequence: 1,
                previous: .zero,
                checkpoint: cited,
                commitments: [],
                signer: fixture.actors[0]
            )
            let copy = other.copy()
            copy.tamper { $0.entries[0].bytes = entry.encoded }
            let expected: AuditReason =
                cited == .sha256([1]) ? .citesUnknownCheckpoint : .citesWrongCheckpoint
            #expect(fixture.audit(copy).findings.map(\.reason).contains(expected))
        }
    }

    @Test
    func `an actor who signs the greatest number is found out, without a crash`() throws {
        let copy = store.copy()
        for index in [0, 1] {
            let entry = try Entry(
                origin: LogFixture.origin,
                id: .random(),
                kind: "test.fact",
                sequence: .max,
                previous: .sha256([1]),
                checkpoint: .zero,
                commitments: [],
                signer: fixture.actors[0]
            )
            copy.tamper { $0.entries[index].bytes = entry.encoded }
        }
        let reasons = fixture.audit(copy).findings.map(\.reason)
        #expect(reasons.contains(.sequence(expected: 1, found: .max)))
        #expect(reasons.contains(.sequence(expected: 0, found: .max)))
        #expect(
            AuditFinding(position: .max, reason: .missing).description
                == "entry \(UInt64.max): missing"
        )
    }

    @Test
    func `the caller's own check sees every entry in order and its findings are reported`() {
        var seen: [UInt64] = []
        let finding = AuditFinding(position: 5, reason: .other("not as it should be"))
        let auditor = LogAuditor(
            store: store,
            origin: LogFixture.origin,
            verifier: fixture.signer.verifier
        )
        let report = auditor.audit { stored, entry in
            #expect(entry.encoded == stored.bytes)
            seen.append(stored.position)
            return stored.position == 5 ? [finding] : []
        }
        #expect(seen == Array(0..<UInt64(Self.size)))
        #expect(report.findings == [finding])
    }

    @Test
    func `a log of more than one page is read whole`() throws {
        let large = ArrayStore()
        try fixture.fill(large, batches: [700, 700, 700])
        #expect(fixture.audit(large).isSound)
        large.tamper { $0.entries[1500].bytes[40] ^= 1 }
        let report = fixture.audit(large)
        #expect(report.entries == 2100)
        #expect(Set(report.findings.map(\.position)) == [1500])
    }
}
