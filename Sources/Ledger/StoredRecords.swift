/// An entry as a store keeps it: bytes that nobody has checked yet.
public struct StoredEntry: Hashable, Sendable {
    /// Its place in the log, from 0.
    public var position: UInt64
    /// Its encoding.
    public var bytes: [UInt8]

    /// Creates a stored entry.
    ///
    /// - Parameters:
    ///   - position: Its place in the log, from 0.
    ///   - bytes: Its encoding.
    public init(position: UInt64, bytes: [UInt8]) {
        self.position = position
        self.bytes = bytes
    }
}

/// A full hash tile as a store keeps it: bytes that nobody has checked yet.
public struct StoredTile: Hashable, Sendable {
    /// The level of tiles, from 0.
    public var level: Int
    /// The tile's place on its level, from 0.
    public var index: UInt64
    /// The 256 hashes, one after the other.
    public var hashes: [UInt8]

    /// Creates a stored tile.
    ///
    /// - Parameters:
    ///   - level: The level of tiles, from 0.
    ///   - index: The tile's place on its level, from 0.
    ///   - hashes: The 256 hashes, one after the other.
    public init(level: Int, index: UInt64, hashes: [UInt8]) {
        self.level = level
        self.index = index
        self.hashes = hashes
    }
}

/// Where the last entry of an actor is, among the entries of the full tiles.
///
/// It spares whoever opens a log the reading of all of it. As the numbers of every actor run from 1
/// without a gap, the sequences of all heads add up to the number of entries of the full tiles.
public struct StoredActor: Hashable, Sendable {
    /// The actor.
    public var key: ActorKey
    /// The place of the actor's last entry.
    public var position: UInt64
    /// That entry's number among the actor's.
    public var sequence: UInt64

    /// Creates a head.
    ///
    /// - Parameters:
    ///   - key: The actor.
    ///   - position: The place of the actor's last entry.
    ///   - sequence: That entry's number among the actor's.
    public init(key: ActorKey, position: UInt64, sequence: UInt64) {
        self.key = key
        self.position = position
        self.sequence = sequence
    }
}

/// A published checkpoint as a store keeps it: a note that nobody has checked yet.
public struct StoredCheckpoint: Hashable, Sendable {
    /// Its number among the stored ones, from 0.
    public var number: UInt64
    /// The size that it was filed under; several may share one.
    public var size: UInt64
    /// The whole note.
    public var note: String

    /// Creates a stored checkpoint.
    ///
    /// - Parameters:
    ///   - number: Its number among the stored ones, from 0.
    ///   - size: The number of entries that it covers.
    ///   - note: The whole note.
    public init(number: UInt64, size: UInt64, note: String) {
        self.number = number
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

/// What becomes durable together.
public struct CommitBatch: Hashable, Sendable {
    /// The new entries, at the positions that follow the log's size.
    public var entries: [StoredEntry]
    /// The tiles that are full with these entries, in the order of their places.
    public var tiles: [StoredTile]
    /// The actors whose last entry in the full tiles is another now.
    public var actors: [StoredActor]
    /// A checkpoint to keep, under the number that follows.
    public var checkpoint: StoredCheckpoint?
    /// The changes of the shelf, applied in order.
    public var shelf: [ShelfChange]

    /// Creates a batch.
    ///
    /// - Parameters:
    ///   - entries: The new entries, at the positions that follow the log's size.
    ///   - tiles: The tiles that are full with these entries, in the order of their places.
    ///   - actors: The actors whose last entry in the full tiles is another now.
    ///   - checkpoint: A checkpoint to keep, under the number that follows.
    ///   - shelf: The changes of the shelf, applied in order.
    public init(
        entries: [StoredEntry] = [],
        tiles: [StoredTile] = [],
        actors: [StoredActor] = [],
        checkpoint: StoredCheckpoint? = nil,
        shelf: [ShelfChange] = []
    ) {
        self.entries = entries
        self.tiles = tiles
        self.actors = actors
        self.checkpoint = checkpoint
        self.shelf = shelf
    }
}

/// The size of a stored log and its last checkpoint, read at one moment.
public struct StoreHead: Hashable, Sendable {
    /// One more than the last entry's position; 0 when there is none.
    public var size: UInt64
    /// The checkpoint of the largest number, if there is any.
    public var checkpoint: StoredCheckpoint?

    /// Creates a head.
    ///
    /// - Parameters:
    ///   - size: One more than the last entry's position; 0 when there is none.
    ///   - checkpoint: The checkpoint of the largest number, if there is any.
    public init(size: UInt64, checkpoint: StoredCheckpoint?) {
        self.size = size
        self.checkpoint = checkpoint
    }
}
