import Foundation
import Ledger
import TestSupport
import Testing

/// An exported folder in the hands of somebody who wants its reader deceived, hung or drowned.
struct FolderAuditTests {
    private let sample: SampleLog
    private let folder: TemporaryFolder

    init() throws {
        sample = try SampleLog.shared.get()
        folder = try TemporaryFolder()
        try TileExport(
            store: sample.tampered { _ in },
            origin: LogFixture.origin,
            policy: sample.fixture.policy
        )
        .write(to: folder.path("log"))
    }

    private static let files = [
        "checkpoint", "checkpoints/000.p/9", "checkpoints/count", "tile/0/000", "tile/0/001.p/42",
        "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/42",
    ]

    private func url(_ file: String) -> URL {
        folder.url.appending(path: "log").appending(path: file)
    }

    private func audit() throws -> AuditReport {
        try sample.fixture.audit(FolderReader(path: folder.path("log")))
    }

    @Test
    func `a folder as it was exported is sound, and holds what is published`() throws {
        let report = try audit()
        #expect(report.findings == [])
        #expect(report.entries == SampleLog.published)
        #expect(report.unpublished == 0)
        let files = try PublishedLog(folder: folder.url.appending(path: "log")).files.keys
        #expect(files.sorted() == Self.files)
    }

    @Test(arguments: files)
    func `one flipped bit of any file is found, and what it is in is named`(file: String) throws {
        var generator = SplitMix64(seed: UInt64(file.count))
        let whole = try Data(contentsOf: url(file))
        for _ in 0..<12 {
            var changed = whole
            let byte = Int.random(in: 0..<whole.count, using: &generator)
            changed[byte] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try changed.write(to: url(file))
            let report = try audit()
            let reasons = report.findings.map(\.reason)
            #expect(!report.isSound, "\(file), byte \(byte)")
            if file.hasPrefix("tile"), let path = TilePath(file) {
                if path.content == .entries {
                    #expect(
                        reasons.contains(.badBundle(path)) || reasons.contains(.altered),
                        "\(file), byte \(byte): \(reasons)"
                    )
                } else {
                    #expect(reasons == [.tileDiffers(path)], "\(file), byte \(byte)")
                }
            }
        }
    }

    @Test(arguments: files)
    func `a file that is gone, empty, cut short or longer is found`(file: String) throws {
        let whole = try Data(contentsOf: url(file))
        for other in [Data(), whole.dropLast(), whole + Data([0])] {
            try other.write(to: url(file))
            #expect(try !audit().isSound, "\(file), \(other.count) bytes")
        }
        try FileManager.default.removeItem(at: url(file))
        #expect(try !audit().isSound)
    }

    @Test(arguments: files)
    func `a pipe, a folder or an endless file in place of a file is not read`(file: String) throws {
        for make in [
            { unsafe mkfifo($0, 0o600) }, { unsafe mkdir($0, 0o700) },
            { unsafe symlink("/dev/zero", $0) },
        ] as [(String) -> Int32] {
            try FileManager.default.removeItem(at: url(file))
            #expect(make(url(file).path) == 0)
            #expect(try !audit().isSound)
        }
        try FileManager.default.removeItem(at: url(file))
        try Data().write(to: url(file))
        try FileHandle(forWritingTo: url(file)).truncate(atOffset: 1 << 40)
        #expect(try !audit().isSound)
    }

    @Test
    func
        `a checkpoint over more than there is ends the audit at the first bundle that is not there`()
        throws
    {
        let root = try audit().latest?.root
        let checkpoint = try Checkpoint(
            origin: LogFixture.origin,
            size: 1 << 60,
            root: #require(root)
        )
        let note = try SignedCheckpoint(signing: checkpoint, by: sample.fixture.signer).note
        try Data(note.utf8).write(to: url("checkpoint"))
        let report = try audit()
        #expect(!report.isSound)
        #expect(report.entries <= 512)
    }

    @Test
    func `a count of checkpoints that is too high ends at the first bundle that is not there`()
        throws
    {
        try Data("18446744073709551615\n".utf8).write(to: url("checkpoints/count"))
        let report = try audit()
        #expect(!report.isSound)
        #expect(report.checkpoints <= 256)
    }
}
