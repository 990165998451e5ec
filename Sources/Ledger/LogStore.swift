/// An entry as a store keeps it: bytes that nobody has checked yet.
public struct StoredEntry: Hashable, Sendable {
    /// Its place in the log, from 0.
    public var position: UInt64
    /// Its encoding.
    public var bytes: [UInt8]
    /// The leaf hash that was kept beside it.
    public var leafHash: Digest32

    /// Creates a stored entry.
    ///
    /// - Parameters:
    ///   - position: Its place in the log, from 0.
    ///   - bytes: Its encoding.
    ///   - leafHash: The hash of those bytes as a leaf.
    public init(position: UInt64, bytes: [UInt8], leafHash: Digest32) {
        self.position = position
        self.bytes = bytes
        self.leafHash = leafHash
    }
}

/// A checkpoint as a store keeps it: a note that nobody has checked yet.
public struct StoredCheckpoint: Hashable, Sendable {
    /// The size that it was filed under.
    public var size: UInt64
    /// The whole note.
    public var note: String

    /// Creates a stored checkpoint.
    ///
    /// - Parameters:
    ///   - size: The number of entries that it covers.
    ///   - note: The whole note.
    public init(size: UInt64, note: String) {
        self.size = size
        self.note = note
    }
}

/// A change of the shelf: the rows beside the log that can be overwritten and erased.
///
/// The ledger does not look inside them. They are here so that what an entry commits to can become
/// durable in the same transaction as the entry.
public enum ShelfChange: Hashable, Sendable {
    /// Puts a value under a key of a space, in place of any that is there.
    case put(space: String, key: [UInt8], value: [UInt8])
    /// Erases what is under a key of a space; nothing there is no error.
    case erase(space: String, key: [UInt8])
}

/// A row of the shelf.
public struct ShelfItem: Hashable, Sendable {
    /// The key within its space.
    public var key: [UInt8]
    /// The value.
    public var value: [UInt8]

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - key: The key within its space.
    ///   - value: The value.
    public init(key: [UInt8], value: [UInt8]) {
        self.key = key
        self.value = value
    }
}

/// What becomes durable together: new entries, the checkpoint over them, and changes of the shelf.
public struct CommitBatch: Hashable, Sendable {
    /// The new entries, at the positions that follow the log's size.
    public var entries: [StoredEntry]
    /// The checkpoint over every entry, the new ones included.
    public var checkpoint: StoredCheckpoint
    /// The changes of the shelf, applied in order.
    public var shelf: [ShelfChange]

    /// Creates a batch.
    ///
    /// - Parameters:
    ///   - entries: The new entries, at the positions that follow the log's size; may be empty.
    ///   - checkpoint: The checkpoint over every entry, the new ones included.
    ///   - shelf: The changes of the shelf, applied in order.
    public init(entries: [StoredEntry], checkpoint: StoredCheckpoint, shelf: [ShelfChange]) {
        self.entries = entries
        self.checkpoint = checkpoint
        self.shelf = shelf
    }
}

/// The size of a stored log and its last checkpoint, read at one moment.
public struct StoreHead: Hashable, Sendable {
    /// One more than the last entry's position; 0 when there is none.
    public var size: UInt64
    /// The checkpoint of the largest size, if there is any.
    public var checkpoint: StoredCheckpoint?

    /// Creates a head.
    ///
    /// - Parameters:
    ///   - size: One more than the last entry's position; 0 when there is none.
    ///   - checkpoint: The checkpoint of the largest size, if there is any.
    public init(size: UInt64, checkpoint: StoredCheckpoint?) {
        self.size = size
        self.checkpoint = checkpoint
    }
}

/// Where a log's bytes are kept: entries and checkpoints that are only ever added, and a shelf.
///
/// A store gives back what it was given and judges nothing, so that tampering is found by
/// ``LogAuditor`` and never hidden by the store. Every call is one transaction: it happens wholly,
/// and is durable when it returns, or it throws and nothing changed.
public protocol LogStore: AnyObject, Sendable {
    /// The size and the last checkpoint.
    ///
    /// - Returns: Both, as they were at one moment.
    /// - Throws: ``StoreError``, or the store's own error.
    func head() throws -> StoreHead

    /// Adds a batch.
    ///
    /// - Parameter batch: Its entries must be at the positions that follow the log's size, and its
    ///   checkpoint must be filed under the size that the log has with them.
    /// - Throws: ``StoreError/outOfPlace(size:)`` when they are not; or the store's own error.
    func commit(_ batch: CommitBatch) throws

    /// The first entries at some positions.
    ///
    /// - Parameters:
    ///   - positions: Any range; those that hold no entry are left out.
    ///   - limit: The most entries to return.
    /// - Returns: What is stored, by position.
    /// - Throws: ``StoreError/unreadable(_:)``, or the store's own error.
    func entries(in positions: Range<UInt64>, limit: Int) throws -> [StoredEntry]

    /// The first checkpoints filed under some sizes.
    ///
    /// - Parameters:
    ///   - sizes: Any range.
    ///   - limit: The most checkpoints to return.
    /// - Returns: What is stored, by size.
    /// - Throws: ``StoreError/unreadable(_:)``, or the store's own error.
    func checkpoints(in sizes: Range<UInt64>, limit: Int) throws -> [StoredCheckpoint]

    /// A value of the shelf.
    ///
    /// - Parameters:
    ///   - space: The space to look in.
    ///   - key: The whole key.
    /// - Returns: The value, or `nil` when there is none.
    /// - Throws: The store's own error.
    func shelfValue(space: String, key: [UInt8]) throws -> [UInt8]?

    /// The rows of a space whose keys begin in one way.
    ///
    /// - Parameters:
    ///   - space: The space to look in.
    ///   - prefix: How the keys begin; nothing means every key.
    /// - Returns: The rows, by key, compared byte by byte.
    /// - Throws: The store's own error.
    func shelfItems(space: String, prefix: [UInt8]) throws -> [ShelfItem]

    /// Changes the shelf and nothing else.
    ///
    /// - Parameter changes: The changes, applied in order.
    /// - Throws: ``StoreError/readOnly``, or the store's own error.
    func changeShelf(_ changes: [ShelfChange]) throws

    /// Sees to it that what was erased or overwritten is in no file of the store any more.
    ///
    /// Copies that others made before, such as backups, are out of its reach.
    ///
    /// - Throws: ``StoreError/busy`` when a reader still needs the old values; or the store's own
    ///   error.
    func scrub() throws
}

extension LogStore {
    /// The entries at some positions.
    ///
    /// - Parameter positions: Any range; those that hold no entry are left out.
    /// - Returns: What is stored, by position.
    /// - Throws: ``StoreError/unreadable(_:)``, or the store's own error.
    public func entries(in positions: Range<UInt64>) throws -> [StoredEntry] {
        try entries(in: positions, limit: .max)
    }

    /// The entry at one position.
    ///
    /// - Parameter position: Its place in the log, from 0; one below 2^64 - 1.
    /// - Returns: What is stored, or `nil` when there is no entry there.
    /// - Throws: ``StoreError/unreadable(_:)``, or the store's own error.
    public func entry(at position: UInt64) throws -> StoredEntry? {
        try entries(in: position..<(position + 1)).first
    }

    /// The checkpoints filed under some sizes.
    ///
    /// - Parameter sizes: Any range.
    /// - Returns: What is stored, by size.
    /// - Throws: ``StoreError/unreadable(_:)``, or the store's own error.
    public func checkpoints(in sizes: Range<UInt64>) throws -> [StoredCheckpoint] {
        try checkpoints(in: sizes, limit: .max)
    }

    /// One more than the last entry's position; 0 when there is none.
    ///
    /// - Returns: The size.
    /// - Throws: The store's own error.
    public func size() throws -> UInt64 { try head().size }

    /// The note of the checkpoint of the largest size.
    ///
    /// - Returns: The note, or `nil` when there is no checkpoint.
    /// - Throws: The store's own error.
    public func latestCheckpoint() throws -> String? { try head().checkpoint?.note }
}

/// Why a store refused.
public enum StoreError: Error, Hashable, Sendable {
    /// The batch does not follow the log, which has this many entries: another writer was there.
    case outOfPlace(size: UInt64)
    /// The file was written by a newer version of the program.
    case newerFormat(found: Int, known: Int)
    /// The file is a database, and no log.
    case notALog
    /// There is no file at the path.
    case absent
    /// The store was opened for reading only.
    case readOnly
    /// Another connection is in the way; trying again later may work.
    case busy
    /// What is stored has not even the shape of an entry or of a checkpoint at this position or size.
    case unreadable(UInt64)
}
