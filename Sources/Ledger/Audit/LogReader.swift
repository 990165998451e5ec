/// A log as somebody who does not write it meets it: the objects of C2SP tlog-tiles, wherever they are.
///
/// A reader gives what it finds and judges nothing. Every call ends, and returns no more than the
/// object can have: 256 entries of 65,535 bytes, 256 hashes, or one note.
public protocol LogReader: Sendable {
    /// What there is to be read.
    ///
    /// - Returns: The newest published checkpoint and how much there is.
    /// - Throws: The reader's own error.
    func outline() throws -> LogOutline

    /// A tile of hashes.
    ///
    /// - Parameter path: The tile's address.
    /// - Returns: The bytes, or `nil` when there is no such tile.
    /// - Throws: The reader's own error.
    func hashes(at path: TilePath) throws -> [UInt8]?

    /// A bundle of entries or of checkpoints.
    ///
    /// - Parameter path: The bundle's address.
    /// - Returns: One item for each place of the bundle, `nil` where there is none; or nothing at all
    ///   when there is no such bundle.
    /// - Throws: ``TileMalformed`` when what is there is no bundle, or the reader's own error.
    func bundle(at path: TilePath) throws -> BundleItems?

    /// What a store notes on the last entries of the actors.
    ///
    /// - Returns: The notes, or `nil` when the reader has none because it is no store.
    /// - Throws: The reader's own error.
    func actors() throws -> [StoredActor]?
}

/// What a reader has to read.
public struct LogOutline: Hashable, Sendable {
    /// The note of the newest published checkpoint, if there is any.
    public var checkpoint: String?
    /// The number of published checkpoints that are kept.
    public var checkpoints: UInt64
    /// The number of entries, those that are not yet published included; `nil` where there are none
    /// but the published ones.
    public var entries: UInt64?

    /// Creates an outline.
    ///
    /// - Parameters:
    ///   - checkpoint: The note of the newest published checkpoint.
    ///   - checkpoints: The number of published checkpoints that are kept.
    ///   - entries: The number of entries, when it can be more than the published ones.
    public init(checkpoint: String?, checkpoints: UInt64, entries: UInt64? = nil) {
        self.checkpoint = checkpoint
        self.checkpoints = checkpoints
        self.entries = entries
    }
}

/// The items of a bundle in one buffer, so that reading many costs no allocation for each.
public struct BundleItems: Sendable {
    /// The items' bytes.
    public private(set) var bytes: [UInt8]
    /// Where each item is among the bytes; `nil` for one that is not there.
    public private(set) var ranges: [Range<Int>?]

    /// Creates an empty run of items.
    ///
    /// - Parameter byteCount: How many bytes to make room for.
    public init(reservingCapacity byteCount: Int = 0) {
        bytes = []
        ranges = []
        bytes.reserveCapacity(byteCount)
        ranges.reserveCapacity(TilePath.fullWidth)
    }

    /// Reads a bundle as it is published: each item after its length in two bytes.
    ///
    /// - Parameters:
    ///   - bundle: The bytes of the bundle.
    ///   - width: How many items there must be, from 1 to 256.
    /// - Throws: ``TileMalformed`` unless that is what the bytes are.
    public init(decoding bundle: [UInt8], width: Int) throws(TileMalformed) {
        guard (1...TilePath.fullWidth).contains(width) else { throw .outOfBounds }
        bytes = bundle
        ranges = []
        ranges.reserveCapacity(width)
        var next = 0
        for _ in 0..<width {
            guard bundle.count - next >= 2 else { throw .truncated }
            let count = Int(bundle[next]) << 8 | Int(bundle[next + 1])
            next += 2
            guard bundle.count - next >= count else { throw .truncated }
            ranges.append(next..<next + count)
            next += count
        }
        guard next == bundle.count else { throw .trailingBytes }
    }

    /// Appends an item.
    ///
    /// - Parameter item: Its bytes, or `nil` for one that is not there.
    public mutating func append(_ item: (some Collection<UInt8>)?) {
        guard let item else { return ranges.append(nil) }
        let start = bytes.count
        bytes += item
        ranges.append(start..<bytes.count)
    }

    /// An item's bytes, or `nil` when it is not there.
    ///
    /// - Parameter index: The item's place, below the number of ``ranges``.
    public subscript(index: Int) -> ArraySlice<UInt8>? { ranges[index].map { bytes[$0] } }
}
