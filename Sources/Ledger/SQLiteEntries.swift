import GRDB
import GRDBSQLite

/// The rows of entries, past GRDB's own: there are so many that a value of GRDB for each would cost more
/// than SQLite itself.
extension Database {
    /// Inserts entries, in order.
    func insert(_ entries: [StoredEntry]) throws {
        let statement = try cachedStatement(
            sql: "INSERT INTO entry (position, bytes) VALUES (?, ?)"
        )
        let row = unsafe statement.sqliteStatement
        defer { unsafe sqlite3_clear_bindings(row) }
        for entry in entries {
            let outcome = unsafe entry.bytes.withUnsafeBytes { bytes in
                unsafe sqlite3_bind_int64(row, 1, Int64(clamping: entry.position))
                // An empty entry is no NULL, which a null pointer would be.
                if unsafe bytes.isEmpty {
                    unsafe sqlite3_bind_zeroblob(row, 2, 0)
                } else {
                    unsafe sqlite3_bind_blob(row, 2, bytes.baseAddress, Int32(bytes.count), nil)
                }
                unsafe sqlite3_step(row)
                return unsafe sqlite3_reset(row)
            }
            try require(outcome)
        }
    }

    /// Reads the first entries of a range, by position.
    ///
    /// - Parameters:
    ///   - positions: The range.
    ///   - limit: The most entries to read.
    ///   - take: Given the position, and the bytes or `nil` where they have not the type of bytes; they
    ///     are gone when it returns.
    /// - Throws: SQLite's error, or what `take` throws.
    func forEachEntry(
        in positions: Range<UInt64>,
        limit: Int,
        _ take: (UInt64, UnsafeRawBufferPointer?) throws -> Void
    ) throws {
        let statement = try cachedStatement(
            sql: """
                SELECT position, bytes FROM entry
                WHERE position >= ? AND position < ? ORDER BY position LIMIT ?
                """
        )
        let row = unsafe statement.sqliteStatement
        unsafe sqlite3_bind_int64(row, 1, Int64(clamping: positions.lowerBound))
        unsafe sqlite3_bind_int64(row, 2, Int64(clamping: positions.upperBound))
        unsafe sqlite3_bind_int64(row, 3, Int64(limit))
        defer { unsafe sqlite3_reset(row) }
        while true {
            let outcome = unsafe sqlite3_step(row)
            guard outcome == SQLITE_ROW else {
                guard outcome != SQLITE_DONE else { return }
                return try require(outcome)
            }
            guard unsafe sqlite3_column_type(row, 0) == SQLITE_INTEGER,
                let position = unsafe UInt64(exactly: sqlite3_column_int64(row, 0))
            else { throw StoreError.notALog }
            guard unsafe sqlite3_column_type(row, 1) == SQLITE_BLOB else {
                try take(position, nil)
                continue
            }
            let start = unsafe sqlite3_column_blob(row, 1)
            let count = unsafe Int(sqlite3_column_bytes(row, 1))
            try unsafe take(position, UnsafeRawBufferPointer(start: start, count: count))
        }
    }

    private func require(_ outcome: Int32) throws {
        guard outcome != SQLITE_OK else { return }
        let message = unsafe sqliteConnection.map { unsafe String(cString: sqlite3_errmsg($0)) }
        throw DatabaseError(resultCode: ResultCode(rawValue: outcome), message: message)
    }
}
