import Ledger
import TestSupport
import Testing

/// What somebody with the disk can do to entries: found by the auditor with the log's key alone.
struct EntryAttackTests {
    private let sample: SampleLog

    init() throws {
        sample = try SampleLog.shared.get()
    }

    @Test
    func `a log that was left alone is sound`() throws {
        let report = try sample.report { _ in }
        #expect(report.findings == [])
        #expect(report.entries == SampleLog.size)
        #expect(report.unpublished == 3)
        #expect(report.checkpoints == UInt64(SampleLog.batches.count))
        #expect(report.latest?.size == SampleLog.published)
    }

    @Test(arguments: SampleLog.inTile)
    func `alter: a flipped bit names its entry and no other`(index: Int) throws {
        var generator = SplitMix64(seed: UInt64(index))
        let length = try sample.entries()[index].bytes.count
        for _ in 0..<8 {
            let byte = Int.random(in: 0..<length, using: &generator)
            let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
            let report = try sample.report { $0.entries[index].bytes[byte] ^= bit }
            #expect(Set(report.findings.map(\.positions)) == [place(index)], "byte \(byte)")
            #expect(report.has(.altered, at: index))
        }
    }

    @Test(arguments: SampleLog.inTile)
    func `alter: a flipped bit is named when the tile was made to fit`(index: Int) throws {
        var generator = SplitMix64(seed: UInt64(index))
        let length = try sample.entries()[index].bytes.count
        for _ in 0..<8 {
            let byte = Int.random(in: 0..<length, using: &generator)
            let report = try sample.report { state in
                state.entries[index].bytes[byte] ^= 1
                state.tiles[0].hashes.replaceSubrange(
                    32 * index..<32 * index + 32,
                    with: MerkleTree.leafHash(state.entries[index].bytes).bytes
                )
            }
            expect(report, accuses: index)
        }
    }

    @Test(arguments: SampleLog.afterTile)
    func `alter: a flipped bit is named where no tile is full yet`(index: Int) throws {
        var generator = SplitMix64(seed: UInt64(index))
        let length = try sample.entries()[index].bytes.count
        for _ in 0..<8 {
            let byte = Int.random(in: 0..<length, using: &generator)
            expect(try sample.report { $0.entries[index].bytes[byte] ^= 1 }, accuses: index)
        }
    }

    /// The entry is the first that is named alone; whatever else is said is about its batch, or its
    /// actor's next entry.
    private func expect(_ report: AuditReport, accuses index: Int) {
        #expect(report.named.min() == UInt64(index))
        for finding in report.findings where finding.positions != place(index) {
            switch finding.reason {
            case .rootDiffers: #expect(finding.positions == SampleLog.batch(of: index))
            case .sequence, .previousDiffers: #expect(finding.position ?? 0 > UInt64(index))
            default: Issue.record("unexpected: \(finding)")
            }
        }
    }

    @Test(arguments: SampleLog.inTile)
    func `alter: an entry that its own actor signed anew is named by the tile`(index: Int) throws {
        let bytes = try sample.signedAnew(index)
        let report = try sample.report { $0.entries[index].bytes = bytes }
        #expect(report.findings == [AuditFinding(position: UInt64(index), reason: .altered)])
    }

    @Test(arguments: SampleLog.afterTile)
    func `alter: an entry that its own actor signed anew is narrowed to its batch`(
        index: Int
    ) throws {
        let bytes = try sample.signedAnew(index)
        let report = try sample.report { $0.entries[index].bytes = bytes }
        let roots = report.findings.filter {
            if case .rootDiffers = $0.reason { true } else { false }
        }
        #expect(roots.map(\.positions) == [SampleLog.batch(of: index)])
    }

    @Test(arguments: SampleLog.inTile + SampleLog.afterTile)
    func `delete: an entry that is gone is named`(index: Int) throws {
        let report = try sample.report { $0.entries.remove(at: index) }
        #expect(report.has(.missing, at: index))
        #expect(report.named.min() == UInt64(index))
    }

    @Test(arguments: SampleLog.inTile + SampleLog.afterTile)
    func `delete: an entry that is gone is found when the later ones were moved up`(
        index: Int
    ) throws {
        let report = try sample.report { state in
            state.entries.remove(at: index)
            for later in index..<state.entries.count { state.entries[later].position -= 1 }
        }
        #expect(!report.isSound)
        let first = try #require(report.findings.compactMap(\.position).min())
        #expect(SampleLog.batch(of: index).contains(first) || first >= UInt64(index))
        if index < SampleLog.tiled { #expect(report.has(.altered, at: index)) }
    }

    @Test
    func `delete: a bundle that is gone is named, and without its tile nothing after it is read`()
        throws
    {
        let bundle = try sample.report { $0.entries.removeFirst(256) }
        #expect(bundle.findings.contains(AuditFinding(positions: 0..<256, reason: .missing)))
        #expect(bundle.entries == SampleLog.size - 256)
        let tileToo = try sample.report { state in
            state.entries.removeFirst(256)
            state.tiles = []
        }
        let gone = AuditFinding(positions: 0..<SampleLog.size, reason: .missing)
        #expect(tileToo.findings.contains(gone))
        #expect(tileToo.entries == 0)
    }

    @Test(arguments: [4, 10, 40, 44, 45, 46, 250, 301])
    func `truncate: entries cut from the end are named`(count: Int) throws {
        let report = try sample.report { $0.entries.removeLast(count) }
        let left = SampleLog.size - UInt64(count)
        let missing = AuditFinding(positions: left..<SampleLog.published, reason: .missing)
        #expect(report.findings.contains(missing))
    }

    @Test
    func `truncate: what is not published yet is missed by the checkpoint kept apart`() throws {
        let kept = try sample.fixture.open(sample.tampered { _ in }).latest
        let cut = sample.tampered { $0.entries.removeLast(2) }
        #expect(try sample.fixture.audit(cut).isSound)
        let missing = AuditFinding(positions: 299..<301, reason: .missing)
        #expect(try sample.fixture.audit(cut, known: [kept]).findings == [missing])
        #expect(throws: LogError.self) {
            try Log(
                store: cut,
                origin: LogFixture.origin,
                checkpointSigner: sample.fixture.signer,
                known: [kept]
            )
        }
    }

    @Test(arguments: [(0, 1), (3, 12), (12, 255), (100, 254)])
    func `swap: two exchanged entries of a tile are both named`(first: Int, second: Int) throws {
        let report = try sample.report { state in
            let bytes = state.entries[first].bytes
            state.entries[first].bytes = state.entries[second].bytes
            state.entries[second].bytes = bytes
        }
        #expect(report.has(.altered, at: first))
        #expect(report.has(.altered, at: second))
        #expect(report.findings.compactMap(\.position).min() == UInt64(first))
    }

    @Test(arguments: [(256, 260), (263, 267), (268, 297), (281, 282)])
    func `swap: two exchanged entries of a batch are both named where no tile is full`(
        first: Int,
        second: Int
    ) throws {
        let report = try sample.report { state in
            let bytes = state.entries[first].bytes
            state.entries[first].bytes = state.entries[second].bytes
            state.entries[second].bytes = bytes
        }
        if SampleLog.batch(of: first) == SampleLog.batch(of: second), first > 262 {
            #expect(report.has(.swapped(with: UInt64(second)), at: first))
            #expect(report.has(.swapped(with: UInt64(first)), at: second))
        } else {
            #expect(!report.isSound)
        }
    }

    @Test(arguments: [(0, 1), (7, 12), (3, 200), (255, 4), (263, 290), (290, 263), (100, 270)])
    func `duplicate: an entry overwritten by another is named`(source: Int, target: Int) throws {
        let report = try sample.report { $0.entries[target].bytes = $0.entries[source].bytes }
        #expect(report.named.min() == UInt64(target))
    }

    @Test(arguments: [0, 12, 255, 256, 297, 300])
    func `replay: an entry that is there already is named at the end`(index: Int) throws {
        let report = try sample.report { state in
            var again = state.entries[index]
            again.position = SampleLog.size
            state.entries.append(again)
        }
        #expect(!report.isSound)
        #expect(report.named == [SampleLog.size])
    }

    @Test(arguments: [0, 12, 100, 255, 256, 280])
    func `insert: one entry more in the middle is found`(index: Int) throws {
        let report = try sample.report { state in
            state.entries.insert(state.entries[index], at: index)
            for later in state.entries.indices { state.entries[later].position = UInt64(later) }
        }
        let first = try #require(report.findings.compactMap(\.position).min())
        #expect(
            first == UInt64(index) + 1 || SampleLog.batch(of: index).contains(first)
                || first == UInt64(index) + 1
        )
    }

    @Test(arguments: UInt64(0)..<12)
    func `reorder: entries put in another order are found`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let start = Int.random(in: 0..<290, using: &generator)
        let report = try sample.report { state in
            let moved = state.entries.remove(at: start)
            state.entries.insert(moved, at: start + 2)
            for later in state.entries.indices { state.entries[later].position = UInt64(later) }
        }
        #expect(!report.isSound)
        let first = try #require(report.findings.compactMap(\.position).min())
        let near = SampleLog.batch(of: start).lowerBound...UInt64(start + 2)
        #expect(near.contains(first))
    }

    @Test
    func `an actor who signs the greatest number is found out, without a crash`() throws {
        let report = try sample.report { state in
            for index in [280, 281] {
                state.entries[index].bytes = try Entry(
                    origin: LogFixture.origin,
                    id: .random(),
                    kind: "test.fact",
                    sequence: .max,
                    previous: .sha256([1]),
                    checkpoint: .zero,
                    commitments: [],
                    signer: sample.fixture.actors[0]
                )
                .encoded
            }
        }
        #expect(report.named.contains(280))
        #expect(report.has(.sequence(expected: 0, found: .max), at: 281))
        #expect(
            AuditFinding(position: .max, reason: .missing).description
                == "entry \(UInt64.max): missing"
        )
    }

    @Test
    func `the caller's own check sees every entry in order and its findings are reported`() throws {
        var seen: [UInt64] = []
        let finding = AuditFinding(position: 5, reason: .other("not as it should be"))
        let auditor = LogAuditor(
            reader: StoreReader(sample.tampered { _ in }),
            origin: LogFixture.origin,
            policy: try sample.fixture.policy
        )
        let entries = try sample.entries()
        let report = auditor.audit { position, entry in
            #expect(entry.encoded == entries[Int(position)].bytes)
            seen.append(position)
            return position == 5 ? [finding] : []
        }
        #expect(seen == Array(0..<SampleLog.size))
        #expect(report.findings == [finding])
    }

    @Test
    func `an audit whose time is over says so and is not sound`() throws {
        let auditor = LogAuditor(
            reader: StoreReader(sample.tampered { _ in }),
            origin: LogFixture.origin,
            policy: try sample.fixture.policy
        )
        let report = auditor.audit(until: .now - .seconds(1))
        #expect(report.findings.map(\.reason).contains(.outOfTime))
    }
}
