import Foundation
import GRDB

/// What a witness has cosigned, in one SQLite file of its own.
///
/// A witness that forgets what it cosigned can be led to cosign a fork. So every commit is on the disk,
/// and so is the folder's entry of the journal, before a call returns; triggers keep any row from
/// being taken back; and what was seen of a log stays when the witness no longer serves it. Several
/// programs may share the file: each compares and stores in one exclusive transaction.
public final class WitnessStore: Sendable {
    /// A checkpoint that the witness cosigned.
    struct Seen: Hashable {
        let size: UInt64
        let root: Digest32
        /// The note with the log's signature and the witness's newest cosignature.
        let note: String
    }

    /// "Witn" in ASCII: tells a witness's file from any other database.
    private static let applicationID = 0x5769_746E
    private static let version = 1

    private let database: DatabaseQueue

    /// Opens a witness's file, or creates it.
    ///
    /// - Parameter path: Where the file is, in a folder that exists.
    /// - Throws: ``StoreError/newerFormat(found:known:)``, ``StoreError/notALog`` when the file is no
    ///   witness's, or SQLite's error.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            // With less, a power cut could bring a journal back that undoes what was acknowledged.
            try db.execute(sql: "PRAGMA synchronous = EXTRA")
            try db.execute(sql: "PRAGMA fullfsync = ON")
        }
        database = try DatabaseQueue(path: path, configuration: configuration)
        try database.inTransaction(.exclusive) { db in
            try Self.prepare(db)
            return .commit
        }
    }

    private static func prepare(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 else {
            guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
                throw StoreError.notALog
            }
            let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard found <= version else {
                throw StoreError.newerFormat(found: found, known: version)
            }
            return
        }
        try db.execute(
            sql: """
                CREATE TABLE seen (
                    origin TEXT NOT NULL,
                    size INTEGER NOT NULL CHECK (size >= 0),
                    root BLOB NOT NULL CHECK (length(root) = 32),
                    note TEXT NOT NULL,
                    PRIMARY KEY (origin, size)
                ) STRICT;
                CREATE TRIGGER seenGrows BEFORE INSERT ON seen
                    WHEN NEW.size <= (SELECT max(size) FROM seen WHERE origin = NEW.origin)
                    BEGIN SELECT RAISE(ABORT, 'a witness never goes back'); END;
                CREATE TRIGGER seenStays BEFORE UPDATE ON seen
                    WHEN NEW.origin <> OLD.origin OR NEW.size <> OLD.size OR NEW.root <> OLD.root
                    BEGIN SELECT RAISE(ABORT, 'what was cosigned stays'); END;
                CREATE TRIGGER seenIsKept BEFORE DELETE ON seen
                    BEGIN SELECT RAISE(ABORT, 'a witness never forgets'); END;
                PRAGMA application_id = \(applicationID);
                PRAGMA user_version = \(version);
                """
        )
    }

    /// Looks at what was cosigned of a log, decides, and stores what comes of it, all as one step.
    ///
    /// - Parameters:
    ///   - origin: The log's origin line.
    ///   - size: The size that the decision is about.
    ///   - decide: Given the last checkpoint cosigned, and the one cosigned at that very size, returns
    ///     the checkpoint to store, or `nil`, and anything else.
    /// - Returns: What the decision was, once what it stores is on the disk.
    /// - Throws: The decision's error, or SQLite's; then nothing was stored.
    func advance<Decision>(
        origin: String,
        size: UInt64,
        _ decide: (_ last: Seen?, _ same: Seen?) throws -> (Seen?, Decision)
    ) throws -> Decision {
        var decision: Decision?
        try database.inTransaction(.exclusive) { db in
            let last = try Self.seen(
                db,
                "WHERE origin = ? ORDER BY size DESC LIMIT 1",
                [origin]
            )
            let same = try Self.seen(
                db,
                "WHERE origin = ? AND size = ?",
                [origin, Int64(clamping: size)]
            )
            let (next, decided) = try decide(last, same)
            decision = decided
            guard let next else { return .rollback }
            // Not an upsert: the trigger against going back would take it for an insertion.
            try db.execute(
                sql: same == nil
                    ? "INSERT INTO seen (origin, size, root, note) VALUES (?1, ?2, ?3, ?4)"
                    : "UPDATE seen SET root = ?3, note = ?4 WHERE origin = ?1 AND size = ?2",
                arguments: [
                    origin, Int64(clamping: next.size), Data(next.root.bytes), next.note,
                ]
            )
            return .commit
        }
        guard let decision else { throw StoreError.notALog }
        return decision
    }

    /// The last checkpoint cosigned of a log.
    func last(origin: String) throws -> Seen? {
        try database.read {
            try Self.seen($0, "WHERE origin = ? ORDER BY size DESC LIMIT 1", [origin])
        }
    }

    /// The origins of all logs that the witness has ever cosigned for.
    func origins() throws -> [String] {
        try database.read {
            try String.fetchAll($0, sql: "SELECT DISTINCT origin FROM seen ORDER BY origin")
        }
    }

    private static func seen(
        _ db: Database,
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> Seen? {
        guard
            let row = try Row.fetchOne(
                db,
                sql: "SELECT size, root, note FROM seen \(condition)",
                arguments: arguments
            )
        else { return nil }
        // A witness that cannot read what it cosigned must not take it for nothing.
        guard let size = UInt64.fromDatabaseValue(row["size"]),
            let bytes = Data.fromDatabaseValue(row["root"]), let root = Digest32(bytes: bytes),
            let note = String.fromDatabaseValue(row["note"])
        else { throw StoreError.notALog }
        return Seen(size: size, root: root, note: note)
    }
}
