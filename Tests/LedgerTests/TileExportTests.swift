import Foundation
import Ledger
import TestSupport
import Testing

struct TileExportTests {
    private let fixture: LogFixture
    private let store = ArrayStore()
    private let folder: TemporaryFolder

    init() throws {
        fixture = try LogFixture()
        folder = try TemporaryFolder()
    }

    @discardableResult
    private func export(
        _ store: ArrayStore? = nil,
        to name: String = "export",
        known: [Checkpoint] = []
    ) throws -> Checkpoint {
        try TileExport(
            store: store ?? self.store,
            origin: LogFixture.origin,
            policy: fixture.policy,
            known: known
        )
        .write(to: folder.path(name)).checkpoint
    }

    private func published(_ name: String = "export") throws -> PublishedLog {
        try PublishedLog(folder: folder.url.appending(path: name))
    }

    private func file(_ path: String) -> URL {
        folder.url.appending(path: "export").appending(path: path)
    }

    @Test(arguments: [0, 1, 2, 255, 256, 257, 511, 512, 600])
    func `a stranger with the folder and the key rebuilds the root from entries and from tiles`(
        size: Int
    ) throws {
        try fixture.fill(store, batches: [size])
        let exported = try export()
        let published = try self.published()
        let checkpoint = try published.checkpoint(
            origin: LogFixture.origin,
            verifier: fixture.signer.verifier
        )
        #expect(checkpoint == exported)
        #expect(checkpoint.size == UInt64(size))
        let entries = try published.entries(size: size)
        #expect(entries.count == size)
        #expect(MerkleTree.root(ofLeafHashes: entries.map(MerkleTree.leafHash)) == checkpoint.root)
        #expect(try published.rootFromTiles(size: size) == checkpoint.root)
        for entry in entries {
            #expect(try Entry(decoding: entry).verifySignature(origin: LogFixture.origin))
        }
        let addresses = TilePath.all(ofSize: UInt64(size)).map(\.description)
        let notes = ["checkpoint", "checkpoints/count", "checkpoints/000.p/1"]
        #expect(Set(published.files.keys) == Set(addresses + notes))
        #expect(published.files["checkpoints/count"] == Array("1\n".utf8))
        let bundle = try #require(published.files["checkpoints/000.p/1"])
        #expect(
            try EntryBundle(decoding: bundle, width: 1).entries == [published.files["checkpoint"]]
        )
    }

    @Test
    func
        `an export that grows is a fresh one, and keeps partial tiles until the full one is there`()
        throws
    {
        var earlier: [String: [UInt8]] = [:]
        for (step, count) in [0, 3, 250, 3, 0, 44, 212, 1, 250].enumerated() {
            let before = step == 0 ? [:] : try inodes()
            try fixture.fill(store, batches: [count])
            try export()
            try export(to: "fresh \(step)")
            let grown = try published().files
            let fresh = try published("fresh \(step)").files
            let kept = earlier.filter { path, _ in
                guard let stem = path.firstRange(of: ".p/") else { return false }
                return fresh[String(path[..<stem.lowerBound])] == nil
            }
            #expect(grown == fresh.merging(kept) { new, _ in new }, "step \(step)")
            let after = try inodes()
            for (path, inode) in before where after[path] != nil {
                #expect(after[path] == inode, "\(path) was written again")
            }
            earlier = grown
        }
        #expect(earlier.count > 8)
    }

    /// Which file of the disk stands at each address but that of the checkpoint.
    private func inodes() throws -> [String: UInt64] {
        var inodes: [String: UInt64] = [:]
        for path in try published().files.keys
        where !path.hasPrefix("checkpoint") || path.contains(".p/") {
            let attributes = try FileManager.default.attributesOfItem(atPath: file(path).path)
            inodes[path] = try #require(attributes[.systemFileNumber] as? NSNumber).uint64Value
        }
        return inodes
    }

    @Test
    func `an export that was cut short is finished by the next`() throws {
        try fixture.fill(store, batches: [300])
        try export()
        try export(to: "whole")
        for path in ["checkpoint", "tile/0/001.p/44", "tile/entries/000"] {
            try FileManager.default.removeItem(at: file(path))
        }
        try export()
        #expect(try published().files == published("whole").files)
    }

    @Test
    func `an unsound log is refused with its report, and nothing is written`() throws {
        try fixture.fill(store, batches: [2, 3])
        let changes: [(inout ArrayStore.State) -> Void] = [
            { $0.entries[3].bytes[20] ^= 1 }, { $0.entries.remove(at: 1) },
            {
                ($0.entries[0].bytes, $0.entries[1].bytes) = (
                    $0.entries[1].bytes, $0.entries[0].bytes
                )
            }, { $0.entries.removeLast() },
            { $0.checkpoints.removeAll() },
        ]
        for change in changes {
            let tampered = store.copy()
            tampered.tamper(change)
            let report = try fixture.audit(tampered)
            #expect(!report.isSound)
            #expect(throws: TileExportError.unsound(report)) { try export(tampered) }
            #expect(!FileManager.default.fileExists(atPath: folder.path("export")))
        }
    }

    @Test
    func `a log that does not continue what was exported is refused, and the export stays`() throws
    {
        try fixture.fill(store, batches: [3])
        let earlier = store.copy()
        try fixture.fill(store, batches: [2])
        try export()
        let before = try published().files
        let other = earlier.copy()
        try fixture.fill(other, batches: [5])
        for (store, reason) in [
            (earlier, AuditReason.missing), (other, AuditReason.rootDiffers(size: 5)),
        ] {
            let error = #expect(throws: TileExportError.self) { try export(store) }
            guard case .unsound(let report) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(report.findings.map(\.reason).contains(reason))
        }
        #expect(try published().files == before)
    }

    @Test
    func `a log that falls behind a checkpoint kept elsewhere is refused`() throws {
        try fixture.fill(store, batches: [3])
        let earlier = store.copy()
        try fixture.fill(store, batches: [2])
        let kept = try fixture.open(store).latest
        #expect(throws: TileExportError.self) { try export(earlier, known: [kept]) }
        try export(known: [kept])
    }

    @Test
    func `the export of another log is left alone`() throws {
        try fixture.fill(store, batches: [3])
        try export()
        let before = try published().files
        let stranger = try LogFixture(seed: 2)
        let other = ArrayStore()
        try stranger.fill(other, batches: [9])
        #expect(throws: TileExportError.ofAnotherLog) {
            try TileExport(
                store: other,
                origin: LogFixture.origin,
                policy: stranger.policy
            )
            .write(to: folder.path("export"))
        }
        #expect(try published().files == before)
    }

    @Test
    func `a folder that holds something else is left alone`() throws {
        try fixture.fill(store, batches: [3])
        try FileManager.default.createDirectory(at: file(""), withIntermediateDirectories: true)
        try Data("keep me".utf8).write(to: file("letter.txt"))
        #expect(throws: TileExportError.notAnExport) { try export() }
        #expect(try published().files == ["letter.txt": Array("keep me".utf8)])
    }

    @Test
    func `a damaged tile of an earlier export is named, and the checkpoint is not moved on`() throws
    {
        try fixture.fill(store, batches: [256])
        try export()
        let checkpoint = try published().files["checkpoint"]
        for text in ["tile/0/000", "tile/entries/000", "tile/1/000.p/1"] {
            let whole = try Data(contentsOf: file(text))
            try whole.dropLast().write(to: file(text))
            try fixture.fill(store, batches: [1])
            let path = try #require(TilePath(text))
            #expect(throws: TileExportError.differs(path: path)) { try export() }
            #expect(try published().files["checkpoint"] == checkpoint)
            try whole.write(to: file(text))
        }
        #expect(try export().size == 259)
    }

    @Test
    func `a file in the way is named`() throws {
        try fixture.fill(store, batches: [3])
        try FileManager.default.createDirectory(at: file(""), withIntermediateDirectories: true)
        try Data().write(to: file("tile"))
        #expect(throws: TileExportError.notWritable(path: "tile/entries/000.p/3")) { try export() }
    }

    @Test
    func `a log gives the tiles of every size that it has had, and no others`() throws {
        try fixture.fill(store, batches: [200, 100])
        let log = try fixture.open(store)
        try export()
        let published = try self.published()
        for path in TilePath.all(ofSize: 300) {
            #expect(try log.tile(at: path) == published.files[path.description])
        }
        for size in [UInt64(1), 100, 200, 255, 256, 299] {
            for path in TilePath.all(ofSize: size) {
                #expect(try log.tile(at: path) != nil, "\(path)")
            }
        }
        let later = [
            "tile/entries/001.p/45", "tile/entries/001", "tile/entries/002.p/1", "tile/0/001.p/45",
            "tile/0/001", "tile/1/000.p/2", "tile/1/001.p/1", "tile/2/000.p/1", "tile/63/000.p/1",
            "tile/entries/x018/x446/x744/x073/x709/x551/615",
        ]
        for text in later {
            #expect(try log.tile(at: #require(TilePath(text))) == nil, "\(text)")
        }
    }

    @Test
    func `an entry changed behind an open log is not given out`() throws {
        try fixture.fill(store, batches: [5])
        let log = try fixture.open(store)
        let path = try #require(TilePath("tile/entries/000.p/5"))
        #expect(try log.tile(at: path) != nil)
        store.tamper { $0.entries[2].bytes[20] ^= 1 }
        #expect(throws: RecordAltered.self) { try log.tile(at: path) }
        store.tamper { $0.entries.removeLast() }
        #expect(throws: RecordAltered.self) { try log.tile(at: path) }
    }
}
