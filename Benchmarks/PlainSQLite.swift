import Foundation
import GRDB

/// The peer of durable appends: the same bytes in two plain tables, in WAL mode with full
/// synchronisation, with nothing hashed, signed or checked.
final class PlainSQLite {
    private let database: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        database = try DatabaseQueue(path: path, configuration: configuration)
        try database.write { db in
            try db.execute(sql: "CREATE TABLE entry (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
            try db.execute(sql: "CREATE TABLE box (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
        }
    }

    /// Inserts rows into both tables in one durable transaction.
    func insert(_ count: Int, entry: Data, box: Data) throws {
        try database.write { db in
            let entries = try db.cachedStatement(sql: "INSERT INTO entry (bytes) VALUES (?)")
            let boxes = try db.cachedStatement(sql: "INSERT INTO box (bytes) VALUES (?)")
            for _ in 0..<count {
                try entries.execute(arguments: [entry])
                try boxes.execute(arguments: [box])
            }
        }
    }
}
