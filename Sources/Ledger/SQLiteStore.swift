import Foundation
import GRDB

/// A log in one SQLite file.
///
/// The file is in WAL mode with full synchronisation: a transaction is on the disk before a call
/// returns. Entries and checkpoints can be added and never changed or removed; triggers see to it.
/// Erased shelf rows are overwritten with zeros, and ``scrub()`` clears them from the WAL.
public final class SQLiteStore: LogStore {
    private let database: any DatabaseWriter
    private let isReadOnly: Bool

    /// Opens a log's file, or creates it.
    ///
    /// - Parameter path: Where the file is, in a folder that exists.
    /// - Throws: ``StoreError/newerFormat(found:known:)``, ``StoreError/notALog``, or SQLite's error.
    public init(path: String) throws {
        isReadOnly = false
        if FileManager.default.fileExists(atPath: path) {
            // To turn WAL on is to write, so what is not ours is refused before.
            try Self.readOnly(path: path).read { db in
                if try !SQLiteSchema.isEmpty(db) {
                    try SQLiteSchema.check(db)
                }
            }
        }
        database = try DatabasePool(path: path, configuration: Self.configuration())
        try prepare()
    }

    private init(database: any DatabaseWriter) throws {
        self.database = database
        isReadOnly = false
        try prepare()
    }

    /// A log that is gone when the program ends.
    ///
    /// - Returns: An empty store.
    /// - Throws: SQLite's error.
    public static func inMemory() throws -> SQLiteStore {
        try SQLiteStore(database: DatabaseQueue(configuration: configuration()))
    }

    /// Opens a log's file to read it, and writes to neither it nor its WAL.
    ///
    /// A server may have the file open, and goes on undisturbed. A file that was closed in good order
    /// is read without any lock: nothing must write to it meanwhile. Only when its last writer was
    /// killed and left a WAL does SQLite need its `-shm` file, which it then makes again.
    ///
    /// - Parameter path: Where the file is.
    /// - Throws: ``StoreError/absent``, ``StoreError/newerFormat(found:known:)``,
    ///   ``StoreError/notALog``, or SQLite's error.
    public init(readingOnly path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.absent }
        isReadOnly = true
        database = try Self.readOnly(path: path)
        try database.read(SQLiteSchema.check)
    }

    private static func readOnly(path: String) throws -> DatabasePool {
        var configuration = configuration()
        configuration.readonly = true
        guard !FileManager.default.fileExists(atPath: path + "-wal") else {
            return try DatabasePool(path: path, configuration: configuration)
        }
        // To read a file in WAL mode without a WAL, SQLite would create one.
        let uri = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
        return try DatabasePool(path: uri, configuration: configuration)
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    private func prepare() throws {
        try database.writeWithoutTransaction { db in
            // GRDB turns synchronisation down when it turns WAL on, so this comes after. With NORMAL
            // a power cut loses the last transactions, and they were acknowledged.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA fullfsync = ON")
            try db.inTransaction(.immediate) {
                try SQLiteSchema.create(in: db)
                return .commit
            }
        }
    }

    private func write(_ updates: (Database) throws -> Void) throws {
        guard !isReadOnly else { throw StoreError.readOnly }
        try StoreError.explaining { try database.write(updates) }
    }

    private func read<Value>(_ value: (Database) throws -> Value) throws -> Value {
        try StoreError.explaining { try database.read(value) }
    }

    /// Reads with one statement, which is a transaction by itself.
    private func readAtOnce<Value>(_ value: (Database) throws -> Value) throws -> Value {
        try StoreError.explaining { try database.unsafeRead(value) }
    }

    // MARK: - The log

    /// The size and the last checkpoint.
    ///
    /// - Returns: Both, as they were at one moment.
    /// - Throws: SQLite's error.
    public func head() throws -> StoreHead {
        try read { db in try Self.head(in: db) }
    }

    private static func head(in db: Database) throws -> StoreHead {
        let checkpoint = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT number, size, note FROM checkpoint ORDER BY number DESC LIMIT 1"
            )
        )
        return try StoreHead(
            size: size(in: db),
            checkpoint: checkpoint.map(SQLiteSchema.checkpoint)
        )
    }

    private static func size(in db: Database) throws -> UInt64 {
        let last = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT max(position) FROM entry")
        )
        return last.map { UInt64(clamping: $0) + 1 } ?? 0
    }

    /// Adds a batch in one transaction.
    ///
    /// - Parameter batch: What to add.
    /// - Throws: ``StoreError/outOfPlace(size:)``, ``StoreError/readOnly``, or SQLite's error.
    public func commit(_ batch: CommitBatch) throws {
        try write { db in
            let size = try Self.size(in: db)
            let newSize = size + UInt64(batch.entries.count)
            guard batch.entries.map(\.position).elementsEqual(size..<newSize) else {
                throw StoreError.outOfPlace(size: size)
            }
            if let checkpoint = batch.checkpoint {
                let last = try Self.head(in: db).checkpoint
                guard checkpoint.number == last.map({ $0.number + 1 }) ?? 0,
                    checkpoint.size <= newSize
                else { throw StoreError.outOfPlace(size: size) }
            }
            try db.insert(batch.entries)
            try Self.add(batch, in: db)
            try Self.apply(batch.shelf, in: db)
        }
    }

    /// Adds what goes with the entries.
    private static func add(_ batch: CommitBatch, in db: Database) throws {
        for tile in batch.tiles {
            try db.cachedStatement(sql: "INSERT INTO tile (level, place, hashes) VALUES (?, ?, ?)")
                .execute(arguments: [tile.level, Int64(clamping: tile.index), Data(tile.hashes)])
        }
        for actor in batch.actors {
            try db.cachedStatement(
                sql: """
                    INSERT INTO actor (key, position, sequence) VALUES (?, ?, ?)
                    ON CONFLICT (key) DO UPDATE
                    SET position = excluded.position, sequence = excluded.sequence
                    """
            )
            .execute(arguments: [
                Data(actor.key.bytes), Int64(clamping: actor.position),
                Int64(clamping: actor.sequence),
            ])
        }
        if let checkpoint = batch.checkpoint {
            try db.cachedStatement(
                sql: "INSERT INTO checkpoint (number, size, note) VALUES (?, ?, ?)"
            )
            .execute(arguments: [
                Int64(clamping: checkpoint.number), Int64(clamping: checkpoint.size),
                checkpoint.note,
            ])
        }
    }

    /// The first entries at some positions.
    ///
    /// - Parameters:
    ///   - positions: Any range; those that hold no entry are left out.
    ///   - limit: The most entries to return.
    /// - Returns: What is stored, by position.
    /// - Throws: ``StoreError/unreadable(_:)``, or SQLite's error.
    public func entries(in positions: Range<UInt64>, limit: Int) throws -> [StoredEntry] {
        try readAtOnce { db in
            var entries: [StoredEntry] = []
            try unsafe db.forEachEntry(in: positions, limit: limit) { position, bytes in
                guard let bytes = unsafe bytes else { throw StoreError.unreadable(position) }
                entries.append(StoredEntry(position: position, bytes: unsafe [UInt8](bytes)))
            }
            return entries
        }
    }

    /// The entries at some positions in one buffer.
    ///
    /// - Parameter positions: At most 256 positions.
    /// - Returns: One item for each position, `nil` where no entry is stored or what is stored has not
    ///   the shape of one.
    /// - Throws: SQLite's error.
    public func bundle(of positions: Range<UInt64>) throws -> BundleItems {
        try readAtOnce { db in
            var items = BundleItems(reservingCapacity: 300 * positions.count)
            var next = positions.lowerBound
            try unsafe db.forEachEntry(in: positions, limit: positions.count) { position, bytes in
                while next < position {
                    items.append(nil as [UInt8]?)
                    next += 1
                }
                unsafe items.append(bytes)
                next += 1
            }
            while next < positions.upperBound {
                items.append(nil as [UInt8]?)
                next += 1
            }
            return items
        }
    }

    /// The hashes of a full tile.
    ///
    /// - Parameters:
    ///   - level: The level of tiles, from 0.
    ///   - index: The tile's place on its level, from 0.
    /// - Returns: What is stored, or `nil` when there is no such tile.
    /// - Throws: SQLite's error.
    public func tile(level: Int, index: UInt64) throws -> [UInt8]? {
        try readAtOnce { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT hashes FROM tile WHERE level = ? AND place = ?"),
                arguments: [level, Int64(clamping: index)]
            )
            .flatMap { Data.fromDatabaseValue($0["hashes"]) }.map { [UInt8]($0) }
        }
    }

    /// Where the last entries of the actors are.
    ///
    /// - Returns: What is stored, by key.
    /// - Throws: ``StoreError/notALog`` for rows that have not the shape, or SQLite's error.
    public func actors() throws -> [StoredActor] {
        try readAtOnce { db in
            try Row.fetchAll(db, sql: "SELECT key, position, sequence FROM actor ORDER BY key")
                .map(SQLiteSchema.actor)
        }
    }

    /// The first checkpoints with some numbers.
    ///
    /// - Parameters:
    ///   - numbers: Any range; those that no checkpoint has are left out.
    ///   - limit: The most checkpoints to return.
    /// - Returns: What is stored, by number.
    /// - Throws: ``StoreError/unreadable(_:)``, or SQLite's error.
    public func checkpoints(
        in numbers: Range<UInt64>,
        limit: Int
    ) throws -> [StoredCheckpoint] {
        try readAtOnce { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT number, size, note FROM checkpoint
                        WHERE number >= ? AND number < ? ORDER BY number LIMIT ?
                        """
                ),
                arguments: SQLiteSchema.page(numbers, limit: limit)
            )
            .map(SQLiteSchema.checkpoint)
        }
    }

    // MARK: - The shelf

    /// A value of the shelf.
    ///
    /// - Parameters:
    ///   - space: The space to look in.
    ///   - key: The whole key.
    /// - Returns: The value, or `nil` when there is none.
    /// - Throws: SQLite's error.
    public func shelfValue(space: String, key: [UInt8]) throws -> [UInt8]? {
        try readAtOnce { db in
            try Data.fetchOne(
                db.cachedStatement(sql: "SELECT value FROM shelf WHERE space = ? AND key = ?"),
                arguments: [space, Data(key)]
            )
            .map { [UInt8]($0) }
        }
    }

    /// The rows of a space whose keys begin in one way.
    ///
    /// - Parameters:
    ///   - space: The space to look in.
    ///   - prefix: How the keys begin; nothing means every key.
    /// - Returns: The rows, by key, compared byte by byte.
    /// - Throws: SQLite's error.
    public func shelfItems(space: String, prefix: [UInt8]) throws -> [ShelfItem] {
        try readAtOnce { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT key, value FROM shelf
                    WHERE space = ? AND key >= ? AND (? IS NULL OR key < ?) ORDER BY key
                    """,
                arguments: SQLiteSchema.keys(in: space, prefix: prefix)
            )
            .map(SQLiteSchema.item)
        }
    }

    /// Changes the shelf in one transaction.
    ///
    /// - Parameter changes: The changes, applied in order.
    /// - Throws: ``StoreError/readOnly``, or SQLite's error.
    public func changeShelf(_ changes: [ShelfChange]) throws {
        try write { db in try Self.apply(changes, in: db) }
    }

    private static func apply(_ changes: [ShelfChange], in db: Database) throws {
        for change in changes {
            switch change {
            case .put(let space, let key, let value):
                let statement = try db.cachedStatement(
                    sql: """
                        INSERT INTO shelf (space, key, value) VALUES (?, ?, ?)
                        ON CONFLICT (space, key) DO UPDATE SET value = excluded.value
                        """
                )
                try statement.execute(arguments: [space, Data(key), Data(value)])
            case .erase(let space, let key):
                let statement = try db.cachedStatement(
                    sql: "DELETE FROM shelf WHERE space = ? AND key = ?"
                )
                try statement.execute(arguments: [space, Data(key)])
            }
        }
    }

    /// Moves the WAL into the file and empties it, so that old values are in neither.
    ///
    /// - Throws: ``StoreError/busy`` when a reader still needs the WAL, ``StoreError/readOnly``, or
    ///   SQLite's error.
    public func scrub() throws {
        guard !isReadOnly else { throw StoreError.readOnly }
        do {
            _ = try database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw StoreError.busy
        }
    }
}
