/// Where a log's bytes are kept: entries, tiles and checkpoints that are only ever added, and a shelf.
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
    ///   checkpoint must have the number that follows and a size that the log has with the batch.
    /// - Throws: ``StoreError/outOfPlace(size:)`` when they do not; or the store's own error.
    func commit(_ batch: CommitBatch) throws

    /// The first entries at some positions.
    ///
    /// - Parameters:
    ///   - positions: Any range; those that hold no entry are left out.
    ///   - limit: The most entries to return.
    /// - Returns: What is stored, by position.
    /// - Throws: ``StoreError/unreadable(_:)``, or the store's own error.
    func entries(in positions: Range<UInt64>, limit: Int) throws -> [StoredEntry]

    /// The entries at some positions in one buffer, for whoever reads many.
    ///
    /// - Parameter positions: At most 256 positions.
    /// - Returns: One item for each position, `nil` where no entry is stored or what is stored has not
    ///   the shape of one.
    /// - Throws: The store's own error.
    func bundle(of positions: Range<UInt64>) throws -> BundleItems

    /// The hashes of a full tile.
    ///
    /// - Parameters:
    ///   - level: The level of tiles, from 0.
    ///   - index: The tile's place on its level, from 0.
    /// - Returns: What is stored, or `nil` when there is no such tile.
    /// - Throws: The store's own error.
    func tile(level: Int, index: UInt64) throws -> [UInt8]?

    /// Where the last entries of the actors are.
    ///
    /// - Returns: What is stored, in any order.
    /// - Throws: ``StoreError/notALog`` for rows that have not the shape, or the store's own error.
    func actors() throws -> [StoredActor]

    /// The first checkpoints with some numbers.
    ///
    /// - Parameters:
    ///   - numbers: Any range; those that no checkpoint has are left out.
    ///   - limit: The most checkpoints to return.
    /// - Returns: What is stored, by number.
    /// - Throws: ``StoreError/unreadable(_:)``, or the store's own error.
    func checkpoints(in numbers: Range<UInt64>, limit: Int) throws -> [StoredCheckpoint]

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

    /// The entries at some positions in one buffer, read one by one so that one which has not the
    /// shape of an entry does not hide the others.
    ///
    /// - Parameter positions: At most 256 positions.
    /// - Returns: One item for each position.
    /// - Throws: The store's own error.
    public func bundle(of positions: Range<UInt64>) throws -> BundleItems {
        var items = BundleItems()
        for position in positions {
            do {
                items.append(try entries(in: position..<position + 1).first?.bytes)
            } catch StoreError.unreadable {
                items.append(nil as [UInt8]?)
            }
        }
        return items
    }

    /// The checkpoints with some numbers.
    ///
    /// - Parameter numbers: Any range.
    /// - Returns: What is stored, by number.
    /// - Throws: ``StoreError/unreadable(_:)``, or the store's own error.
    public func checkpoints(in numbers: Range<UInt64>) throws -> [StoredCheckpoint] {
        try checkpoints(in: numbers, limit: .max)
    }

    /// One more than the last entry's position; 0 when there is none.
    ///
    /// - Returns: The size.
    /// - Throws: The store's own error.
    public func size() throws -> UInt64 { try head().size }
}

/// Why a store refused.
public enum StoreError: Error, Hashable, Sendable {
    /// The batch does not follow the log, which has this many entries: another writer was there.
    case outOfPlace(size: UInt64)
    /// The file was written by a newer version of the program.
    case newerFormat(found: Int, known: Int)
    /// The file was written by an older version, whose logs this one does not read.
    case olderFormat(found: Int, known: Int)
    /// The file is a database, and no log.
    case notALog
    /// There is no file at the path.
    case absent
    /// The store was opened for reading only.
    case readOnly
    /// The disk has no room: nothing was changed, and with more room the same call works.
    case full
    /// The disk failed to take or to give what was asked; a change may have happened or not.
    case failing
    /// Another connection is in the way; trying again later may work.
    case busy
    /// What is stored has not even the shape of an entry or of a checkpoint with this position or
    /// number.
    case unreadable(UInt64)
}
