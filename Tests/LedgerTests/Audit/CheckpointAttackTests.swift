import Ledger
import TestSupport
import Testing

/// What can be done to checkpoints, cosignatures and citations: found by the auditor with the policy.
struct CheckpointAttackTests {
    private let log: CosignedLog

    init() throws {
        log = try CosignedLog()
        try log.fill([(3, 100), (4, 110), (2, 120), (5, 130)])
    }

    @Test
    func `a log that witnesses vouch for is sound, and says when they did`() throws {
        let report = try log.audit()
        #expect(report.findings == [])
        #expect(report.newest?.isQuorate == true)
        #expect(report.newest?.coveredBefore == 130)
    }

    @Test(arguments: 0..<4)
    func `a flipped bit of a checkpoint or a cosignature names the checkpoint, and no entry`(
        number: Int
    ) throws {
        var generator = SplitMix64(seed: UInt64(number))
        let note = Array(try log.store.checkpoints(in: 0..<4)[number].note.utf8)
        let lastLine = note.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? 0
        let places =
            (0..<24).map { _ in Int.random(in: 0..<note.count, using: &generator) }
            + (0..<24).map { _ in Int.random(in: lastLine + 30..<note.count, using: &generator) }
        for place in places {
            var changed = note
            changed[place] ^= 1
            let text = String(decoding: changed, as: UTF8.self)
            let report = try log.audit { $0.checkpoints[number].note = text }
            if report.isSound {
                // Under another name it is a stranger's signature, and three are left.
                #expect(number == 3 && report.newest?.cosignatures.count == 3, "byte \(place)")
            }
            for finding in report.findings {
                switch finding.reason {
                case .badCheckpoint(UInt64(number)), .checkpointNotSigned(UInt64(number)),
                    .quorumMissing(UInt64(number)), .badNewestCheckpoint:
                    #expect(finding.positions == nil)
                // A signature line under another name is a stranger's, and passed over; but then no
                // entry cites this note.
                case .citesUnknownCheckpoint: #expect(number < 3)
                default: Issue.record("byte \(place): \(finding)")
                }
            }
        }
    }

    @Test(arguments: 0..<4)
    func `a stripped cosignature is missed by the quorum, or by the entries that cite the note`(
        number: Int
    ) throws {
        for left in 0...3 {
            let report = try log.audit { state in
                var lines = state.checkpoints[number].note.split(separator: "\n")
                lines.removeLast(4 - left)
                let note =
                    lines.prefix(3).joined(separator: "\n") + "\n\n"
                    + lines.dropFirst(3).joined(separator: "\n") + "\n"
                state.checkpoints[number].note = note
            }
            let reasons = report.findings.map(\.reason)
            if left < 3, number > 0 {
                #expect(reasons.contains(.quorumMissing(number: UInt64(number))))
            } else if number < 3 {
                #expect(reasons.contains(.citesUnknownCheckpoint))
            } else {
                // Three cosignatures under a note that nothing cites are still a quorum.
                #expect(report.isSound)
            }
        }
    }

    @Test
    func `what was published before the policy asked for witnesses needs none`() throws {
        let young = try CosignedLog(seed: 2)
        try young.fill([(3, 1), (1, 2)], by: 0)
        #expect(try young.audit().findings.map(\.reason) == [.quorumMissing(number: 1)])
        try young.fill([(2, 3)])
        #expect(try young.audit().findings == [])
        try young.fill([(2, 4)], by: 2)
        #expect(try young.audit().findings.map(\.reason) == [.quorumMissing(number: 3)])
    }

    @Test
    func `back-date: an entry younger than its witnesses allow is named`() throws {
        let late = try CosignedLog(seed: 3)
        try late.fill([(2, 100), (3, 200), (1, 150)])
        #expect(
            try late.audit().findings == [
                AuditFinding(position: 5, reason: .timesContradict(after: 200, before: 150))
            ]
        )
    }

    @Test
    func `back-date: one witness with a wrong clock contradicts nobody`() throws {
        let log = try CosignedLog(seed: 4)
        let open = try log.fixture.open(log.store)
        for (step, times) in [[100, 101, 102, 9000], [110, 1, 111, 112], [9, 121, 122, 120]]
            .enumerated()
        {
            try open.append(log.fixture.drafts(2, from: 2 * step))
            var note = try SignedNote(parsing: open.latestCheckpoint.note)
            for (witness, time) in zip(log.witnesses, times) {
                note = try witness.cosign(note, time: UInt64(time))
            }
            try open.publish(note.serialized)
        }
        #expect(try log.audit().findings == [])
    }

    @Test(arguments: 0..<3)
    func `a deleted checkpoint is named, with the number that is gone`(number: Int) throws {
        let report = try log.audit { $0.checkpoints.remove(at: number) }
        #expect(report.findings.map(\.reason) == [.badCheckpoint(number: UInt64(number))])
    }

    @Test(arguments: 0..<3)
    func `a deleted checkpoint is missed by the entries that cite it when the others moved up`(
        number: Int
    ) throws {
        let report = try log.audit { state in
            state.checkpoints.remove(at: number)
            for index in state.checkpoints.indices {
                state.checkpoints[index].number = UInt64(index)
            }
        }
        let firstCiting = [3, 7, 9][number]
        #expect(report.has(.citesUnknownCheckpoint, at: firstCiting))
        #expect(report.findings.compactMap(\.position).min() == UInt64(firstCiting))
    }

    @Test
    func `exchanged checkpoints are named, and an old one put again`() throws {
        let report = try log.audit { state in
            let note = state.checkpoints[1].note
            state.checkpoints[1].note = state.checkpoints[2].note
            state.checkpoints[2].note = note
        }
        #expect(report.findings.map(\.reason) == [.checkpointOutOfOrder(number: 2)])
        let replayed = try log.audit { state in
            var again = state.checkpoints[0]
            again.number = 4
            state.checkpoints.append(again)
        }
        #expect(replayed.findings.map(\.reason).contains(.checkpointOutOfOrder(number: 4)))
    }

    @Test
    func `a log without checkpoints, or without anything, is not sound`() throws {
        #expect(
            try log.audit { $0.checkpoints = [] }.findings.map(\.reason).contains(.noCheckpoint)
        )
        #expect(try log.fixture.audit(ArrayStore()).findings.map(\.reason) == [.noCheckpoint])
    }

    @Test
    func `roll back: a log cut back contradicts a checkpoint kept elsewhere`() throws {
        let kept = try log.fixture.open(log.store).latest
        let copy = log.store.copy()
        copy.tamper { state in
            state.entries.removeLast(5)
            state.checkpoints.removeLast()
        }
        #expect(try log.fixture.audit(copy).isSound)
        let missing = AuditFinding(positions: 9..<14, reason: .missing)
        #expect(try log.fixture.audit(copy, known: [kept]).findings == [missing])
    }

    @Test
    func `fork: a second history with the same key contradicts a checkpoint kept elsewhere`() throws
    {
        let fork = ArrayStore()
        try log.fixture.fill(fork, batches: [3, 4, 2, 5])
        #expect(try log.fixture.audit(fork).isSound)
        let kept = try log.fixture.open(log.store).latest
        #expect(
            try log.fixture.audit(fork, known: [kept]).findings.map(\.reason)
                == [.rootDiffers(size: 14)]
        )
        #expect(throws: LogError.self) {
            try Log(
                store: fork,
                origin: LogFixture.origin,
                checkpointSigner: log.fixture.signer,
                known: [kept]
            )
        }
    }

    @Test
    func `a checkpoint from after the entry, or that there never was, is not to be cited`() throws {
        let later = try log.store.checkpoints(in: 0..<4)[3].note
        for (cited, reason) in [
            (Digest32.sha256(Array(later.utf8)), AuditReason.citesLaterCheckpoint),
            (.sha256([1]), .citesUnknownCheckpoint),
        ] {
            let report = try log.audit { state in
                let old = try Entry(decoding: state.entries[13].bytes)
                state.entries[13].bytes = try Entry(
                    origin: LogFixture.origin,
                    id: old.id,
                    kind: old.kind,
                    sequence: old.sequence,
                    previous: old.previous,
                    checkpoint: cited,
                    commitments: old.commitments,
                    signer: #require(log.fixture.actors.first { $0.key == old.actor })
                )
                .encoded
            }
            #expect(report.has(reason, at: 13))
        }
    }
}
