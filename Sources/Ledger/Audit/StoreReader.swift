/// Reads a log from its store: what is not yet published too, and no tile that still grows.
public struct StoreReader: LogReader {
    private let store: any LogStore

    /// Reads a store.
    ///
    /// - Parameter store: Where the log is. It may grow meanwhile.
    public init(_ store: any LogStore) {
        self.store = store
    }

    /// What there is to be read.
    ///
    /// - Returns: The last stored checkpoint, and how much there is.
    /// - Throws: The store's own error.
    public func outline() throws -> LogOutline {
        let head = try store.head()
        return LogOutline(
            checkpoint: head.checkpoint?.note,
            checkpoints: head.checkpoint.map { $0.number &+ 1 } ?? 0,
            entries: head.size
        )
    }

    /// A full tile of hashes.
    ///
    /// - Parameter path: The tile's address.
    /// - Returns: The bytes, or `nil` when there is no such tile.
    /// - Throws: The store's own error.
    public func hashes(at path: TilePath) throws -> [UInt8]? {
        guard case .hashes(let level) = path.content, !path.isPartial else { return nil }
        return try store.tile(level: level, index: path.index)
    }

    /// Entries or checkpoints, by their places.
    ///
    /// - Parameter path: The bundle's address.
    /// - Returns: One item for each place, `nil` where nothing readable is stored.
    /// - Throws: The store's own error.
    public func bundle(at path: TilePath) throws -> BundleItems? {
        switch path.content {
        case .hashes: nil
        case .entries: try store.bundle(of: path.places)
        case .checkpoints: try checkpoints(path.places)
        }
    }

    private func checkpoints(_ numbers: Range<UInt64>) throws -> BundleItems {
        var items = BundleItems()
        for number in numbers {
            do {
                let found = try store.checkpoints(in: number..<number + 1).first
                items.append(found.map { $0.note.utf8 })
            } catch StoreError.unreadable {
                items.append(nil as [UInt8]?)
            }
        }
        return items
    }

    /// What the store notes on the last entries of the actors.
    ///
    /// - Returns: The notes.
    /// - Throws: The store's own error.
    public func actors() throws -> [StoredActor]? { try store.actors() }
}
