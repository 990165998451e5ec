/// A reader of a log in the layout of C2SP tlog-tiles: whoever can fetch its files by name can read it.
public protocol PublishedFiles: LogReader {
    /// A file's bytes.
    ///
    /// - Parameters:
    ///   - path: The file's path below the folder or the address that holds `checkpoint`.
    ///   - limit: The most bytes that the file can have; a larger one is refused unread.
    /// - Returns: The bytes, or `nil` when there is no such file.
    /// - Throws: The reader's own error.
    func file(_ path: String, _ limit: Int) throws -> [UInt8]?
}

extension PublishedFiles {
    /// What there is to be read.
    ///
    /// - Returns: The newest checkpoint, and how many are kept.
    /// - Throws: The reader's own error.
    public func outline() throws -> LogOutline {
        let count = try text(TileExport.countPath, 32)
        return LogOutline(
            checkpoint: try text(TileExport.checkpointPath, EntryBundle.maximumEntryByteCount),
            // Where the file is none, more are promised than there can be, and that is found.
            checkpoints: count.flatMap { text in
                text.hasSuffix("\n") ? UInt64(decimal: text.dropLast()) : nil
            } ?? .max
        )
    }

    private func text(_ path: String, _ limit: Int) throws -> String? {
        try file(path, limit).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A tile of hashes.
    ///
    /// - Parameter path: The tile's address.
    /// - Returns: The bytes, or `nil` when there is no such file.
    /// - Throws: The reader's own error.
    public func hashes(at path: TilePath) throws -> [UInt8]? {
        try file(path.description, path.maximumByteCount)
    }

    /// A bundle of entries or of checkpoints.
    ///
    /// - Parameter path: The bundle's address.
    /// - Returns: The items, or nothing when there is no such file.
    /// - Throws: ``TileMalformed``, or the reader's own error.
    public func bundle(at path: TilePath) throws -> BundleItems? {
        try file(path.description, path.maximumByteCount).map {
            try BundleItems(decoding: $0, width: path.width)
        }
    }

    /// Nothing: what is published holds no notes on actors.
    ///
    /// - Returns: `nil`.
    public func actors() -> [StoredActor]? { nil }
}
