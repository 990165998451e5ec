import Foundation
import GRDBSQLite

/// The peer of durable appends: the same bytes in one plain table through SQLite's own interface, in
/// WAL mode with full synchronisation, with nothing hashed, signed or checked.
@safe final class PlainSQLite {
    private let database: OpaquePointer?
    private let insertion: OpaquePointer?

    struct Failed: Error {}

    init(path: String) throws {
        var database: OpaquePointer?
        var insertion: OpaquePointer?
        guard unsafe sqlite3_open(path, &database) == SQLITE_OK else { throw Failed() }
        for sql in [
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
            "CREATE TABLE entry (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
        ] {
            guard unsafe sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
                throw Failed()
            }
        }
        let sql = "INSERT INTO entry (bytes) VALUES (?)"
        guard unsafe sqlite3_prepare_v2(database, sql, -1, &insertion, nil) == SQLITE_OK else {
            throw Failed()
        }
        unsafe (self.database, self.insertion) = (database, insertion)
    }

    deinit {
        unsafe sqlite3_finalize(insertion)
        unsafe sqlite3_close(database)
    }

    /// Inserts rows in one durable transaction; one row alone is a transaction by itself.
    func insert(_ entries: ArraySlice<[UInt8]>) throws {
        if entries.count > 1 { try run("BEGIN IMMEDIATE") }
        for entry in entries {
            let outcome = unsafe entry.withUnsafeBytes { bytes in
                unsafe sqlite3_bind_blob(
                    insertion,
                    1,
                    bytes.baseAddress,
                    Int32(bytes.count),
                    nil
                )
                unsafe sqlite3_step(insertion)
                return unsafe sqlite3_reset(insertion)
            }
            guard outcome == SQLITE_OK else { throw Failed() }
        }
        if entries.count > 1 { try run("COMMIT") }
    }

    private func run(_ sql: String) throws {
        guard unsafe sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
            throw Failed()
        }
    }
}
