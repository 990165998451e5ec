import Foundation
import GRDB

/// The tables of ``SQLiteStore``, and how their rows read.
enum SQLiteSchema {
    /// "Ledg" in ASCII: tells a log's file from any other database.
    static let applicationID = 0x4C65_6467
    static let version = 2

    private static let tables = """
        CREATE TABLE entry (
            position INTEGER PRIMARY KEY CHECK (position >= 0),
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE tile (
            level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 7),
            place INTEGER NOT NULL CHECK (place >= 0),
            hashes BLOB NOT NULL CHECK (length(hashes) = 8192),
            PRIMARY KEY (level, place)
        ) STRICT;
        CREATE TABLE actor (
            key BLOB PRIMARY KEY CHECK (length(key) = 32),
            position INTEGER NOT NULL CHECK (position >= 0),
            sequence INTEGER NOT NULL CHECK (sequence > 0)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE checkpoint (
            number INTEGER PRIMARY KEY CHECK (number >= 0),
            size INTEGER NOT NULL CHECK (size >= 0),
            note TEXT NOT NULL
        ) STRICT;
        CREATE TABLE shelf (
            space TEXT NOT NULL,
            key BLOB NOT NULL,
            value BLOB NOT NULL,
            UNIQUE (space, key)
        ) STRICT;
        """

    /// The rules on insertions also stop INSERT OR REPLACE, which deletes without asking triggers.
    ///
    /// Entries have none: it would cost as much again as the insertion, ``SQLiteStore/commit(_:)`` looks at the
    /// places of a batch once, and a replaced entry is found by whoever reads it.
    private static let triggers = """
        CREATE TRIGGER entryStays BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
        CREATE TRIGGER entryIsKept BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
        CREATE TRIGGER tileFollows BEFORE INSERT ON tile
            WHEN NEW.place <>
                (SELECT ifnull(max(place) + 1, 0) FROM tile WHERE level = NEW.level)
            BEGIN SELECT RAISE(ABORT, 'a tile follows the last one of its level'); END;
        CREATE TRIGGER tileStays BEFORE UPDATE ON tile
            BEGIN SELECT RAISE(ABORT, 'tiles are never changed'); END;
        CREATE TRIGGER tileIsKept BEFORE DELETE ON tile
            BEGIN SELECT RAISE(ABORT, 'tiles are never deleted'); END;
        CREATE TRIGGER checkpointFollows BEFORE INSERT ON checkpoint
            WHEN NEW.number <> (SELECT ifnull(max(number) + 1, 0) FROM checkpoint)
            BEGIN SELECT RAISE(ABORT, 'a checkpoint follows the last one'); END;
        CREATE TRIGGER checkpointStays BEFORE UPDATE ON checkpoint
            BEGIN SELECT RAISE(ABORT, 'checkpoints are never changed'); END;
        CREATE TRIGGER checkpointIsKept BEFORE DELETE ON checkpoint
            BEGIN SELECT RAISE(ABORT, 'checkpoints are never deleted'); END;
        """

    /// Makes the tables in a new file, and checks an old one.
    static func create(in db: Database) throws {
        guard try isEmpty(db) else { return try check(db) }
        try db.execute(sql: tables)
        try db.execute(sql: triggers)
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Whether a file has no table, as one whose creation was broken off.
    static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }

    /// Refuses a file that is no log, or a log of another version.
    static func check(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw StoreError.notALog
        }
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found <= version else {
            throw StoreError.newerFormat(found: found, known: version)
        }
        guard found == version else {
            throw StoreError.olderFormat(found: found, known: version)
        }
    }

    /// The arguments of a page: both ends of a range, held within what SQLite can count to, and the
    /// most rows.
    static func page(_ range: Range<UInt64>, limit: Int) -> StatementArguments {
        [Int64(clamping: range.lowerBound), Int64(clamping: range.upperBound), limit]
    }

    /// The arguments of a search by prefix: the space, the first key that begins so, and twice the
    /// first key past all that do, which is nothing when the prefix is all 0xFF.
    static func keys(in space: String, prefix: [UInt8]) -> StatementArguments {
        let kept = prefix.reversed().drop { $0 == 0xFF }
        let past = kept.first.map { Data(kept.dropFirst().reversed() + [$0 + 1]) }
        return [space, Data(prefix), past, past]
    }

    // A file from elsewhere can hold any type in any column, so no column's type is taken for granted.

    static func entry(_ row: Row) throws -> StoredEntry {
        let position = try number(row["position"])
        guard let bytes = Data.fromDatabaseValue(row["bytes"]) else {
            throw StoreError.unreadable(position)
        }
        return StoredEntry(position: position, bytes: [UInt8](bytes))
    }

    static func actor(_ row: Row) throws -> StoredActor {
        guard let bytes = Data.fromDatabaseValue(row["key"]), let key = try? ActorKey(bytes: bytes)
        else { throw StoreError.notALog }
        return try StoredActor(
            key: key,
            position: number(row["position"]),
            sequence: number(row["sequence"])
        )
    }

    static func checkpoint(_ row: Row) throws -> StoredCheckpoint {
        let number = try number(row["number"])
        guard let size = UInt64.fromDatabaseValue(row["size"]),
            let note = String.fromDatabaseValue(row["note"])
        else { throw StoreError.unreadable(number) }
        return StoredCheckpoint(number: number, size: size, note: note)
    }

    static func item(_ row: Row) throws -> ShelfItem {
        guard let key = Data.fromDatabaseValue(row["key"]),
            let value = Data.fromDatabaseValue(row["value"])
        else { throw StoreError.notALog }
        return ShelfItem(key: [UInt8](key), value: [UInt8](value))
    }

    private static func number(_ value: DatabaseValue) throws -> UInt64 {
        guard let number = UInt64.fromDatabaseValue(value) else { throw StoreError.notALog }
        return number
    }
}
