import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

struct SQLiteStoreTests {
    private let folder: TemporaryFolder
    private let fixture: LogFixture
    private var path: String { folder.path("log") }

    init() throws {
        folder = try TemporaryFolder()
        fixture = try LogFixture()
    }

    @Test
    func `a log survives closing and opening`() throws {
        try fixture.fill(SQLiteStore(path: path), batches: [2, 3])
        try fixture.fill(SQLiteStore(path: path), batches: [1])
        let store = try SQLiteStore(path: path)
        #expect(try store.size() == 6)
        #expect(try fixture.audit(store).findings == [])
    }

    @Test(arguments: [
        "UPDATE entry SET bytes = x'00' WHERE position = 1",
        "UPDATE entry SET position = 9 WHERE position = 4",
        "DELETE FROM entry WHERE position = 4",
        "DELETE FROM entry",
        "INSERT INTO entry VALUES (260, 'text')",
        "UPDATE tile SET hashes = zeroblob(8192)",
        "DELETE FROM tile",
        "INSERT OR REPLACE INTO tile VALUES (0, 0, zeroblob(8192))",
        "INSERT INTO tile VALUES (0, 2, zeroblob(8192))",
        "INSERT INTO tile VALUES (0, 1, zeroblob(8191))",
        "UPDATE checkpoint SET note = ''",
        "DELETE FROM checkpoint WHERE number = 1",
        "INSERT OR REPLACE INTO checkpoint VALUES (1, 260, '')",
        "INSERT INTO checkpoint VALUES (3, 260, '')",
    ])
    func `the file itself refuses to change or remove what was added`(sql: String) throws {
        let store = try SQLiteStore(path: path)
        try fixture.fill(store, batches: [2, 258])
        let other = try DatabaseQueue(path: path)
        #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: sql) } }
        #expect(try fixture.audit(store).findings == [])
        try fixture.fill(store, batches: [1])
    }

    /// Changes the file as its owner could: by taking the triggers away first.
    private func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            let triggers = try String.fetchAll(
                db,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
            )
            for trigger in triggers {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try db.execute(sql: sql)
        }
        try queue.close()
    }

    @Test(
        arguments: [
            ("UPDATE entry SET bytes = CAST(bytes || x'00' AS BLOB) WHERE position = 2", 2),
            ("UPDATE entry SET bytes = zeroblob(length(bytes)) WHERE position = 3", 3),
            ("UPDATE entry SET bytes = x'' WHERE position = 1", 1),
            ("DELETE FROM entry WHERE position = 2", 2),
            ("DELETE FROM entry WHERE position = 4", 4),
            ("INSERT OR REPLACE INTO entry VALUES (1, x'00')", 1),
            (
                """
                UPDATE entry SET bytes = (SELECT bytes FROM entry WHERE position = 1)
                WHERE position = 3
                """, 3
            ),
            // The owner of a file can do away with the types of its columns too.
            (
                """
                ALTER TABLE entry RENAME TO old;
                CREATE TABLE entry (position INTEGER PRIMARY KEY, bytes);
                INSERT INTO entry SELECT position,
                    CASE position WHEN 2 THEN 7 ELSE bytes END FROM old;
                """, 2
            ),
        ] as [(String, UInt64)]
    )
    func `a changed file is found out, read only, without a crash`(
        sql: String,
        position: UInt64
    ) throws {
        try fixture.fill(SQLiteStore(path: path), batches: [2, 3])
        try tamper(sql)
        let report = try fixture.audit(SQLiteStore(readingOnly: path))
        #expect(report.findings.map(\.position).contains(position))
    }

    @Test
    func `reading a closed log changes and creates no file`() throws {
        try fixture.fill(SQLiteStore(path: path), batches: [2, 3])
        let before = try folder.contents()
        #expect(before.keys.sorted() == ["log"])
        do {
            let store = try SQLiteStore(readingOnly: path)
            #expect(try fixture.audit(store).findings == [])
            #expect(throws: StoreError.readOnly) { try store.changeShelf([]) }
            #expect(throws: StoreError.readOnly) { try store.scrub() }
            #expect(throws: StoreError.readOnly) { try fixture.fill(store, batches: [1]) }
            #expect(try folder.contents() == before)
        }
        #expect(try folder.contents() == before)
    }

    @Test
    func `a log that a server has open is read up to its last entry`() throws {
        let server = try SQLiteStore(path: path)
        let log = try fixture.open(server)
        for count in 1...5 {
            try log.append(fixture.drafts(count, from: Int(log.size)))
            try log.publish(log.latestCheckpoint.note)
            let before = try folder.contents().filter { $0.key != "log-shm" }
            let report = try fixture.audit(SQLiteStore(readingOnly: path))
            #expect(report.findings == [])
            #expect(report.entries == log.size)
            #expect(try folder.contents().filter { $0.key != "log-shm" } == before)
        }
        try log.append(fixture.drafts(1, from: 15))
        #expect(try fixture.audit(server).isSound)
    }

    @Test
    func `a reader's path may hold any character`() throws {
        let odd = folder.path("a b?c#d%41é")
        try fixture.fill(SQLiteStore(path: odd), batches: [2])
        #expect(try fixture.audit(SQLiteStore(readingOnly: odd)).entries == 2)
        #expect(throws: StoreError.absent) { try SQLiteStore(readingOnly: path) }
    }

    @Test
    func `a file of another version, or of something else, is refused and left alone`() throws {
        try fixture.fill(SQLiteStore(path: path), batches: [1])
        for (version, expected) in [
            (3, StoreError.newerFormat(found: 3, known: 2)), (1, .olderFormat(found: 1, known: 2)),
        ] {
            try tamper("PRAGMA user_version = \(version)")
            let before = try folder.contents()
            #expect(throws: expected) { try SQLiteStore(path: path) }
            #expect(throws: expected) { try SQLiteStore(readingOnly: path) }
            #expect(try folder.contents() == before)
        }
        let other = folder.path("other")
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (x)") }
        let withOther = try folder.contents()
        #expect(throws: StoreError.notALog) { try SQLiteStore(path: other) }
        #expect(throws: StoreError.notALog) { try SQLiteStore(readingOnly: other) }
        #expect(try folder.contents() == withOther)
    }

    @Test
    func `a file whose creation was broken off becomes a log`() throws {
        try DatabasePool(path: path).close()
        try fixture.fill(SQLiteStore(path: path), batches: [1])
        #expect(try fixture.audit(SQLiteStore(readingOnly: path)).findings == [])
    }

    @Test
    func `another process reads the log of a server`() async throws {
        let server = try SQLiteStore(path: path)
        try fixture.fill(server, batches: [2, 3])
        await #expect(processExitsWith: .success) { [path = path as String] in
            let report = try LogFixture().audit(SQLiteStore(readingOnly: path))
            #expect(report.findings == [])
            #expect(report.entries == 5)
        }
        try fixture.fill(server, batches: [1])
        #expect(try fixture.audit(server).findings == [])
    }

    @Test
    func `an erased or overwritten value is in no file after scrubbing`() throws {
        let store = try SQLiteStore(path: path)
        let secrets = ["a secret to erase", "a secret to overwrite"].map { Array($0.utf8) }
        try store.changeShelf([
            .put(space: "s", key: [1], value: secrets[0]),
            .put(space: "s", key: [2], value: secrets[1]),
        ])
        func isOnDisk(_ secret: [UInt8]) throws -> Bool {
            try folder.contents().values.contains { $0.range(of: Data(secret)) != nil }
        }
        for secret in secrets {
            #expect(try isOnDisk(secret))
        }
        try store.changeShelf([
            .erase(space: "s", key: [1]),
            .put(space: "s", key: [2], value: Array("harmless".utf8)),
        ])
        try store.scrub()
        for secret in secrets {
            #expect(try !isOnDisk(secret))
        }
    }

    @Test(arguments: UInt64(0)..<40)
    func `a file with spoilt pages is refused or reported, without a crash`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        try fixture.fill(SQLiteStore(path: path), batches: [2, 3, 30])
        var bytes = try [UInt8](Data(contentsOf: folder.url.appending(path: "log")))
        let original = bytes
        for _ in 0..<Int.random(in: 1...20, using: &generator) {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = generator.next()
        }
        guard bytes != original else { return }
        try Data(bytes).write(to: folder.url.appending(path: "log"))
        guard let store = try? SQLiteStore(readingOnly: path) else { return }
        let report = try fixture.audit(store)
        // Bytes of unused space and of the shelf are not the log's.
        if report.isSound {
            #expect(report.entries == 35)
        }
    }
}
