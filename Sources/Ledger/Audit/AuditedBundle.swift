/// One bundle of entries with its tile, read and checked by itself: all that needs no other bundle.
struct AuditedBundle: Sendable {
    /// An entry as far as it could be made out.
    enum Item: Sendable {
        case missing
        case malformed(EntryMalformed)
        case entry(Entry, isSigned: Bool)
    }

    let path: TilePath
    /// Whether there is a bundle at all; if not, every entry is missing.
    let isReadable: Bool
    /// The entries, one for each place.
    private(set) var items: [Item] = []
    /// What the entries hash to; `nil` for one that is missing.
    private(set) var hashes: [Digest32?] = []
    /// The hashes of the tile that goes with the bundle, where there is one.
    let tile: [Digest32]?
    /// The root over the bundle, when it is full and the entries hash to just what the tile holds.
    private(set) var root: Digest32?

    /// Reads a bundle and its tile.
    ///
    /// - Throws: The reader's own error.
    init(
        _ path: TilePath,
        from reader: any LogReader,
        origin: String,
        checkingSignatures: Bool
    ) throws {
        self.path = path
        let found: BundleItems?
        do {
            found = try reader.bundle(at: path)
        } catch is TileMalformed {
            found = nil
        }
        isReadable = found != nil
        tile = try reader.hashes(at: path.holding(.hashes(level: 0)))
            .flatMap { try? HashTile(decoding: $0, width: path.width).hashes }
        items.reserveCapacity(path.width)
        hashes.reserveCapacity(path.width)
        for index in 0..<path.width {
            guard let found, let range = found.ranges[index] else {
                items.append(.missing)
                hashes.append(nil)
                continue
            }
            let bytes = found.bytes[range]
            hashes.append(MerkleTree.leafHash(bytes))
            do {
                let entry = try Entry(decoding: bytes)
                let isSigned = !checkingSignatures || entry.verifySignature(origin: origin)
                items.append(.entry(entry, isSigned: isSigned))
            } catch {
                items.append(.malformed(error))
            }
        }
        if !path.isPartial, let tile, hashes == tile {
            root = TileNodes(tile).root
        }
    }
}
